import { crc32 } from 'node:zlib'
import type { CardId, IdeaId, KindName } from '../deck/deck.ts'
import type { Verdict } from '../kinds/kind.ts'
import type { Instant } from '../world.ts'

/** Again, Hard, Good, Easy, as in FSRS. */
export type Rating = 1 | 2 | 3 | 4
/** 1 sure, 2 think so, 3 no idea. */
export type Sure = 1 | 2 | 3
/** `whatif` counts for nothing but what was seen. */
export type Mode = 'today' | 'quiz' | 'exam' | 'whatif'

/** One answered question. */
export type ReviewDraft = {
  readonly type: 'review'
  readonly card: CardId
  readonly idea: IdeaId
  readonly rating: Rating
  readonly verdict: Verdict['is']
  /** From the question to the answer, 0 to 600,000. */
  readonly ms: number
  /** From the question to the open options. */
  readonly opened?: number
  readonly sure?: Sure
  readonly kind: KindName
  /** The typed text, or the ids of what was picked. */
  readonly answer: string | readonly string[]
  /** The ids of the shown options, in order. */
  readonly shown?: readonly string[]
  readonly hinge?: string
  /** The idea that was taken for this one: the picked distractor's `confuses`. */
  readonly confused?: IdeaId
  readonly seed: number
  readonly mode: Mode
  readonly session: string
}
export type UndoDraft = { readonly type: 'undo'; readonly of: string }
/** Puts a flag on a card, or takes it off. */
export type FlagDraft = { readonly type: 'flag'; readonly target: CardId; readonly on: boolean }
/** Asks a card or an idea no more, or again. */
export type SuspendDraft = { readonly type: 'suspend'; readonly target: CardId | IdeaId; readonly on: boolean }
/** Begins an idea anew: its answers so far count for memory no more. */
export type ResetDraft = { readonly type: 'reset'; readonly target: IdeaId }
/** An exam begins. Each of its events names it by `session`. */
export type ExamStartDraft = {
  readonly type: 'exam-start'
  readonly session: string
  readonly exam: string
  /** The sealed paper that is sat. */
  readonly paper?: string
  /** Without pauses. */
  readonly strict: boolean
  readonly cards: readonly CardId[]
  /** For each card the hinge that is asked. */
  readonly hinges: readonly (string | null)[]
  /** Places of the questions that do not count. */
  readonly unscored: readonly number[]
  readonly seed: number
  /** When the time is over by the clock, in ms since 1970. */
  readonly deadline: number
}
/** How a question of an exam stands, and which one the person went to. `answer`: ids of options; `ms`: since the last such event or since it was shown. */
export type ExamAnswerDraft = {
  readonly type: 'exam-answer'
  readonly session: string
  readonly place: number
  readonly answer: readonly string[]
  readonly flagged: boolean
  readonly ms: number
  readonly next: number
}
/** The clock stops, or goes on; or the exam was handed in, after which each answered question has its review. */
export type ExamMarkDraft = {
  readonly type: 'exam-pause' | 'exam-go-on' | 'exam-finish'
  readonly session: string
}
export type ExamDraft = ExamStartDraft | ExamAnswerDraft | ExamMarkDraft
/** What a person did, before it has an id and a time. */
export type Draft = ReviewDraft | UndoDraft | FlagDraft | SuspendDraft | ResetDraft | ExamDraft

type Stamp = { readonly v: 1; readonly id: string; readonly at: Instant; readonly day: number; readonly offset: number }
export type Review = Stamp & ReviewDraft
export type Undo = Stamp & UndoDraft
/** An event of a later version: kept, and passed over. */
export type Unknown = { readonly type: 'unknown'; readonly id: string; readonly at: Instant; readonly line: string }
export type Change = Stamp & (FlagDraft | SuspendDraft | ResetDraft)
export type ExamEvent = Stamp & ExamDraft
export type Event = Review | Undo | Change | ExamEvent | Unknown

/** When an event happens: `day` is the study day, `offset` minutes east of UTC. */
export type Now = { readonly at: Instant; readonly day: number; readonly offset: number }

