/** A failure that the person can mend. Everything else that is thrown is a bug and keeps its stack. */
export class UserError extends Error {
  readonly remedy: string
  readonly exitCode: number

  /** `exitCode`: 1 the answer is no, 2 wrong usage, 3 data could not be read or written. */
  constructor(message: string, remedy: string, exitCode = 3, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UserError'
    this.remedy = remedy
    this.exitCode = exitCode
  }
}
