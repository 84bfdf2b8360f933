import type { Idea } from './bank.ts'
import { isLeech } from './leech.ts'
import type { Progress } from './progress.ts'
import { isHeld, recallOn } from './stats.ts'

export type GroupName = 'sure but wrong' | 'shaky' | 'held' | 'not met'
/** An idea with what is known of it; `recall` tomorrow, which tells held from shaky; missing when it was not met. */
export type Standing = {
  readonly idea: Idea
  readonly group: GroupName
  readonly recall?: number
  /** It keeps slipping. */
  readonly leech: boolean
}

const order: readonly GroupName[] = ['sure but wrong', 'shaky', 'held', 'not met']

/** The ideas by how they are known, the neediest first: in each group what keeps slipping, then by recall. */
export function standings(ideas: readonly Idea[], progress: Progress, day: number): readonly Standing[] {
  const rank = ({ group, leech }: Standing) => 2 * order.indexOf(group) + (leech ? 0 : 1)
  return ideas
    .map(idea => standingOf(idea, progress, day))
    .sort((a, b) => rank(a) - rank(b) || (a.recall ?? 0) - (b.recall ?? 0))
}

function standingOf(idea: Idea, progress: Progress, day: number): Standing {
  const known = progress.ideas.get(idea.id)
  if (!known) return { idea, group: 'not met', leech: false }
  const group = isHeld(progress, idea, day) ? 'held' : known.misconception ? 'sure but wrong' : 'shaky'
  const recall = recallOn(progress, idea, day + 1)
  return { idea, group, leech: isLeech(known, day), ...(recall !== undefined && { recall }) }
}
