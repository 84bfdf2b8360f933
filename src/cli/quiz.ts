import type { KindName } from '../deck/deck.ts'
import { UserError } from '../error.ts'
import { traits } from '../kinds/traits.ts'
import { quizQueue, unknownWords } from '../study/quiz.ts'
import { examOf } from '../study/settings.ts'
import type { Instant } from '../world.ts'
import type { Run } from './command.ts'
import { nearest } from './nearest.ts'
import { numberFlag, textFlag } from './print.ts'
import { openScreens } from './screens.ts'

export const run: Run = async (world, what, flags) => {
  const questions = numberFlag(flags, 'questions', 1, 500) ?? 10
  const kind = textFlag(flags, 'kind')
  if (kind !== undefined && !Object.hasOwn(traits, kind))
    throw new UserError(`There is no kind "${kind}".`, `use one of ${Object.keys(traits).join(', ')}`, 2)
  return openScreens(world, flags, async (model, seed, at) => {
    const [unknown] = unknownWords(model.bank, what)
    if (unknown !== undefined) {
      const near = nearest(unknown, [...model.bank.topics.keys()])
      throw new UserError(
        `There is no topic or note "${unknown}".`,
        near ? `did you mean ${near}?` : 'lambda-study notes lists the topics',
        2,
      )
    }
    const queue = quizQueue(
      model.bank,
      model.progress,
      {
        what,
        questions,
        day: model.day,
        exam: examOf(model.settings),
        ...(kind !== undefined && { kind: kind as KindName }),
      },
      seed,
    )
    if (queue.length === 0)
      throw new UserError(
        `There is no question on ${what.join(', ') || 'this'}${kind === undefined ? '' : ` of the kind ${kind}`} now.`,
        kind === undefined ? 'lambda-study today asks what is due and what is new' : 'try it without --kind',
        1,
      )
    const { begin } = await import('../ui/screens/ask.ts')
    return begin(model, 'quiz', queue, { seed, at: at as Instant, elapsed: world.elapsed() })
  })
}
