import { PassThrough, Writable } from 'node:stream'
import { dice } from '../../src/kinds/random.ts'
import type { Instant, World } from '../../src/world.ts'

/** A world in which time passes only when it is told to, and chance comes from a seed. */
export type FixedWorld = World & {
  /** Sets the clock to a local time like `2026-11-23T09:00+01:00`; its offset is the zone from then on. */
  set(time: string): void
  /** Lets time pass for both clocks. */
  pass(ms: number): void
  /** What was written to stdout and to stderr so far. */
  readonly out: string
  readonly err: string
}

export function fixedWorld(time: string, seed: number, env: Readonly<Record<string, string>> = {}): FixedWorld {
  const roll = dice(seed)
  const variables: Record<string, string> = { ...env }
  const stdout = capture()
  const stderr = capture()
  let now: number = instantOf(time)
  let zone = offsetOf(time)
  let elapsed = 0
  return {
    now: () => now as Instant,
    offset: () => zone,
    elapsed: () => elapsed,
    seed: () => roll.int(0, 2 ** 31 - 1),
    env: variables,
    stdin: Object.assign(new PassThrough(), { isTTY: false }) as unknown as NodeJS.ReadStream,
    stdout: stdout.stream,
    stderr: stderr.stream,
    folder: env.LAMBDA_STUDY_HOME ?? process.cwd(),
    setEnv: (name, value) => {
      variables[name] = value
    },
    set(later) {
      now = instantOf(later)
      zone = offsetOf(later)
    },
    pass(ms) {
      now += ms
      elapsed += ms
    },
    get out() {
      return stdout.text()
    },
    get err() {
      return stderr.text()
    },
  }
}

/** The instant of a time like `2026-11-23T09:00+01:00` or `2026-11-23T08:00Z`. */
export function instantOf(time: string): Instant {
  const at = Date.parse(time)
  if (Number.isNaN(at) || !zonePattern.test(time)) throw new Error(`${time} is not a time with its offset`)
  return at as Instant
}

const zonePattern = /(?:Z|([+-])(\d{2}):(\d{2}))$/

/** Minutes east of UTC. */
function offsetOf(time: string): number {
  const [, sign, hours = '0', minutes = '0'] = zonePattern.exec(time) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function capture() {
  let text = ''
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream: Object.assign(stream, { isTTY: false }) as unknown as NodeJS.WriteStream, text: () => text }
}
