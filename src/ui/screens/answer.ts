import type { IdeaId } from '../../deck/deck.ts'
import { judge } from '../../kinds/index.ts'
import type { Answer } from '../../kinds/kind.ts'
import type { ReviewDraft } from '../../study/event.ts'
import { rate } from '../../study/rating.ts'
import { reviewOf } from '../../study/review.ts'
import { afterAnswer } from '../../study/session.ts'
import { type Feedback, type Input, type Model, type QuestionScreen, type Screen, type Step, show } from '../model.ts'
import { asFirstShown } from './ask.ts'

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
  const mode = whatIf ? 'whatif' : session.mode
  const ms = input.elapsed - shownAt
  const draft = reviewOf(question, answer, verdict, { rating, ms, opened, sure, mode, session: session.id })
  const misses = missesToday(model, question.card.idea) + (rating === 1 ? 1 : 0)
  const after = whatIf ? session : afterAnswer(session, question, verdict.is === 'right', rating, misses, draft.ms)
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
      story: false,
      others: false,
      idea: false,
    },
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
