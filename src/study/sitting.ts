import type { CardId } from '../deck/deck.ts'
import { type Bank, bankOf } from './bank.ts'
import type { ExamAnswerDraft, ExamEvent, ExamStartDraft } from './event.ts'

/** How a question of an exam was answered. */
export type SittingAnswer = {
  readonly picked: readonly string[]
  /** All that was picked before, in order. */
  readonly earlier: readonly (readonly string[])[]
  readonly flagged: boolean
  /** Time spent on it. */
  readonly ms: number
}
/** An exam that was begun: all that its events say. Instants in ms since 1970. */
export type Sitting = Omit<ExamStartDraft, 'type' | 'session'> & {
  readonly id: string
  readonly startedAt: number
  /** The study day on which it was begun, then the one on which it was handed in. */
  readonly day: number
  /** The time of its newest event. */
  readonly lastAt: number
  /** Milliseconds that the exam has, without pauses. */
  readonly allowed: number
  /** Places of the cards that had been asked before. */
  readonly met: readonly number[]
  readonly answers: Readonly<Record<number, SittingAnswer>>
  /** The question that the person is at. */
  readonly place: number
  readonly pauses: number
  readonly pausedAt?: number
  readonly finishedAt?: number
}

/** Older ones are in the log only, but for sealed papers, which must not be sealed again. */
const kept = 20

/** The exams after one more event; the newest last. `isMet`: whether a card was asked before. */
export function sittingsAfter(
  before: readonly Sitting[],
  event: ExamEvent,
  isMet: (card: CardId) => boolean,
): readonly Sitting[] {
  if (event.type === 'exam-start') return trimmed([...before, started(event, isMet)])
  return before.map(sitting => (sitting.id === event.session ? after(sitting, event) : sitting))
}

function trimmed(sittings: readonly Sitting[]): readonly Sitting[] {
  const drawn = sittings.filter(({ paper }) => paper === undefined)
  return drawn.length > kept ? sittings.filter(sitting => sitting !== drawn[0]) : sittings
}

function started(
  {
    session,
    exam,
    paper,
    strict,
    cards,
    hinges,
    unscored,
    seed,
    deadline,
    at,
    day,
  }: Extract<ExamEvent, ExamStartDraft>,
  isMet: (card: CardId) => boolean,
): Sitting {
  return {
    id: session,
    exam,
    ...(paper !== undefined && { paper }),
    strict,
    cards,
    hinges,
    unscored,
    seed,
    startedAt: at,
    day,
    lastAt: at,
    allowed: deadline - at,
    deadline,
    met: cards.flatMap((card, place) => (isMet(card) ? [place] : [])),
    answers: {},
    place: 0,
    pauses: 0,
  }
}

/** What comes after an exam was handed in changes nothing. */
function after(before: Sitting, event: Exclude<ExamEvent, { type: 'exam-start' }>): Sitting {
  if (before.finishedAt !== undefined) return before
  const sitting = { ...before, lastAt: event.at }
  const { pausedAt, ...running } = sitting
  switch (event.type) {
    case 'exam-answer':
      return answered(sitting, event)
    case 'exam-pause':
      return pausedAt === undefined ? { ...sitting, pausedAt: event.at, pauses: sitting.pauses + 1 } : sitting
    case 'exam-go-on':
      return pausedAt === undefined ? sitting : { ...running, deadline: sitting.deadline + (event.at - pausedAt) }
    case 'exam-finish':
      return { ...sitting, finishedAt: event.at, day: event.day }
  }
}

function answered(sitting: Sitting, { place, answer, flagged, ms, next }: ExamAnswerDraft): Sitting {
  const { cards } = sitting
  if (cards[place] === undefined || cards[next] === undefined) return sitting
  const before = sitting.answers[place]
  const changed = before !== undefined && before.picked.join() !== answer.join()
  const earlier = changed ? [...before.earlier, before.picked] : (before?.earlier ?? [])
  return {
    ...sitting,
    place: next,
    answers: {
      ...sitting.answers,
      [place]: { picked: answer, earlier, flagged, ms: (before?.ms ?? 0) + ms },
    },
  }
}

/** The exam that is not handed in yet. */
export const openSitting = (sittings: readonly Sitting[]): Sitting | undefined =>
  sittings.findLast(sitting => sitting.finishedAt === undefined)

/** Milliseconds left at an instant; the clock stands while it is paused, and gives nothing back when it is set back. */
export const timeLeft = ({ deadline, pausedAt, lastAt }: Sitting, at: number): number =>
  Math.max(0, deadline - (pausedAt ?? Math.max(at, lastAt)))

/** The bank in which the cards of papers that were sat are ordinary ones. */
export function withPapers(bank: Bank, sittings: readonly Sitting[]): Bank {
  const sat = sittings.flatMap(({ paper, finishedAt, cards }) =>
    paper === undefined || finishedAt === undefined ? [] : cards.map(id => (bank.renamed.get(id) ?? id) as CardId),
  )
  return bank.sealed.some(({ id }) => sat.includes(id)) ? bankOf(bank.decks, sat) : bank
}
