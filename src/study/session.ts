import type { Card, CardId, IdeaId, TopicId } from '../deck/deck.ts'
import { ask } from '../kinds/index.ts'
import { type Question, unseen } from '../kinds/kind.ts'
import { mix } from '../kinds/random.ts'
import { apart } from './apart.ts'
import { type Bank, unsuspended } from './bank.ts'
import type { Mode, Rating } from './event.ts'
import { faceFor } from './face.ts'
import { secondsToAsk } from './pace.ts'
import type { Progress } from './progress.ts'

/** An idea to be asked; a quiz also names the card. */
export type Waiting = { readonly idea: IdeaId; readonly card?: CardId }
export type Answered = { readonly card: CardId; readonly idea: IdeaId; readonly right: boolean; readonly ms: number }

/** A queue of questions being answered. A value: every answer makes the next one, and undo goes back to the one before. */
export type Session = {
  readonly id: string
  readonly mode: Extract<Mode, 'today' | 'quiz'>
  readonly seed: number
  readonly exam: string | undefined
  readonly waiting: readonly Waiting[]
  /** Missed ideas, and the number of answers after which they may come back. */
  readonly back: readonly { readonly idea: IdeaId; readonly after: number }[]
  readonly answered: readonly Answered[]
}
export type AskedNow = { readonly session: Session; readonly question: Question }

const between = 5

export const startSession = (
  mode: Session['mode'],
  id: string,
  seed: number,
  exam: string | undefined,
  waiting: readonly Waiting[],
): Session => ({ id, mode, seed, exam, waiting, back: [], answered: [] })

/** How many questions it has, those on their way back included. */
export const lengthOf = (session: Session): number =>
  session.answered.length + session.waiting.length + session.back.length

/** Seconds that the open questions will take. */
export function secondsLeft(session: Session, bank: Bank, progress: Progress, day: number): number {
  return [...session.waiting, ...session.back].reduce((sum, waiting) => {
    const card = cardFor(waiting, session, bank, progress, day)
    return card ? sum + secondsToAsk(card.kind, !progress.ideas.has(card.idea), progress) : sum
  }, 0)
}

/** Takes the next question from the queue; missing when none is left. Two of one topic do not follow each other when it can be avoided. */
export function nextQuestion(session: Session, bank: Bank, progress: Progress, day: number): AskedNow | undefined {
  const place = session.answered.length
  const chosen = nextWaiting(session, bank, progress)
  if (!chosen) return undefined
  const rest: Session = {
    ...session,
    waiting: session.waiting.filter(other => other !== chosen),
    back: session.back.filter(other => other !== chosen),
  }
  const card = cardFor(chosen, session, bank, progress, day)
  if (!card) return nextQuestion(rest, bank, progress, day)
  return { session: rest, question: ask(card, progress.cards.get(card.id) ?? unseen, mix(session.seed, place)) }
}

/** What may come back goes before what waits, and another topic than the last before the same; confused ideas keep their distance. */
function nextWaiting(session: Session, bank: Bank, progress: Progress): Waiting | undefined {
  const { answered } = session
  const fitting = new Set<Waiting>(apart(session, progress.confusions))
  const waiting = session.waiting.filter(one => fitting.has(one))
  const back = session.back.filter(one => fitting.has(one))
  const topic = ({ idea }: Waiting) => topicOf(bank, idea)
  const last = topicOf(bank, answered.at(-1)?.idea)
  const isOther = (one: Waiting) => topic(one) !== last
  const ready = waiting.length === 0 ? back : back.filter(({ after }) => after <= answered.length)
  // A topic that makes up more than half of what waits would be left over at the end, unless it goes first.
  const count = new Map<TopicId | undefined, number>()
  for (const one of session.waiting) count.set(topic(one), (count.get(topic(one)) ?? 0) + 1)
  const most = waiting.find(one => 2 * (count.get(topic(one)) ?? 0) > session.waiting.length)
  return ready.find(isOther) ?? (most && isOther(most) ? most : waiting.find(isOther)) ?? ready[0] ?? waiting[0]
}

/** The session after an answer. A first miss of the day comes back after five other questions, or at the end. */
export function afterAnswer(
  session: Session,
  question: Question,
  right: boolean,
  rating: Rating,
  misses: number,
  ms: number,
): Session {
  const { id, idea } = question.card
  const answered = [...session.answered, { card: id, idea, right, ms }]
  const comesBack = session.mode === 'today' && rating === 1 && misses === 1
  return {
    ...session,
    answered,
    back: comesBack
      ? [...session.back, { idea, after: answered.length + between }]
      : session.back.filter(other => other.idea !== idea),
  }
}

/** How many questions lie before an idea that is on its way back. */
export function questionsUntil(session: Session, idea: IdeaId): number | undefined {
  const back = session.back.find(other => other.idea === idea)
  if (!back) return undefined
  const wait = Math.max(0, back.after - session.answered.length)
  return Math.min(wait, session.waiting.length + session.back.length - 1)
}

function cardFor(
  { idea, card }: Waiting,
  { exam }: Session,
  bank: Bank,
  progress: Progress,
  day: number,
): Card | undefined {
  if (card !== undefined) return bank.cards.get(card)
  const known = bank.ideas.get(idea)
  const found = known && unsuspended(known, progress.suspended)
  return found && faceFor(found, progress, exam, day)
}

const topicOf = (bank: Bank, idea: IdeaId | undefined): TopicId | undefined =>
  idea === undefined ? undefined : bank.ideas.get(idea)?.topic
