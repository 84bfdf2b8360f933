import type { Idea } from './bank.ts'
import type { Progress } from './progress.ts'
import { dueIdeas } from './queue.ts'

export type DueDays = {
  /** How many ideas come due on today and the days after it. */
  readonly days: readonly number[]
  /** How many come later. */
  readonly later: number
}

/** When the ideas met come again, as far as it is known today: each counts once. */
export function dueByDay(ideas: readonly Idea[], progress: Progress, today: number, count: number): DueDays {
  const now = new Set(dueIdeas(ideas, progress, today))
  const days = Array.from({ length: count }, () => 0)
  days[0] = now.size
  let later = 0
  for (const idea of ideas) {
    const known = progress.ideas.get(idea.id)
    if (!known || now.has(idea)) continue
    const wait = Math.max(1, known.dueDay - today)
    if (wait < count) days[wait] = (days[wait] ?? 0) + 1
    else later += 1
  }
  return { days, later }
}
