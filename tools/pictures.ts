import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from '../test/helpers/terminal.ts'
import { screenFiles } from './screens.tsx'
import { dark, svg } from './svg.ts'

/** Draws pictures of the real app into `docs`: each is a command, the keys to press, and what the last screen must show. */
const pictures = [
  {
    file: 'question.svg',
    args: ['quiz', 'limits/radio-archive', '--questions', '1'],
    keys: ['1', 'b', 'enter'],
    wanted: ['Answer in your head', 'choose', 'enter answer', 'What decided'],
  },
] as const

export async function run(root: string): Promise<void> {
  await drawApp(root)
  await drawScreens(root)
}

/** One picture of every screen; those of screens that are gone go as well. */
async function drawScreens(root: string): Promise<void> {
  const folder = join(root, 'docs/screens')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [file, text] of await screenFiles(root)) writeFileSync(join(folder, file), text)
}

async function drawApp(root: string): Promise<void> {
  for (const { file, args, keys, wanted } of pictures) {
    const home = mkdtempSync(join(tmpdir(), 'lambda-study-'))
    const settings = { exam: 'DVA', examDate: '2026-12-14', minutes: 10 }
    writeFileSync(join(home, 'config.json'), JSON.stringify(settings))
    const env = {
      LAMBDA_STUDY_HOME: home,
      LAMBDA_STUDY_NOW: '2026-11-30T09:00:00Z',
      LAMBDA_STUDY_SEED: '7',
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
      CI: undefined,
      TZ: 'UTC',
    }
    const app = launch(process.execPath, [join(root, 'dist/main.js'), ...args], { columns: 80, rows: 24, env })
    for (const [i, text] of wanted.entries()) {
      await app.waitFor(text)
      const key = keys[i]
      if (key !== undefined) app.press(key)
    }
    writeFileSync(join(root, 'docs', file), svg(app.xterm, dark))
    await app.close()
    rmSync(home, { recursive: true })
  }
}
