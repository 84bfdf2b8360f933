import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Makes a program of a text that imports from `src/`, and gives its path. It is gone with `remove`. */
export async function programOf(text: string): Promise<{ readonly path: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-study-program-'))
  const source = join(folder, 'program.ts')
  writeFileSync(source, text.replaceAll("'src/", `'${join(root, 'src')}/`))
  const path = join(folder, 'program.mjs')
  await build({
    entryPoints: [source],
    outfile: path,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export type Ended = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}
export type Child = { readonly ended: Promise<Ended>; kill(signal: NodeJS.Signals): void; write(text: string): void }

/** Starts a program; `onLine` hears every whole line that it prints. It ends with the test at the latest. */
export function start(
  command: string,
  args: readonly string[],
  onLine: (line: string, child: Child) => void = () => {},
): Child {
  const process: ChildProcessWithoutNullStreams = spawn(command, [...args])
  onTestFinished(() => {
    process.kill('SIGKILL')
  })
  let out = ''
  let err = ''
  let seen = 0
  const child: Child = {
    kill: signal => process.kill(signal),
    write: text => process.stdin.write(text),
    ended: new Promise(resolve => process.on('close', (code, signal) => resolve({ code, signal, out, err }))),
  }
  process.stdout.setEncoding('utf8').on('data', text => {
    out += text
    for (let end = out.indexOf('\n', seen); end >= 0; end = out.indexOf('\n', seen)) {
      const line = out.slice(seen, end)
      seen = end + 1
      onLine(line, child)
    }
  })
  process.stderr.setEncoding('utf8').on('data', text => {
    err += text
  })
  process.stdin.on('error', () => {})
  return child
}
