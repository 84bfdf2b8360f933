import type { IdeaId } from '../deck/deck.ts'
import { type Bank, isAskedBy } from './bank.ts'
import type { IdeaProgress } from './idea.ts'
import { recall as recallOf } from './memory.ts'

/** How many ideas would be recalled if an exam were that day, by exam; `none`: of all ideas, as without an exam. */
export type Recalled = Readonly<Record<string, number>>

/** What the ideas met come to on a day, to a thousandth of an idea. */
export function recalledOn(day: number, ideas: ReadonlyMap<IdeaId, IdeaProgress>, bank: Bank): Recalled {
  const exams = Object.keys(bank.exams)
  const sums = exams.map(() => 0)
  let all = 0
  for (const [id, { memory, lastDay }] of ideas) {
    const idea = bank.ideas.get(id)
    if (!idea) continue
    const recall = recallOf(memory, day - lastDay)
    all += recall
    // An iterator for each idea of each day would cost more than the curve.
    for (let i = 0; i < exams.length; i++) if (isAskedBy(idea, exams[i] ?? '')) sums[i] = (sums[i] ?? 0) + recall
  }
  const rounded = (sum = 0) => Math.round(sum * 1000) / 1000
  return Object.fromEntries([['none', rounded(all)], ...exams.map((exam, i) => [exam, rounded(sums[i])])])
}
