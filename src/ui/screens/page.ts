import type { IdeaId, TopicId } from '../../deck/deck.ts'
import { quizQueue } from '../../study/quiz.ts'
import { examOf } from '../../study/settings.ts'
import type { Handlers } from '../keys.ts'
import { type Input, type Model, noting, push, type ScreenAt, type Step, show } from '../model.ts'
import { begin } from './ask.ts'
import { openSearch } from './search.ts'

/** The page of an idea; the first of its topic when the idea has no page. */
export function openPage(model: Model, topic: TopicId, idea?: IdeaId): Model {
  const home = idea === undefined ? topic : (model.bank.ideas.get(idea)?.topic ?? topic)
  const place = (model.bank.topics.get(home)?.notes ?? []).findIndex(note => note.id === idea)
  return push(model, { at: 'page', topic: home, place: Math.max(0, place) })
}

/** Quizzes a topic or a note. */
export function quizOn(model: Model, what: string, input: Input): Step {
  const waiting = quizQueue(
    model.bank,
    model.progress,
    { what: [what], questions: 10, exam: examOf(model.settings) },
    input.seed,
  )
  return {
    model:
      waiting.length === 0 ? noting(model, 'There is no question on this yet.') : begin(model, 'quiz', waiting, input),
  }
}

const turned = (model: Model, { topic, place }: ScreenAt<'page'>, by: number): Step => {
  const last = (model.bank.topics.get(topic)?.notes.length ?? 1) - 1
  return { model: show(model, { at: 'page', topic, place: Math.max(0, Math.min(last, place + by)) }) }
}

export const page: Handlers<'page'> = {
  next: (model, screen) => turned(model, screen, 1),
  previous: (model, screen) => turned(model, screen, -1),
  search: model => ({ model: openSearch(model) }),
  quiz: (model, { topic, place }, input) =>
    quizOn(model, model.bank.topics.get(topic)?.notes[place]?.id ?? topic, input),
}
