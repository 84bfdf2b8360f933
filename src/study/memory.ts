import { default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs'
import type { Rating } from './event.ts'

/** FSRS-6 memory state. `stability`: days until recall falls to 0.9; `difficulty`: 1 to 10. */
export type Memory = { readonly stability: number; readonly difficulty: number }

/** Names the model in snapshots: when it or its weights change, everything is replayed. */
export const model = `FSRS-6 ${default_w.join(' ')}`

export const desiredRetention = 0.9

const algorithm = new FSRSAlgorithm(generatorParameters({ enable_fuzz: true, request_retention: desiredRetention }))

/** The state after an answer, `elapsed` whole days after the one before (0: the same day). */
export function next(memory: Memory | undefined, elapsed: number, rating: Rating): Memory {
  if (!Number.isInteger(elapsed) || elapsed < 0) throw new RangeError(`${elapsed} is not a number of whole days`)
  return algorithm.next_state(memory ?? null, elapsed, rating)
}

/** Chance (0 to 1) of recall `elapsed` days after the last answer. https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm */
export const retrievability = ({ stability }: Memory, elapsed: number): number =>
  algorithm.forgetting_curve(Math.max(0, elapsed), stability)

/** The same curve for many ideas at a time: what ts-fsrs works out anew at each call is worked out once, and nothing is rounded. */
export function recall({ stability }: Memory, elapsed: number): number {
  return (1 + (factor * Math.max(0, elapsed)) / stability) ** decay
}
const decay = -(default_w[20] ?? 0.1542)
const factor = desiredRetention ** (1 / decay) - 1

/** Days to wait until recall falls to the desired retention, spread a little; the same seed gives the same days. */
export function interval({ stability }: Memory, seed: string): number {
  algorithm.seed = seed
  return algorithm.next_interval(stability, 0)
}
