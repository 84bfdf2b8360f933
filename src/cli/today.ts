import type { TopicId } from '../deck/deck.ts'
import type { Model } from '../ui/model.ts'
import type { Instant } from '../world.ts'
import type { Run } from './command.ts'
import { knownTopic } from './known.ts'
import { numberFlag, textFlag } from './print.ts'
import { openScreens } from './screens.ts'

export const run: Run = async (world, _args, flags) => {
  const minutes = numberFlag(flags, 'minutes', 1, 240)
  const topic = textFlag(flags, 'topic') as TopicId | undefined
  return openScreens(world, flags, async (model, seed, at) => {
    knownTopic(model.bank, topic)
    const { beginToday } = await import('../ui/screens/ask.ts')
    const begun = beginToday(
      model,
      { seed, at: at as Instant, elapsed: world.elapsed() },
      { ...(minutes !== undefined && { seconds: minutes * 60 }), ...(topic !== undefined && { topic }) },
    )
    return begun ?? idle(model, topic)
  })
}

const idle = (model: Model, topic: TopicId | undefined): Model => ({
  ...model,
  notice: topic === undefined ? 'Nothing is left for today.' : `Nothing is left for today in ${topic}.`,
})
