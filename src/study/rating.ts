import type { Answer, Question, Verdict } from '../kinds/kind.ts'
import type { Rating, Sure } from './event.ts'
import type { IdeaProgress } from './idea.ts'
import { retrievability } from './memory.ts'
import type { Progress } from './progress.ts'
import type { Share } from './share.ts'

/** The chance that a right choice was luck: 1 of the options, or of the combinations, corrected by the person's own "no idea" answers. */
export function luck(options: number, choose: number, guesses: Share | undefined): number {
  let combinations = 1
  for (let i = 0; i < choose; i++) combinations = (combinations * (options - i)) / (i + 1)
  const { of, rights } = guesses ?? { of: 0, rights: 0 }
  return (4 / combinations + rights) / (4 + of)
}

/** The chance that a right choice was known, by Bayes: `recall` before the answer against `luck`. */
export const known = (recall: number, luck: number): number => recall / (recall + (1 - recall) * luck)

/** Recall (0 to 1) before the answer; at first sight the person's own share of right answers on typed kinds, beginning at 3 of 10. */
export const recallBefore = (idea: IdeaProgress | undefined, typed: Share, day: number): number =>
  idea ? retrievability(idea.memory, day - idea.lastDay) : (3 + typed.rights) / (10 + typed.of)

/** What an answer says about memory. `sure` is missing where it was not asked. */
export function rate(
  question: Question,
  answer: Answer,
  verdict: Verdict,
  sure: Sure | undefined,
  progress: Progress,
  day: number,
): Rating {
  if (answer.by === 'recall') return answer.recalled
  if (verdict.is !== 'right') return 1
  if (question.by !== 'choose' || sure === 1) return 3
  if (sure === 3) return 1
  const recall = recallBefore(progress.ideas.get(question.card.idea), progress.typed, day)
  const chance = known(recall, luck(question.options.length, question.choose, progress.guesses[question.card.kind]))
  if (chance < 0.6) return 1
  return sure === 2 || chance < 0.9 ? 2 : 3
}
