import type { KindName } from '../deck/deck.ts'
import { traits } from '../kinds/traits.ts'
import type { Progress } from './progress.ts'

const enough = 20

/** Seconds that an answer of this kind takes this person; the kind's default until 20 answers. */
export function secondsFor(kind: KindName, { pace }: Pick<Progress, 'pace'>): number {
  const times = pace[kind] ?? []
  return times.length < enough ? traits[kind].seconds : median(times) / 1000
}

/** A new idea also takes its explanation to be read, and comes back now and then: 34 s in all for a typed one, as in the learning costs of fsrs-rs. */
const firstReading = 22

/** Seconds that asking an idea takes: the answer, and at first sight the reading. */
export const secondsToAsk = (kind: KindName, isNew: boolean, progress: Pick<Progress, 'pace'>): number =>
  secondsFor(kind, progress) + (isNew ? firstReading : 0)

/** Seconds that the newest answers of this kind took, the middle one of a hundred; missing when there is none. */
export function ownSeconds(kind: KindName, { pace }: Pick<Progress, 'pace'>): number | undefined {
  const times = (pace[kind] ?? []).slice(-newest)
  return times.length === 0 ? undefined : median(times) / 1000
}
const newest = 100

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
