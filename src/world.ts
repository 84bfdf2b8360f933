import { randomInt } from 'node:crypto'

/** Milliseconds since 1970, UTC. */
export type Instant = number & { readonly is: 'Instant' }

/** Everything that differs from run to run. Only this file asks the clock, the dice and the process. */
export type World = {
  now(): Instant
  /** Minutes east of UTC at an instant. */
  offset(at: Instant): number
  /** Milliseconds of a clock that never goes back, for measuring. */
  elapsed(): number
  /** A whole number from 0 to 2³¹ − 1. */
  seed(): number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  /** Where a person's relative paths begin. */
  readonly folder: string
  /** Sets an environment variable for the libraries that read it when they are imported. */
  setEnv(name: string, value: string): void
}

/** The process and its machine. LAMBDA_STUDY_NOW and LAMBDA_STUDY_SEED set the clock and the dice, for tests and pictures. */
export function realWorld(): World {
  const { env } = process
  const started = env.LAMBDA_STUDY_NOW === undefined ? Number.NaN : Date.parse(env.LAMBDA_STUDY_NOW)
  const fixedSeed = env.LAMBDA_STUDY_SEED === undefined ? undefined : Number(env.LAMBDA_STUDY_SEED)
  return {
    now: () => Math.floor(Number.isNaN(started) ? Date.now() : started + performance.now()) as Instant,
    offset: at => -new Date(at).getTimezoneOffset(),
    elapsed: () => performance.now(),
    seed: () => fixedSeed ?? randomInt(2 ** 31 - 1),
    env,
    // Each of the streams takes Node milliseconds to open: only those that are used.
    get stdin() {
      return process.stdin
    },
    get stdout() {
      return heedless(process.stdout)
    },
    get stderr() {
      return process.stderr
    },
    folder: process.cwd(),
    setEnv: (name, value) => {
      env[name] = value
    },
  }
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no error. */
function heedless(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (!stream.listeners('error').includes(unlessClosed)) stream.on('error', unlessClosed)
  return stream
}

function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
}