export const stamp = (draft: Draft, { at, day, offset }: Now, seed: number): Stamp & Draft => ({
  v: 1,
  id: `${at.toString(36)}-${(seed % 36 ** 4).toString(36).padStart(4, '0')}`,
  at,
  day,
  offset,
  ...draft,
})

/** One line of a log, without its line end: JSON, complete in itself, with the CRC-32 of the rest as its last field. */
export function lineOf(event: Event): string {
  if (event.type === 'unknown') return event.line
  const json = JSON.stringify(event)
  return `${json.slice(0, -1)},"crc":"${sum(json)}"}`
}
const sum = (json: string): string => crc32(json).toString(16).padStart(8, '0')

export type Rejected = { readonly rejected: string }

/** Reads a line, or says why it cannot be one. */
export function eventOf(line: string): Event | Rejected {
  const [, body, crc] = /^(\{.*),"crc":"([0-9a-f]{8})"\}\s*$/s.exec(line) ?? []
  if (body === undefined) return { rejected: 'it is cut off or has no checksum' }
  if (sum(`${body}}`) !== crc) return { rejected: 'its checksum does not fit' }
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch {
    return { rejected: 'it is not JSON' }
  }
  const event = raw as Record<string, unknown>
  if (typeof event.id !== 'string' || !Number.isFinite(event.at)) return { rejected: 'it has no id or no time' }
  if (event.v === 1 && event.type === 'review')
    return isReview(event) ? withoutCrc(event) : { rejected: 'a field of the review is missing or wrong' }
  if (event.v === 1 && event.type === 'undo')
    return typeof event.of === 'string' ? withoutCrc(event) : { rejected: 'it does not say what it undoes' }
  if (event.v === 1 && (event.type === 'flag' || event.type === 'suspend' || event.type === 'reset'))
    return isChange(event) ? withoutCrc(event) : { rejected: 'it does not say what it changes' }
  if (event.v === 1 && isExamType(event.type))
    return hasExamFields(event) ? withoutCrc(event) : { rejected: 'a field of the exam is missing or wrong' }
  return { type: 'unknown', id: event.id, at: event.at as Instant, line }
}

function withoutCrc<E extends Event>(event: Record<string, unknown>): E {
  const { crc: _, ...rest } = event
  return rest as E
}

const isChange = (event: Record<string, unknown>): boolean =>
  typeof event.target === 'string' && (event.type === 'reset' || typeof event.on === 'boolean')

const examTypes: ReadonlySet<unknown> = new Set<ExamDraft['type']>([
  'exam-start',
  'exam-answer',
  'exam-pause',
  'exam-go-on',
  'exam-finish',
])
const isExamType = (type: unknown): boolean => examTypes.has(type)
export const isExamEvent = (event: Event): event is ExamEvent => isExamType(event.type)

function hasExamFields(event: Record<string, unknown>): boolean {
  if (typeof event.session !== 'string') return false
  if (event.type === 'exam-start')
    return (
      typeof event.exam === 'string' &&
      typeof event.strict === 'boolean' &&
      areAll(event.cards, one => typeof one === 'string') &&
      areAll(event.hinges, one => one === null || typeof one === 'string') &&
      areAll(event.unscored, Number.isInteger) &&
      Number.isFinite(event.seed) &&
      Number.isFinite(event.deadline)
    )
  return (
    event.type !== 'exam-answer' ||
    (Number.isInteger(event.place) &&
      Number.isInteger(event.next) &&
      areAll(event.answer, one => typeof one === 'string') &&
      typeof event.flagged === 'boolean' &&
      Number.isFinite(event.ms))
  )
}

const areAll = (list: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(list) && list.every(is)

const isReview = (event: Record<string, unknown>): boolean =>
  typeof event.card === 'string' &&
  typeof event.idea === 'string' &&
  (event.rating === 1 || event.rating === 2 || event.rating === 3 || event.rating === 4) &&
  (event.verdict === 'right' || event.verdict === 'partly' || event.verdict === 'wrong') &&
  Number.isInteger(event.day) &&
  Number.isFinite(event.offset) &&
  typeof event.ms === 'number' &&
  typeof event.kind === 'string' &&
  typeof event.mode === 'string' &&
  typeof event.session === 'string' &&
  (event.shown === undefined || Array.isArray(event.shown))
