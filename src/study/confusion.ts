import type { IdeaId } from '../deck/deck.ts'
import type { Review } from './event.ts'

/** Two ideas of which one was taken for the other. `rights`: right answers to each since. */
export type Confusion = {
  readonly ideas: readonly [IdeaId, IdeaId]
  readonly rights: readonly [number, number]
  readonly times: number
}

const enough = 2

/** The pairs after one more answer to `idea`: a new pair where another idea was chosen for it, and none that was told apart twice on both sides. */
export function confusionsAfter(
  before: readonly Confusion[],
  idea: IdeaId,
  taken: IdeaId | undefined,
  { verdict }: Review,
): readonly Confusion[] {
  const counted = verdict === 'right' ? before.map(pair => withRight(pair, idea)).filter(isOpen) : before
  if (taken === undefined || taken === idea) return counted
  const old = counted.find(pair => pair.ideas.includes(idea) && pair.ideas.includes(taken))
  const pair: Confusion = { ideas: [idea, taken], rights: [0, 0], times: (old?.times ?? 0) + 1 }
  return [...counted.filter(other => other !== old), pair]
}

/** The ideas that an idea is confused with. */
export const partnersOf = (confusions: readonly Confusion[], idea: IdeaId): readonly IdeaId[] =>
  confusions.flatMap(({ ideas: [a, b] }) => (a === idea ? [b] : b === idea ? [a] : []))

/** How often ideas were taken for others, or others for them, and are not yet told apart. */
export const timesConfused = (confusions: readonly Confusion[], isOwn: (idea: IdeaId) => boolean): number =>
  confusions.filter(({ ideas }) => ideas.some(isOwn)).reduce((sum, { times }) => sum + times, 0)

function withRight(pair: Confusion, idea: IdeaId): Confusion {
  const [first, second] = pair.rights
  if (pair.ideas[0] === idea) return { ...pair, rights: [first + 1, second] }
  return pair.ideas[1] === idea ? { ...pair, rights: [first, second + 1] } : pair
}
const isOpen = ({ rights: [first, second] }: Confusion): boolean => first < enough || second < enough
