import { quizQueue } from '../../study/quiz.ts'
import { examOf } from '../../study/settings.ts'
import type { Handlers } from '../keys.ts'
import { type Input, type Model, noting, type ScreenAt, type Step, show } from '../model.ts'
import { begin } from './ask.ts'
import { reset, suspended } from './marks.ts'
import { openIdea, openSearch } from './open.ts'

/** Quizzes a topic or a note. */
export function quizOn(model: Model, what: string, input: Input): Step {
  const waiting = quizQueue(
    model.bank,
    model.progress,
    { what: [what], questions: 10, day: model.day, exam: examOf(model.settings) },
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

const noteAt = (model: Model, { topic, place }: ScreenAt<'page'>) => model.bank.topics.get(topic)?.notes[place]

export const page: Handlers<'page'> = {
  suspend(model, screen) {
    const note = noteAt(model, screen)
    return note ? suspended(model, note.id, 'This idea') : { model }
  },
  reset(model, screen) {
    const note = noteAt(model, screen)
    return note ? reset(model, note.id) : { model }
  },
  next: (model, screen) => turned(model, screen, 1),
  previous: (model, screen) => turned(model, screen, -1),
  idea(model, screen) {
    const note = noteAt(model, screen)
    return { model: note ? openIdea(model, note.id) : noting(model, 'There is no note here.') }
  },
  search: model => ({ model: openSearch(model) }),
  quiz: (model, { topic, place }, input) =>
    quizOn(model, model.bank.topics.get(topic)?.notes[place]?.id ?? topic, input),
}
