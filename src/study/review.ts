import type { Answer, Question, Verdict } from '../kinds/kind.ts'
import type { Mode, Rating, ReviewDraft, Sure } from './event.ts'

/** What surrounds an answer. `ms`: from the question to the answer. */
export type Answering = {
  readonly rating: Rating
  readonly ms: number
  readonly opened?: number | undefined
  readonly sure?: Sure | undefined
  readonly mode: Mode
  readonly session: string
}

const longest = 600_000

/** The review of an answered question, as the log keeps it. */
export const reviewOf = (
  question: Question,
  answer: Answer,
  verdict: Verdict,
  { rating, ms, opened, sure, mode, session }: Answering,
): ReviewDraft => ({
  type: 'review',
  card: question.card.id,
  idea: question.card.idea,
  rating,
  verdict: verdict.is,
  ms: Math.min(longest, Math.max(0, Math.round(ms))),
  ...(opened !== undefined && { opened }),
  ...(sure !== undefined && { sure }),
  kind: question.card.kind,
  answer: answerText(question, answer),
  ...shownIn(question),
  ...(question.by === 'choose' && question.hinge && { hinge: question.hinge.id }),
  ...confusedIn(question, answer),
  seed: question.seed,
  mode,
  session,
})

/** The typed text, ids of options, names of groups in the order of the items, or steps. */
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
