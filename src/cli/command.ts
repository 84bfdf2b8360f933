import type { World } from '../world.ts'

/** Flags as they were given: text for those with a value, true for those without, a list for those that repeat. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>
/** Runs a command and gives the exit code: 0 done, 1 the answer is no. Failures are thrown as UserError. */
export type Run = (world: World, args: readonly string[], flags: Flags) => Promise<number>
export type Command = {
  readonly word: string
  /** Arguments as help shows them: `<x>` needed, `[x]` optional, `...` several. */
  readonly args?: string
  readonly says: string
  readonly flags?: readonly (readonly [form: string, says: string])[]
  readonly example: string
  readonly hidden?: true
  load(): Promise<{ readonly run: Run }>
}
