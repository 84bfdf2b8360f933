import type { KindName } from '../deck/deck.ts'
import { kinds } from '../kinds/index.ts'
import type { Progress } from './progress.ts'

const enough = 20

/** Seconds that an answer of this kind takes this person; the kind's default until 20 answers. */
export function secondsFor(kind: KindName, { pace }: Pick<Progress, 'pace'>): number {
  const times = pace[kind] ?? []
  return times.length < enough ? kinds[kind].seconds : median(times) / 1000
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
