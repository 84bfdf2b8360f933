import type { Topic } from '../deck/deck.ts'
import { type Bank, type Idea, ideasFor } from './bank.ts'
import { retrievability } from './memory.ts'
import { earliestDue, type Progress } from './progress.ts'

/** Ideas by what is known of them: held means met and recalled tomorrow with 0.9 or more. */
export type Held = {
  readonly all: number
  readonly met: number
  readonly held: number
  readonly shaky: number
  readonly misconceptions: number
}

export const recallOn = (progress: Progress, { id }: Pick<Idea, 'id'>, day: number): number | undefined => {
  const known = progress.ideas.get(id)
  return known && retrievability(known.memory, day - known.lastDay)
}

const heldAt = 0.9

/** Met, not missed when it was asked last, and recalled tomorrow with 0.9 or more: a day after a miss the forgetting curve stands high, though nothing was recalled. */
export const isHeld = (progress: Progress, idea: Pick<Idea, 'id'>, day: number): boolean =>
  progress.ideas.get(idea.id)?.lastRating !== 1 && (recallOn(progress, idea, day + 1) ?? 0) >= heldAt

export function held(ideas: readonly Idea[], progress: Progress, day: number): Held {
  const met = ideas.filter(idea => progress.ideas.has(idea.id))
  const shaky = met.filter(idea => !isHeld(progress, idea, day))
  return {
    all: ideas.length,
    met: met.length,
    held: met.length - shaky.length,
    shaky: shaky.length,
    misconceptions: shaky.filter(idea => progress.ideas.get(idea.id)?.misconception).length,
  }
}

export type TopicStats = Held & {
  readonly topic: Topic
  /** Mean recall today over the ideas met; missing when none is. */
  readonly retrievability?: number
}

export function topicStats(
  bank: Bank,
  progress: Progress,
  exam: string | undefined,
  day: number,
): readonly TopicStats[] {
  const ideas = ideasFor(bank, exam)
  return [...bank.topics.values()].flatMap(topic => {
    const own = ideas.filter(idea => idea.topic === topic.id)
    if (own.length === 0) return []
    const recalls = own.flatMap(idea => recallOn(progress, idea, day) ?? [])
    return [
      {
        topic,
        ...held(own, progress, day),
        ...(recalls.length > 0 && { retrievability: recalls.reduce((a, b) => a + b, 0) / recalls.length }),
      },
    ]
  })
}

/** The topics with the most ideas met and not held, then those least met. */
export const weakest = (topics: readonly TopicStats[], count: number): readonly TopicStats[] =>
  [...topics]
    .filter(topic => topic.held < topic.all)
    .sort((a, b) => b.shaky - a.shaky || a.met / a.all - b.met / b.all)
    .slice(0, count)

/** Consecutive study days with an answer, ending today or yesterday. Days on which nothing was due do not break it, and days to come, from a clock that was ahead, do not count. */
export function streak({ days, ideas }: Progress, day: number): number {
  const studied = [...days.keys()].filter(at => at <= day).sort((a, b) => b - a)
  let next = day
  let count = 0
  for (const at of studied) {
    const dueFrom = days.get(at)?.dueFrom ?? earliestDue(ideas.values())
    if (at !== next && next > Math.max(at + 1, dueFrom)) break
    count += 1
    next = at
  }
  return count
}
