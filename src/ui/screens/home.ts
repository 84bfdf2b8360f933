import { quizQueue } from '../../study/quiz.ts'
import type { Waiting } from '../../study/session.ts'
import { examOf } from '../../study/settings.ts'
import type { Handlers } from '../keys.ts'
import { type Input, type Model, push } from '../model.ts'
import { begin, beginToday } from './ask.ts'
import { handedIn, isOver, timeIsOver } from './exam.ts'
import { openExam } from './lobby.ts'
import { openSearch } from './open.ts'

/** Today's questions; when they are done, ten minutes more; when there is nothing new either, a quiz. Never a dead end. */
export const goOn = (model: Model, input: Input): Model =>
  beginToday(model, input) ??
  beginToday(model, input, { seconds: 600 }) ??
  begin(model, 'quiz', anyQuestions(model, input.seed), input)

/** Of the exam chosen; of any, when the decks ask nothing for it any more. */
function anyQuestions({ bank, progress, settings, day }: Model, seed: number): readonly Waiting[] {
  const drawn = (exam: string | undefined) => quizQueue(bank, progress, { what: [], questions: 10, day, exam }, seed)
  const own = drawn(examOf(settings))
  return own.length > 0 ? own : drawn(undefined)
}

export const home: Handlers<'home'> = {
  begin: (model, _screen, input) => ({ model: goOn(model, input) }),
  exam(model, _screen, input) {
    const opened = openExam(model, input)
    return isOver(opened) ? handedIn(opened, input, timeIsOver) : { model: opened }
  },
  notes: model => ({ model: push(model, { at: 'topics', cursor: 0 }) }),
  progress: model => ({ model: push(model, { at: 'progress', part: 'overview' }) }),
  search: model => ({ model: openSearch(model) }),
}
