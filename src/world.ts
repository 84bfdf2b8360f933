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

export const realWorld = (): World => ({
  now: () =>
    (process.env.LAMBDA_STUDY_NOW
      ? Date.parse(process.env.LAMBDA_STUDY_NOW) + performance.now()
      : Date.now()) as Instant,
  offset: at => -new Date(at).getTimezoneOffset(),
  elapsed: () => performance.now(),
  seed: () => randomInt(2 ** 31 - 1),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  folder: process.cwd(),
  setEnv: (name, value) => {
    process.env[name] = value
  },
})
