import { createRequire } from 'node:module'
import { spawn } from '@lydell/node-pty'
import type { Terminal as Xterm } from '@xterm/headless'

// Both packages are CommonJS whose names Node cannot see, and say so wrongly in their package.json.
const require = createRequire(import.meta.url)
const { Terminal } = require('@xterm/headless') as typeof import('@xterm/headless')
const { Unicode11Addon } = require('@xterm/addon-unicode11') as typeof import('@xterm/addon-unicode11')

export type Launch = {
  readonly columns?: number
  readonly rows?: number
  /** On top of this process's own environment; `undefined` takes a name away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
}

/** Text on the screen, or anything else that output can bring about. */
export type Wanted = string | RegExp | (() => boolean)

export type Running = ReturnType<typeof launch>

const bytes: Readonly<Record<string, string>> = {
  enter: '\r',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  esc: '\x1b',
  space: ' ',
  backspace: '\x7f',
  delete: '\x1b[3~',
  insert: '\x1b[2~',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  f1: '\x1bOP',
  f2: '\x1bOQ',
  f3: '\x1bOR',
  f4: '\x1bOS',
  f5: '\x1b[15~',
  f6: '\x1b[17~',
  f7: '\x1b[18~',
  f8: '\x1b[19~',
  f9: '\x1b[20~',
  f10: '\x1b[21~',
  f11: '\x1b[23~',
  f12: '\x1b[24~',
}

/** What a terminal sends for a key by the name `ui/terminal/keyboard.ts` gives it. */
function bytesOf(key: string): string {
  if (key.startsWith('alt+')) return `\x1b${bytesOf(key.slice(4))}`
  if (key.startsWith('ctrl+')) return String.fromCharCode(key.charCodeAt(5) & 0x1f)
  return bytes[key] ?? key
}

/** Runs a program in a real pseudo-terminal, with xterm as its screen. */
export function launch(
  file: string,
  args: readonly string[],
  { columns = 80, rows = 24, env = {}, cwd = process.cwd() }: Launch = {},
) {
  const wanted = Object.entries({ ...process.env, ...env })
  const known = wanted.filter((pair): pair is [string, string] => pair[1] !== undefined)
  const program = spawn(file, [...args], {
    // It becomes TERM, whatever the environment says.
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: Object.fromEntries(known),
  })
  const xterm = emptyTerminal(columns, rows)

  let raw = ''
  let cursorShown = true
  const awaiting = new Set<() => void>()
  for (const final of ['h', 'l'] as const) {
    xterm.parser.registerCsiHandler({ prefix: '?', final }, parameters => {
      if (parameters.includes(25)) cursorShown = final === 'h'
      return false
    })
  }
  program.onData(output => {
    raw += output
    xterm.write(output, () => {
      for (const look of awaiting) look()
    })
  })
  xterm.onData(reply => program.write(reply))
  const exited = new Promise<{ exitCode: number; signal: number }>(resolve => {
    program.onExit(({ exitCode, signal = 0 }) => xterm.write('', () => resolve({ exitCode, signal })))
  })

  const screen = () => text(xterm, xterm.buffer.active.viewportY, xterm.rows)
  const holds = (what: Wanted) =>
    typeof what === 'function' ? what() : typeof what === 'string' ? screen().includes(what) : what.test(screen())

  return {
    xterm,
    pid: program.pid,
    exited,
    get raw() {
      return raw
    },
    get modes() {
      return {
        alternate: xterm.buffer.active.type === 'alternate',
        cursorShown,
        bracketedPaste: xterm.modes.bracketedPasteMode,
      }
    },
    /** What is seen, without spaces at line ends. */
    screen,
    /** Everything on the normal screen, with what was scrolled out of it. */
    history: () => text(xterm, 0, xterm.buffer.normal.length, xterm.buffer.normal),
    write: (typed: string) => program.write(typed),
    press: (...keys: readonly string[]) => program.write(keys.map(bytesOf).join('')),
    resize(columns: number, rows: number) {
      xterm.resize(columns, rows)
      program.resize(columns, rows)
    },
    kill: (signal?: NodeJS.Signals) => program.kill(signal),
    /** Looks after each output; fails with the screen when the program ends without it, or after `ms`. */
    waitFor: (what: Wanted, ms = 10_000) =>
      new Promise<void>((resolve, reject) => {
        const stop = (settle: () => void) => {
          clearTimeout(deadline)
          awaiting.delete(look)
          settle()
        }
        const look = () => {
          if (holds(what)) stop(resolve)
        }
        const fail = (why: string) => stop(() => reject(new Error(`${why} without ${what}:\n${screen()}`)))
        const deadline = setTimeout(() => fail(`${ms} ms`), ms)
        awaiting.add(look)
        look()
        void exited.then(() => fail('The program ended'))
      }),
    /** Ends the program, if it has not ended. */
    async close() {
      program.kill('SIGKILL')
      await exited
      xterm.dispose()
    },
  }
}

/** A screen that nothing is on yet. */
export function emptyTerminal(columns: number, rows: number): Xterm {
  const xterm = new Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true })
  xterm.loadAddon(new Unicode11Addon())
  xterm.unicode.activeVersion = '11'
  return xterm
}

function text(xterm: Xterm, from: number, rows: number, buffer = xterm.buffer.active): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => buffer.getLine(from + row)?.translateToString(true, 0, xterm.cols) ?? '',
  )
  return lines.join('\n').trimEnd()
}
