import { keyboard, type Press } from './keyboard.ts'

export type Size = { readonly columns: number; readonly rows: number }

export type Terminal = {
  /** For Ink alone. What comes while the terminal is not ours is remembered, not shown; Ink learns of no resize. */
  readonly stdout: NodeJS.WriteStream
  size(): Size
  /** Draws a frame while Ink is not there. Ink's first frame must show the same as the last one of them, on as many rows: it is not written. */
  paint(frame: string): void
  /** Gives the terminal back for good, and lets go of every stream and signal. */
  leave(): void
  /** Stops the process group until the shell's `fg`; does nothing on Windows. */
  suspend(): void
}

type Streams = { stdin: NodeJS.ReadStream; stdout: NodeJS.WriteStream; stderr: NodeJS.WriteStream }

type Happenings = {
  press(press: Press): void
  /** To be answered by drawing. */
  resize(size: Size): void
  /** No more keys or no more screen: input ended, or nobody reads the output. The terminal is already given back. */
  ended(): void
  /** A bug. The terminal is already given back. */
  crashed(error: unknown): void
}

type Listening = readonly [
  source: NodeJS.EventEmitter,
  event: string,
  listener: Parameters<NodeJS.EventEmitter['on']>[1],
]

const CSI = '\u001B['
const HOME_AND_CLEAR = `${CSI}H${CSI}J`
/** What Ink 6.8 writes when a frame is as tall as the window; its middle part wipes the scrollback. */
const INK_CLEAR = `${CSI}2J${CSI}3J${CSI}H`
/** Alternate screen, cursor hidden, bracketed paste. */
const ENTER = `${CSI}?1049h${CSI}?25l${CSI}?2004h${HOME_AND_CLEAR}`
/** What stands between is drawn at one go, by terminals that know how. */
const BEGIN = `${CSI}?2026h`
const END = `${CSI}?2026l`
const LEAVE = `${CSI}?2004l${CSI}?25h${CSI}?1049l`

const deadly = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const
const windows = process.platform === 'win32'

/** Takes the terminal: raw keys, alternate screen. It is given back on every way out of the process but SIGKILL. */
export function openTerminal({ stdin, stdout, stderr }: Streams, on: Happenings): Terminal {
  let ours = false
  let over = false
  let frame = ''
  let resized = false
  /** Whether Ink's first frame is still to come, or only what it writes behind it. */
  let awaited: 'nothing' | 'frame' | 'end' = 'nothing'

  const take = () => {
    ours = true
    stdin.setRawMode(true)
    stdout.write(ENTER + frame)
  }
  const giveBack = () => {
    if (!ours) return
    ours = false
    stdin.setRawMode(false)
    stdout.write(LEAVE)
  }
  const leave = () => {
    if (over) return
    over = true
    giveBack()
    keys.close()
    for (const [source, event, listener] of listening) source.off(event, listener)
    stdin.pause()
  }

  const end = () => {
    if (over) return
    leave()
    on.ended()
  }
  const crash = (error: unknown) => {
    leave()
    on.crashed(error)
  }
  const fail = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'EIO') end()
    else crash(error)
  }
  // Only a process that dies by the signal tells its parent so; a shell makes 128 + n of it.
  const die = (signal: NodeJS.Signals) => {
    leave()
    process.removeAllListeners(signal)
    process.kill(process.pid, windows ? 'SIGKILL' : signal)
  }

  const resume = () => {
    // While we were stopped the shell changed the terminal: Node sets raw mode only if it thinks it is off,
    // and nobody told it of a new size.
    stdin.setRawMode(false)
    process.emit('SIGWINCH', 'SIGWINCH')
    take()
  }
  const suspend = () => {
    if (windows || over) return
    giveBack()
    // The whole group: under npx, stopping only ourselves would never give the prompt back.
    process.kill(0, 'SIGSTOP')
    // SIGCONT brings us back, unless nothing stopped us: the first process of a container cannot be stopped.
    setImmediate(() => ours || over || resume())
  }

  const size = () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 })
  const resize = () => {
    resized = true
    awaited = 'nothing'
    on.resize(size())
  }
  const keys = keyboard(on.press)
  const listening: readonly Listening[] = [
    [stdin, 'data', keys.push],
    [stdin, 'end', end],
    [stdout, 'resize', resize],
    [process, 'exit', leave],
    [process, 'uncaughtException', crash],
    [process, 'unhandledRejection', crash],
    ...deadly.map(signal => [process, signal, die] as const),
    ...(windows
      ? []
      : ([
          [process, 'SIGTSTP', suspend],
          [process, 'SIGCONT', resume],
        ] as const)),
  ]
  for (const [source, event, listener] of listening) source.on(event, listener)
  // These stay: what is written last may fail after we have left.
  for (const stream of [stdin, stdout, stderr]) stream.on('error', fail)
  stdin.setEncoding('utf8')
  take()

  /** Ink writes nothing when nothing changed, so the last frame is kept to be drawn again. */
  const write = (chunk: string, ...rest: []) => {
    const text = chunk.replaceAll(INK_CLEAR, HOME_AND_CLEAR)
    const isFrame = text.includes('\n')
    const isPainted = awaited === 'frame' || (awaited === 'end' && text === END)
    if (awaited === 'end' || isFrame) awaited = awaited === 'frame' ? 'end' : 'nothing'
    if (isPainted) return stdout.write('', ...rest)
    // No terminal agrees with another on what a resize does to the lines and the cursor.
    const drawn = isFrame && resized ? HOME_AND_CLEAR + text : text
    frame = isFrame ? drawn : frame + drawn
    if (isFrame) resized = false
    return stdout.write(ours ? drawn : '', ...rest)
  }
  const paint = (text: string) => {
    frame = `${HOME_AND_CLEAR}${text}\n`
    if (ours) stdout.write(BEGIN + frame + END)
    resized = false
    awaited = 'frame'
  }
  /** Ink's own answer to a resize is to erase, which flashes, and to draw a second time. */
  const listen = (event: string, listener: Listening[2]) => (event === 'resize' ? stdout : stdout.on(event, listener))
  return { stdout: disguised(stdout, { write, on: listen }), size, paint, leave, suspend }
}

/** The same stream, but for what is in `own`. */
function disguised(stream: NodeJS.WriteStream, own: Readonly<Record<PropertyKey, unknown>>): NodeJS.WriteStream {
  return new Proxy(stream, {
    get(target, property) {
      const value: unknown = Object.hasOwn(own, property) ? own[property] : Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
