import type { CardId, IdeaId } from '../deck/deck.ts'
import type { Rating, Review } from './event.ts'
import { interval, type Memory, next } from './memory.ts'

/** What is known about an idea that was answered at least once. Days are study days. */
export type IdeaProgress = {
  readonly memory: Memory
  readonly firstDay: number
  readonly lastDay: number
  readonly dueDay: number
  readonly reviews: number
  readonly lastRating: Rating
  /** Answers rated Again on `lastDay`. */
  readonly misses: number
  readonly lastCard: CardId
  /** Days of lapses: the first Again of a day, when the idea was met on an earlier one. */
  readonly lapses: readonly number[]
  /** It was missed while sure, and not yet right twice on later days. */
  readonly misconception?: { readonly day: number; readonly rights: number }
  /** The day of an exam in which it was missed, until it is right on a later one. */
  readonly examMiss?: number
}

/** What is known about an idea after one more answer. */
export function ideaAfter(known: IdeaProgress | undefined, id: IdeaId, card: CardId, review: Review): IdeaProgress {
  const { day, rating } = review
  const before = known && asOf(known, day)
  const sameDay = before !== undefined && before.lastDay >= day
  const misses = (sameDay ? before.misses : 0) + (rating === 1 ? 1 : 0)
  // A second miss on one day says nothing new about memory: five would leave a stability of minutes.
  const fed = !(rating === 1 && misses > 1)
  const memory =
    before && !fed ? before.memory : next(before?.memory, before ? Math.max(0, day - before.lastDay) : 0, rating)
  const reviews = (before?.reviews ?? 0) + 1
  const lapsed = rating === 1 && misses === 1 && before !== undefined && before.firstDay < day
  const misconception = misconceptionAfter(before, review)
  const examMiss = examMissAfter(before, review)
  const wait = rating === 1 ? 1 : interval(memory, `${id} ${reviews}`)
  return {
    memory,
    firstDay: before?.firstDay ?? day,
    lastDay: Math.max(before?.lastDay ?? day, day),
    dueDay: day + Math.min(wait, misconception?.rights === 0 ? 1 : misconception || examMiss !== undefined ? 3 : wait),
    reviews,
    lastRating: rating,
    misses,
    lastCard: card,
    lapses: lapsed ? [...before.lapses, day] : (before?.lapses ?? []),
    ...(misconception && { misconception }),
    ...(examMiss !== undefined && { examMiss }),
  }
}

function examMissAfter(before: IdeaProgress | undefined, { day, mode, verdict, rating }: Review): number | undefined {
  if (mode === 'exam' && verdict !== 'right') return day
  const missed = before?.examMiss
  return missed !== undefined && day > missed && rating > 1 ? undefined : missed
}

/** Whether the last answer was given under a clock that ran ahead by more than a day, as seen from `day`. */
export const isAhead = ({ lastDay }: IdeaProgress, day: number): boolean => lastDay > day + 1

/** What such a clock wrote counts as of now, or the idea would rest until its day comes. */
function asOf(idea: IdeaProgress, day: number): IdeaProgress {
  if (!isAhead(idea, day)) return idea
  const { misconception } = idea
  return {
    ...idea,
    firstDay: Math.min(idea.firstDay, day),
    lastDay: day,
    misses: 0,
    ...(misconception && { misconception: { ...misconception, day: Math.min(misconception.day, day) } }),
  }
}

/** Being right minutes after the reason was read proves nothing, nor does a guess: only later days count. */
function misconceptionAfter(
  before: IdeaProgress | undefined,
  { day, rating, verdict, sure }: Review,
): IdeaProgress['misconception'] {
  if (verdict !== 'right' && sure === 1) return { day, rights: 0 }
  const held = before?.misconception
  if (!held || verdict !== 'right' || rating === 1 || day <= held.day || day === before.lastDay) return held
  return held.rights + 1 >= 2 ? undefined : { ...held, rights: held.rights + 1 }
}
