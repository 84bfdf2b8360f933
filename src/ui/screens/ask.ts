import type { Question } from '../../kinds/kind.ts'
import { todayQueue, type Wishes } from '../../study/queue.ts'
import { nextQuestion, type Session, startSession, type Waiting } from '../../study/session.ts'
import { examOf } from '../../study/settings.ts'
import { emptyField } from '../field.ts'
import { type Input, type Model, noting, only, type QuestionScreen, show } from '../model.ts'
import { partingOf } from './work.ts'

/** What a session needs of an input: its clocks and dice. */
type Moment = Pick<Input, 'at' | 'elapsed' | 'seed'>

/** The screen on which a question is answered. */
function questionScreen(session: Session, question: Question, elapsed: number, commit: boolean): QuestionScreen {
  const asking = { session, shownAt: elapsed }
  switch (question.by) {
    case 'recall':
      return { at: 'recall', ...asking, question, turned: false }
    case 'type':
      return { at: 'type', ...asking, question, field: emptyField }
    case 'match':
      return { at: 'match', ...asking, question, cursor: 0, groups: question.items.map(() => undefined) }
    case 'order':
      return { at: 'order', ...asking, question, cursor: 0, order: [] }
    case 'choose':
      return commit
        ? { at: 'commit', ...asking, question }
        : { at: 'choose', ...asking, question, cursor: 0, picked: [], story: false, whatIf: false }
  }
}

/** Asks the next question of a session, or shows what it came to. */
export function askNext(model: Model, session: Session, input: Pick<Input, 'elapsed'>): Model {
  const asked = nextQuestion(session, model.bank, model.progress, model.day)
  return show(
    model,
    asked
      ? questionScreen(asked.session, asked.question, input.elapsed, model.settings.commit)
      : { at: 'summary', session },
  )
}

/** Starts a session over the home screen. What was under way is left, and that is said. */
export function begin(model: Model, mode: Session['mode'], waiting: readonly Waiting[], input: Moment): Model {
  const session = startSession(mode, input.at.toString(36), input.seed, examOf(model.settings), waiting)
  const first = askNext(
    { ...only(model, { at: 'home' }), trail: [], screens: [{ at: 'home' }, { at: 'home' }] },
    session,
    input,
  )
  const notice = partingOf(model, first)
  return notice === undefined ? first : noting(first, notice)
}

/** Today's questions. Missing when there is nothing to ask. */
export function beginToday(model: Model, input: Moment, wishes: Wishes = {}): Model | undefined {
  const { queue } = todayQueue(model.bank, model.progress, model.settings, model.day, input.seed, wishes)
  return queue.length === 0
    ? undefined
    : begin(
        model,
        'today',
        queue.map(idea => ({ idea })),
        input,
      )
}

/** A question screen as it was before anything was done on it. */
export function asFirstShown(screen: QuestionScreen, commit: boolean): QuestionScreen {
  return questionScreen(screen.session, screen.question, screen.shownAt, commit)
}
