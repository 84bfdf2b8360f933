import type { IdeaId } from '../deck/deck.ts'
import { type Confusion, partnersOf } from './confusion.ts'

type Open = { readonly idea: IdeaId }
/** A session as far as its order goes. */
type Course<T extends Open> = {
  readonly waiting: readonly T[]
  readonly back: readonly T[]
  readonly answered: readonly Open[]
}

/** Three questions at most lie between an idea and its partner. */
const reach = 4

/**
 * Of what is left in a session, what may be asked next so that confused ideas stand one to three questions apart: near
 * enough to be told apart, too far to be compared. What cannot be kept gives way, never the session: something is
 * always left.
 */
export function apart<T extends Open>({ waiting, back, answered }: Course<T>, confusions: readonly Confusion[]) {
  const left = [...waiting, ...back]
  const partners = (idea: IdeaId) => partnersOf(confusions, idea)
  const place = answered.length
  const last = answered.at(-1)?.idea
  const held = last === undefined ? [] : partners(last)
  const unasked = new Set(waiting.map(({ idea }) => idea))
  for (const { idea } of answered) unasked.delete(idea)
  /** The place by which each partner of an idea that was asked must come. */
  const until = new Map<IdeaId, number>()
  for (const [at, { idea }] of answered.entries())
    for (const partner of partners(idea))
      if (unasked.has(partner) && !until.has(partner)) until.set(partner, at + reach)

  const leavesTime = ({ idea }: T) => {
    const next = new Map(until)
    for (const partner of partners(idea))
      if (unasked.has(partner) && !next.has(partner)) next.set(partner, place + reach)
    next.delete(idea)
    const inTime = [...next.values()].sort((a, b) => a - b).every((deadline, i) => deadline > place + i)
    return inTime && partners(idea).every(partner => (next.get(partner) ?? place + reach) > place + 1)
  }
  const waitsForAnother = ({ idea }: T) => unasked.has(idea) && partners(idea).some(partner => unasked.has(partner))
  const together = left.filter(waitsForAnother)
  const most = Math.max(0, ...together.map(({ idea }) => partners(idea).filter(other => unasked.has(other)).length))
  // What comes back may be confused itself, and a partner has its own time: neither can be relied on to stand between two.
  const between = waiting.filter(one => !until.has(one.idea) && !waitsForAnother(one))
  const isScarce = between.length <= most

  const free = some(left, ({ idea }) => !held.includes(idea))
  const soonest = Math.min(...free.map(({ idea }) => until.get(idea) ?? Number.POSITIVE_INFINITY))
  if (!free.some(leavesTime)) return some(free, ({ idea }) => until.get(idea) === soonest)
  const timely = free.filter(leavesTime)
  // What is to stand between two of them must not be asked before the first.
  return isScarce ? some(timely, waitsForAnother) : timely
}

/** Those that fit; all of them when none does. */
function some<T>(list: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const fitting = list.filter(fits)
  return fitting.length > 0 ? fitting : list
}
