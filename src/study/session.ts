import type { Card, CardId, IdeaId, TopicId } from '../deck/deck.ts'
import { ask } from '../kinds/index.ts'
import { type Question, unseen } from '../kinds/kind.ts'
import { mix } from '../kinds/random.ts'
import type { Bank } from './bank.ts'
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
  const ready = session.back.find(({ after }) => after <= place)
  const lastTopic = topicOf(bank, session.answered.at(-1)?.idea)
  const chosen =
    ready ??
    session.waiting.find(({ idea }) => topicOf(bank, idea) !== lastTopic) ??
    session.waiting[0] ??
    session.back[0]
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
  const wait = back.after - session.answered.length
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
  const found = bank.ideas.get(idea)
  return found && faceFor(found, progress, exam, day)
}

const topicOf = (bank: Bank, idea: IdeaId | undefined): TopicId | undefined =>
  idea === undefined ? undefined : bank.ideas.get(idea)?.topic
