import type { Handlers } from '../keys.ts'
import { type Model, noting, type ScreenAt, type Step, show } from '../model.ts'
import { openPage, openSearch } from './open.ts'
import { quizOn } from './page.ts'

const moved = (model: Model, { cursor }: ScreenAt<'topics'>, by: number): Step => ({
  model: show(model, { at: 'topics', cursor: Math.max(0, Math.min(model.bank.topics.size - 1, cursor + by)) }),
})
const topicAt = (model: Model, { cursor }: ScreenAt<'topics'>) => [...model.bank.topics.values()][cursor]

export const topics: Handlers<'topics'> = {
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  open(model, screen) {
    const topic = topicAt(model, screen)
    return { model: topic ? openPage(model, topic.id) : noting(model, 'There are no topics.') }
  },
  search: model => ({ model: openSearch(model) }),
  quiz(model, screen, input) {
    const topic = topicAt(model, screen)
    return topic ? quizOn(model, topic.id, input) : { model }
  },
}
