import type { IdeaId } from '../../deck/deck.ts'
import { judge } from '../../kinds/index.ts'
import type { Answer, Question } from '../../kinds/kind.ts'
import type { ReviewDraft, Sure } from '../../study/event.ts'
import { todayQueue, type Wishes } from '../../study/queue.ts'
import { rate } from '../../study/rating.ts'
import { afterAnswer, nextQuestion, type Session, startSession, type Waiting } from '../../study/session.ts'
import { examOf } from '../../study/settings.ts'
import { emptyField } from '../field.ts'
import {
  type Feedback,
  type Input,
  type Model,
  only,
  type QuestionScreen,
  type Screen,
  type Step,
  show,
} from '../model.ts'

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

/** Starts a session over the home screen. */
export function begin(model: Model, mode: Session['mode'], waiting: readonly Waiting[], input: Moment): Model {
  const session = startSession(mode, input.at.toString(36), input.seed, examOf(model.settings), waiting)
  return askNext(
    { ...only(model, { at: 'home' }), trail: [], screens: [{ at: 'home' }, { at: 'home' }] },
    session,
    input,
  )
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

const longest = 600_000

/** Judges an answer: the review to record, and the feedback to show once it is recorded. */
export function answered(
  model: Model,
  screen: QuestionScreen,
  answer: Answer,
  input: Input,
): { readonly feedback: Feedback; readonly draft: ReviewDraft } {
  const { question, session, shownAt } = screen
  const whatIf = screen.at === 'choose' && screen.whatIf
  const sure = screen.at === 'choose' ? screen.sure : undefined
  const opened = screen.at === 'choose' ? screen.opened : undefined
  const verdict = judge(question, answer)
  const rating = rate(question, answer, verdict, sure, model.progress, model.day)
  const ms = Math.min(longest, Math.max(0, Math.round(input.elapsed - shownAt)))
  const draft: ReviewDraft = {
    type: 'review',
    card: question.card.id,
    idea: question.card.idea,
    rating,
    verdict: verdict.is,
    ms,
    ...(opened !== undefined && { opened }),
    ...(sure !== undefined && { sure }),
    kind: question.card.kind,
    answer: answerText(question, answer),
    ...shownIn(question),
    ...(question.by === 'choose' && question.hinge && { hinge: question.hinge.id }),
    ...confusedIn(question, answer),
    seed: question.seed,
    mode: whatIf ? 'whatif' : session.mode,
    session: session.id,
  }
  const misses = missesToday(model, question.card.idea) + (rating === 1 ? 1 : 0)
  const after = whatIf ? session : afterAnswer(session, question, verdict.is === 'right', rating, misses, ms)
  return {
    draft,
    feedback: {
      at: 'feedback',
      session: after,
      before: session,
      question,
      answer,
      verdict,
      draft,
      others: false,
      idea: false,
    },
  }
}

/** What was answered, as the log keeps it: the typed text, ids of options, names of groups in the order of the items, or steps. */
function answerText(question: Question, answer: Answer): ReviewDraft['answer'] {
  switch (answer.by) {
    case 'recall':
      return String(answer.recalled)
    case 'type':
      return answer.text ?? ''
    case 'choose':
      return answer.picked
    case 'match':
      return question.by === 'match' ? answer.groups.map(group => question.groups[group] ?? '') : []
    case 'order':
      return question.by === 'order' ? answer.order.map(shown => question.steps[shown]?.text ?? '') : []
  }
}

/** The idea that was taken for the question's own: what the picked distractor stands for. */
function confusedIn(question: Question, answer: Answer): Pick<ReviewDraft, 'confused'> {
  if (question.by !== 'choose' || answer.by !== 'choose') return {}
  const picked = question.options.filter(option => !option.right && answer.picked.includes(option.id))
  const confused = picked.find(option => option.confuses !== undefined)?.confuses
  return confused === undefined ? {} : { confused }
}

/** What was shown to choose from, in order. */
function shownIn(question: Question): Pick<ReviewDraft, 'shown'> {
  switch (question.by) {
    case 'choose':
      return { shown: question.options.map(option => option.id) }
    case 'match':
      return { shown: question.items.map(item => item.text) }
    case 'order':
      return { shown: question.steps.map(step => step.text) }
    default:
      return {}
  }
}

/** Answers of today that were rated Again, for an idea. */
export function missesToday(model: Model, idea: IdeaId): number {
  const known = model.progress.ideas.get(idea)
  return known && known.lastDay === model.day ? known.misses : 0
}

/** Shows the feedback of an answer, with its review to record. */
export function judged(model: Model, screen: QuestionScreen, answer: Answer, input: Input): Step {
  const { feedback, draft } = answered(model, screen, answer, input)
  const trail = draft.mode === 'whatif' ? model.trail : [...model.trail, asFirstShown(screen, model.settings.commit)]
  return { model: { ...show(model, feedback), trail }, drafts: [draft] }
}

/** A question screen as it was before anything was done on it. */
export function asFirstShown(screen: QuestionScreen, commit: boolean): QuestionScreen {
  return questionScreen(screen.session, screen.question, screen.shownAt, commit)
}

/** Takes back the last answer of the session: it is undone on the disk, and its question stands again. */
export function undo(model: Model, _screen: Screen, input: Input): Step {
  const previous = model.trail.at(-1)
  if (!previous) return { model }
  const undone = new Set(model.progress.tail.flatMap(event => (event.type === 'undo' ? [event.of] : [])))
  const last = model.progress.tail.findLast(
    event =>
      event.type === 'review' &&
      event.session === previous.session.id &&
      event.mode !== 'whatif' &&
      !undone.has(event.id),
  )
  const question = { ...previous, shownAt: input.elapsed }
  return {
    model: { ...show(model, question), trail: model.trail.slice(0, -1), notice: 'Taken back.' },
    ...(last && { drafts: [{ type: 'undo' as const, of: last.id }] }),
  }
}

export const sureOf = (key: string): Sure => (key === '1' ? 1 : key === '2' ? 2 : 3)
