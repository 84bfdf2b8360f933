import type { KindName } from '../deck/deck.ts'
import type { Review, Sure } from './event.ts'
import { none, type Share } from './share.ts'

/** All answers that count, those before a reset as well: by kind, by how sure the person was, and scenarios by whether their card was answered before. */
export type Tallies = {
  readonly kinds: Readonly<Partial<Record<KindName, Share>>>
  readonly sure: Readonly<Partial<Record<Sure, Share>>>
  readonly firstSight: Share
  readonly seen: Share
}
export const noTallies: Tallies = { kinds: {}, sure: {}, firstSight: none, seen: none }

type Count = { of: number; rights: number }

/** Counts answers on top of those before. A log has many: they are counted in place, in copies. */
export function tallying(before: Tallies): {
  /** `times`: answers to the card before this one. */
  count(review: Pick<Review, 'kind' | 'sure' | 'verdict'>, times: number): void
  readonly tallies: Tallies
} {
  const kinds = new Map(Object.entries(before.kinds).map(([kind, share]) => [kind, { ...share }]))
  const sure = new Map(Object.entries(before.sure).map(([how, share]) => [Number(how), { ...share }]))
  const firstSight = { ...before.firstSight }
  const seen = { ...before.seen }
  return {
    count({ kind, sure: how, verdict }, times) {
      const isRight = verdict === 'right'
      add(countOf(kinds, kind), isRight)
      if (how !== undefined) add(countOf(sure, how), isRight)
      if (kind === 'multiple-choice' || kind === 'multiple-response') add(times === 0 ? firstSight : seen, isRight)
    },
    get tallies() {
      return { kinds: Object.fromEntries(kinds), sure: Object.fromEntries(sure), firstSight, seen }
    },
  }
}

function add(count: Count, isRight: boolean): void {
  count.of += 1
  if (isRight) count.rights += 1
}

function countOf<Key>(counts: Map<Key, Count>, key: Key): Count {
  const known = counts.get(key)
  if (known) return known
  const fresh = { of: 0, rights: 0 }
  counts.set(key, fresh)
  return fresh
}
