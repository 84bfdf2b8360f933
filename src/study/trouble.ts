import type { Card } from '../deck/deck.ts'
import type { Bank, Idea } from './bank.ts'
import { median, ownSeconds } from './pace.ts'
import type { Progress } from './progress.ts'

export type Missed = { readonly idea: Idea; readonly answers: number; readonly missed: number }

/** The ideas whose cards were answered wrong most often, twice at least; a reset forgives nothing. */
export function mostMissed(bank: Bank, ideas: readonly Idea[], progress: Progress, count: number): readonly Missed[] {
  const sums = new Map<string, { answers: number; missed: number }>()
  for (const [id, { times, rights }] of progress.cards) {
    const idea = bank.cards.get(id)?.idea
    if (idea === undefined) continue
    const sum = sums.get(idea) ?? { answers: 0, missed: 0 }
    sums.set(idea, { answers: sum.answers + times, missed: sum.missed + times - rights })
  }
  return ideas
    .flatMap(idea => {
      const sum = sums.get(idea.id)
      return sum && sum.missed >= 2 ? [{ idea, ...sum }] : []
    })
    .sort((a, b) => b.missed - a.missed || a.answers - b.answers)
    .slice(0, count)
}

/** `seconds`: the middle one of its newest five answers; `usual`: of the newest hundred of its kind. */
export type Slow = { readonly card: Card; readonly seconds: number; readonly usual: number }

/** The cards that take longest, of those answered twice at least. */
export const slowest = (ideas: readonly Idea[], progress: Progress, count: number): readonly Slow[] =>
  ideas
    .flatMap(idea => idea.faces)
    .flatMap(card => {
      const times = progress.cards.get(card.id)?.ms ?? []
      const usual = ownSeconds(card.kind, progress)
      return times.length < 2 || usual === undefined ? [] : [{ card, seconds: median(times) / 1000, usual }]
    })
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
