import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Event, eventOf } from '../../src/study/event.ts'
import { freshFolder } from './folder.ts'
import { type Launch, launch, type Running, type Wanted } from './terminal.ts'

export const root = resolve(import.meta.dirname, '../..')
/** The program as people run it; `npm run build` makes it. */
export const binary = join(root, 'dist/main.js')
/** A deck whose right answers can be told from its questions; see `answerOf`. */
export const tiny = join(root, 'test/fixtures/tiny')

export const morning = '2026-11-23T09:00:00Z'
export const nextMorning = '2026-11-24T09:00:00Z'

export type Setting = Omit<Launch, 'cwd'> & {
  /** Everything that the person has. */
  readonly home: string
  /** What the clock says at the start. */
  readonly now?: string
  readonly cwd?: string
}

/** The environment of a person in UTC. What the machine of the tests or npm set is taken away. */
export function environment({ home, now = morning, env = {} }: Setting): Record<string, string | undefined> {
  const npm = Object.keys(process.env).filter(name => /^npm_|^INIT_CWD$/i.test(name))
  const others = ['CI', 'DEV', 'NO_COLOR', 'FORCE_COLOR', 'COLORFGBG', 'ACCESSIBLE', 'INK_SCREEN_READER', 'NODE_ENV']
  return {
    ...Object.fromEntries([...npm, ...others, 'LC_ALL', 'LC_CTYPE'].map(name => [name, undefined])),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    LAMBDA_STUDY_HOME: home,
    LAMBDA_STUDY_NOW: now,
    ...env,
  }
}

/** Where a person keeps everything: set up already, unless `settings` is null. */
export function freshHome(settings: Readonly<Record<string, unknown>> | null = { exam: 'none' }): string {
  const home = freshFolder()
  if (settings) writeFileSync(join(home, 'config.json'), JSON.stringify(settings))
  return home
}
/** With the tiny deck beside the built-in one. */
export const tinyHome = (settings: Readonly<Record<string, unknown>> = {}): string =>
  freshHome({ exam: 'none', decks: [tiny], ...settings })

/** Runs another program in a pseudo-terminal, with the person's environment. */
export function open(file: string, args: readonly string[], setting: Setting): Running {
  const running = launch(file, args, { cwd: setting.home, ...setting, env: environment(setting) })
  onTestFinished(async () => {
    await running.close()
    // Whatever happened, the scrollback was not wiped and the mouse was left alone.
    expect(running.raw).not.toMatch(forbidden)
  })
  return running
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const forbidden = /\x1b\[3J|\x1b\[\?(?:9|100[0-6]|101[56])h/

/** Runs the program in a pseudo-terminal. */
export const study = (args: readonly string[], setting: Setting): Running =>
  open(process.execPath, [binary, ...args], setting)

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }
/** Runs the program without a terminal. */
export function command(args: readonly string[], setting: Setting & { readonly input?: string }): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...args], {
    cwd: setting.cwd ?? setting.home,
    env: { ...process.env, ...environment(setting) },
    input: setting.input ?? '',
    encoding: 'utf8',
    timeout: 30_000,
    maxBuffer: 1 << 26,
  })
  return { code: status, out: stdout, err: stderr }
}

/** Waits for a whole frame that shows something: a terminal may get a frame in pieces. */
export async function drawn(running: Running, sees: Wanted): Promise<string> {
  await running.waitFor(sees)
  await running.waitFor(() => running.raw.endsWith('\x1b[?2026l'))
  await new Promise<void>(resolve => running.xterm.write('', resolve))
  return running.screen()
}
/** Presses one key after another, each when what the one before brought is seen. */
export async function play(running: Running, ...steps: readonly (readonly [key: string, sees: Wanted])[]) {
  for (const [key, sees] of steps) {
    running.press(key)
    await drawn(running, sees)
  }
}

/** Presses a key and waits until the program has read it and sleeps again. */
export async function pressed(person: Running, key: string) {
  const counted = () => Number(/rchar: (\d+)/.exec(readFileSync(`/proc/${person.pid}/io`, 'utf8'))?.[1])
  const sleeps = () => / S /.test(readFileSync(`/proc/${person.pid}/stat`, 'utf8'))
  const before = counted()
  person.press(key)
  while (counted() === before || !sleeps()) await new Promise(resolve => setImmediate(resolve))
}

/** The events in all logs, file by file; `damaged` counts the lines that are none. */
export function logged(home: string): { readonly events: readonly Event[]; readonly damaged: number } {
  const folder = join(home, 'reviews')
  mkdirSync(folder, { recursive: true })
  const lines = readdirSync(folder)
    .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter(line => line !== '')
  const read = lines.map(eventOf)
  const events = read.filter((line): line is Event => !('rejected' in line))
  return { events, damaged: read.length - events.length }
}

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven']
/** The word that is asked for by a question of the tiny deck's numbers. */
export function wordOn(running: Running): string {
  const word = numbers[Number(/word for (\d) is ____/.exec(running.screen())?.[1])]
  if (!word) throw new Error(`no number is asked:\n${running.screen()}`)
  return word
}
/** The letter before an option. */
export function letterOf(running: Running, option: string): string {
  const line = running
    .screen()
    .split('\n')
    .find(row => row.includes(option))
  const letter = /\b([a-f]) {1,2}\S/.exec(line ?? '')?.[1]
  if (!letter) throw new Error(`there is no option ${option}:\n${running.screen()}`)
  return letter
}
