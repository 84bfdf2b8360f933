import type { CardId } from '../deck/deck.ts'
import { type Bank, bankOf } from './bank.ts'
import type { CardProgress } from './card.ts'
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

/** The exams after one more event; the newest last. */
export function sittingsAfter(
  before: readonly Sitting[],
  event: ExamEvent,
  cards: ReadonlyMap<CardId, CardProgress>,
): readonly Sitting[] {
  if (event.type === 'exam-start') return trimmed([...before, started(event, cards)])
  return before.map(sitting => (sitting.id === event.session ? after(sitting, event) : sitting))
}

function trimmed(sittings: readonly Sitting[]): readonly Sitting[] {
  const oldest = sittings.findIndex(({ paper }) => paper === undefined)
  return sittings.length > kept && oldest >= 0 ? sittings.toSpliced(oldest, 1) : sittings
}

function started(
  { session, exam, paper, strict, cards, hinges, unscored, seed, deadline, at }: ExamStartDraft & { at: number },
  seen: ReadonlyMap<CardId, CardProgress>,
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
    allowed: deadline - at,
    deadline,
    met: cards.flatMap((card, place) => (seen.has(card) ? [place] : [])),
    answers: {},
    place: 0,
    pauses: 0,
  }
}

/** What comes after an exam was handed in changes nothing. */
function after(sitting: Sitting, event: Exclude<ExamEvent, { type: 'exam-start' }>): Sitting {
  if (sitting.finishedAt !== undefined) return sitting
  const { pausedAt, ...running } = sitting
  switch (event.type) {
    case 'exam-answer':
      return answered(sitting, event)
    case 'exam-pause':
      return pausedAt === undefined ? { ...sitting, pausedAt: event.at, pauses: sitting.pauses + 1 } : sitting
    case 'exam-go-on':
      return pausedAt === undefined ? sitting : { ...running, deadline: sitting.deadline + (event.at - pausedAt) }
    case 'exam-finish':
      return { ...sitting, finishedAt: event.at }
  }
}

function answered(sitting: Sitting, { place, answer, flagged, ms, next }: ExamAnswerDraft): Sitting {
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

/** Milliseconds left at an instant; the clock stands while it is paused. */
export const timeLeft = ({ deadline, pausedAt }: Sitting, at: number): number =>
  Math.max(0, deadline - (pausedAt ?? at))

/** The bank in which the cards of papers that were sat are ordinary ones. */
export function withPapers(bank: Bank, sittings: readonly Sitting[]): Bank {
  const sat = sittings.flatMap(({ paper, finishedAt, cards }) =>
    paper === undefined || finishedAt === undefined ? [] : cards,
  )
  return bank.sealed.some(({ id }) => sat.includes(id)) ? bankOf(bank.decks, sat) : bank
}
