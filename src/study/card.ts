import type { Card } from '../deck/deck.ts'
import type { Seen } from '../kinds/kind.ts'
import type { Review } from './event.ts'

/** What is known about a card that was shown at least once: how often it was answered, and when it was last seen. */
export type CardProgress = Seen & {
  readonly times: number
  readonly rights: number
  readonly last: number
  /** The newest five answer times. */
  readonly ms: readonly number[]
}

const timesKept = 5

/** What is known about a card after it was shown once more. */
export function cardAfter(before: CardProgress | undefined, review: Review, card: Card | undefined): CardProgress {
  const choice = review.kind === 'multiple-choice' || review.kind === 'multiple-response'
  const options: Record<string, number> = choice ? { ...before?.options } : (before?.options ?? {})
  for (const id of choice ? (review.shown ?? []) : []) options[id] = (own(options, id) ?? 0) + 1
  const fell = (choice ? wrongPick(review, card) : undefined) ?? before?.fell
  const hinge = review.hinge ?? before?.hinge
  const counts = review.mode !== 'whatif'
  const ms = before?.ms ?? []
  return {
    options,
    ...(fell !== undefined && { fell }),
    ...(hinge !== undefined && { hinge }),
    times: (before?.times ?? 0) + (counts ? 1 : 0),
    rights: (before?.rights ?? 0) + (counts && review.verdict === 'right' ? 1 : 0),
    last: Math.max(before?.last ?? 0, review.at),
    ms: counts ? ms.slice(1 - timesKept).concat(review.ms) : ms,
  }
}

/** The first option that was picked and is wrong; a choice of several also holds right ones. */
function wrongPick({ verdict, answer }: Review, card: Card | undefined): string | undefined {
  if (verdict === 'right' || typeof answer === 'string' || !Array.isArray(answer)) return undefined
  const rights = card?.kind === 'multiple-response' ? card.options.filter(option => option.right) : []
  return answer.find(id => !rights.some(option => option.id === id))
}

/** A value by a name that comes from a log or a deck: an option may well be called `constructor`. */
export const own = <T>(values: Readonly<Partial<Record<string, T>>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined
