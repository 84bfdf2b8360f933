import type { Card } from '../deck/deck.ts'
import { facesFor, type Idea, recallFaces, scenarios } from './bank.ts'
import type { IdeaProgress } from './idea.ts'
import { retrievability } from './memory.ts'
import { secondsFor } from './pace.ts'
import type { Progress } from './progress.ts'

/** An idea that was missed once today and not yet asked again. */
export const isOnItsWayBack = (idea: IdeaProgress, day: number): boolean =>
  idea.lastDay === day && idea.misses === 1 && idea.lastRating === 1

/** The face of an idea to ask now. */
export function faceFor(idea: Idea, progress: Progress, exam: string | undefined, day: number): Card {
  const faces = facesFor(idea, exam)
  const known = progress.ideas.get(idea.id)
  const longestAgo = (cards: readonly Card[]) => least(cards, card => progress.cards.get(card.id)?.last ?? 0)
  const others = faces.filter(card => card.id !== known?.lastCard)
  const recall = recallFaces(faces)
  const first = firstOf(faces)
  if (!known) {
    const quickest = (cards: readonly Card[]) => least(cards, card => secondsFor(card.kind, progress))
    return quickest(recall) ?? quickest(faces) ?? first
  }
  if (isOnItsWayBack(known, day)) return longestAgo(recallFaces(others)) ?? recall[0] ?? longestAgo(others) ?? first
  if (retrievability(known.memory, day - known.lastDay) >= 0.7) {
    const unseen = scenarios(faces).find(card => !progress.cards.has(card.id))
    if (unseen) return unseen
  }
  return longestAgo(others) ?? first
}

/** The face that a quiz asks: scenarios first, those never seen before those seen longest ago. */
export const quizFaces = (faces: readonly Card[], progress: Progress): readonly Card[] =>
  [...faces].sort((a, b) => rank(a) - rank(b) || lastSeen(a, progress) - lastSeen(b, progress))
const rank = (card: Card) => (scenarios([card]).length > 0 ? 0 : 1)
const lastSeen = (card: Card, progress: Progress) => progress.cards.get(card.id)?.last ?? 0

/** The first of the least. */
function least<T>(list: readonly T[], of: (one: T) => number): T | undefined {
  return list.reduce<T | undefined>((best, one) => (best === undefined || of(one) < of(best) ? one : best), undefined)
}

function firstOf([face]: readonly Card[]): Card {
  if (!face) throw new Error('an idea has no card')
  return face
}
