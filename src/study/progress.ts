import type { CardId, IdeaId, KindName } from '../deck/deck.ts'
import { isTyped } from '../kinds/index.ts'
import type { Seen } from '../kinds/kind.ts'
import { type Bank, placeOf } from './bank.ts'
import type { Event, Rating, Review } from './event.ts'
import { interval, type Memory, next } from './memory.ts'
import { byTime, standing } from './order.ts'

/** What is known about an idea that was answered at least once. Days are study days. */
export type IdeaProgress = {
  readonly memory: Memory
  readonly firstDay: number
  readonly lastDay: number
  readonly dueDay: number
  readonly reviews: number
  readonly lastRating: Rating
  /** Answers rated Again on `lastDay`. */
  readonly misses: number
  readonly lastCard: CardId
  /** Days of lapses: the first Again of a day, when the idea was met on an earlier one. */
  readonly lapses: readonly number[]
  /** It was missed while sure, and not yet right twice on later days. */
  readonly misconception?: { readonly day: number; readonly rights: number }
}
/** What is known about a card that was shown at least once. */
export type CardProgress = Seen & { readonly times: number; readonly rights: number; readonly last: number }
/** Answers of one study day. */
export type DayProgress = {
  readonly answers: number
  readonly rights: number
  readonly ms: number
  /** Time spent in `today`. */
  readonly todayMs: number
  /** For a day that is followed by another: the first day on which something was due after it. */
  readonly dueFrom?: number
}
export type Share = { readonly of: number; readonly rights: number }

/** What events come to. */
export type Folded = {
  readonly ideas: ReadonlyMap<IdeaId, IdeaProgress>
  readonly cards: ReadonlyMap<CardId, CardProgress>
  readonly days: ReadonlyMap<number, DayProgress>
  /** The newest answer times by kind, in ms. */
  readonly pace: Readonly<Partial<Record<KindName, readonly number[]>>>
  /** Typed answers at first sight, and choices of each kind answered with "no idea". */
  readonly typed: Share
  readonly guesses: Readonly<Partial<Record<KindName, Share>>>
  /** The last event that is in. */
  readonly last?: { readonly at: number; readonly id: string }
}
/** Everything known about the person, derived from events alone. The newest events are kept beside what the older ones come to, so that an undo among them is a small refold. */
export type Progress = Folded & { readonly past: Folded; readonly tail: readonly Event[] }

export const nothing: Folded = {
  ideas: new Map(),
  cards: new Map(),
  days: new Map(),
  pace: {},
  typed: { of: 0, rights: 0 },
  guesses: {},
}
export const newcomer: Progress = { ...nothing, past: nothing, tail: [] }

const kept = 200
const paceKept = 101

/** Progress from all events, in order (`inOrder`). */
export function replay(events: readonly Event[], bank: Bank): Progress {
  const cut = cutBefore(events, events.length - kept)
  const past = fold(
    nothing,
    standing(events).filter(event => !isAfter(event, events[cut])),
    bank,
  )
  return resumed(past, events.slice(cut), bank)
}

/** Progress from a snapshot's fold and the newer events. Missing when an event is older than the fold or undoes something in it: then everything must be replayed. */
export function resume(past: Folded, tail: readonly Event[], bank: Bank): Progress | undefined {
  const ids = new Set(tail.map(event => event.id))
  const fits = tail.every(
    event => (!past.last || isLater(event, past.last)) && (event.type !== 'undo' || ids.has(event.of)),
  )
  return fits ? resumed(past, tail, bank) : undefined
}

/** Progress after one more event. An undo of something older than the tail changes nothing here; the next start replays. */
export function apply(progress: Progress, event: Event, bank: Bank): Progress {
  const tail = [...progress.tail, event]
  if (event.type === 'undo') return resumed(progress.past, tail, bank)
  return { ...fold(progress, [event], bank), past: progress.past, tail }
}

/** Moves all but the newest events of the tail into the past: the form to keep on disk. */
export function compacted(progress: Progress, bank: Bank): Progress {
  const cut = cutBefore(progress.tail, progress.tail.length - kept)
  if (cut <= 0) return progress
  const past = fold(
    progress.past,
    standing(progress.tail).filter(event => !isAfter(event, progress.tail[cut])),
    bank,
  )
  return { ...progress, past, tail: progress.tail.slice(cut) }
}

const resumed = (past: Folded, tail: readonly Event[], bank: Bank): Progress => ({
  ...fold(past, standing(tail), bank),
  past,
  tail,
})

const isLater = (event: { at: number; id: string }, than: { at: number; id: string }) =>
  event.at > than.at || (event.at === than.at && event.id > than.id)
/** Whether an event belongs to the part that begins with `first`. */
const isAfter = (event: Event, first: Event | undefined) => first !== undefined && byTime(event, first) >= 0

/** The place at or before `wanted` from which no event undoes one before it. */
function cutBefore(events: readonly Event[], wanted: number): number {
  const places = new Map(events.map((event, i) => [event.id, i] as const))
  let cut = Math.max(0, wanted)
  for (let i = events.length - 1; i >= cut; i--) {
    const event = events[i]
    if (event?.type !== 'undo') continue
    cut = Math.min(cut, places.get(event.of) ?? cut)
  }
  return cut
}

function fold(folded: Folded, events: readonly Event[], bank: Bank): Folded {
  const ideas = new Map(folded.ideas)
  const cards = new Map(folded.cards)
  const days = new Map(folded.days)
  const pace: Partial<Record<KindName, number[]>> = {}
  for (const [kind, times] of Object.entries(folded.pace)) pace[kind as KindName] = [...times]
  const guesses = { ...folded.guesses }
  let typed = folded.typed
  let last = folded.last
  let newest = newestDay(days)
  for (const event of events) {
    last = { at: event.at, id: event.id }
    if (event.type !== 'review') continue
    const { card, idea } = placeOf(bank, event.card, event.idea)
    cards.set(card, cardAfter(cards.get(card), event))
    if (event.mode === 'whatif') continue
    const before = ideas.get(idea)
    if (isTyped(event.kind) && !before) typed = counted(typed, event)
    if (event.sure === 3) guesses[event.kind] = counted(guesses[event.kind], event)
    const closed = newest !== undefined && newest < event.day ? days.get(newest) : undefined
    if (newest !== undefined && closed) days.set(newest, { ...closed, dueFrom: earliestDue(ideas.values()) })
    newest = Math.max(newest ?? event.day, event.day)
    ideas.set(idea, ideaAfter(before, idea, card, event))
    days.set(event.day, dayAfter(days.get(event.day), event))
    const times = pace[event.kind] ?? []
    times.push(event.ms)
    if (times.length > 2 * paceKept) times.splice(0, times.length - paceKept)
    pace[event.kind] = times
  }
  return { ideas, cards, days, pace, typed, guesses, ...(last && { last }) }
}

/** Days come in order, but for the answers of a device whose clock is off. */
export const newestDay = (days: ReadonlyMap<number, DayProgress>): number | undefined =>
  days.size === 0 ? undefined : Math.max(...days.keys())

/** The first day on which an idea is due; never, when none was met. */
export function earliestDue(ideas: Iterable<IdeaProgress>): number {
  let earliest = Number.POSITIVE_INFINITY
  for (const { dueDay } of ideas) earliest = Math.min(earliest, dueDay)
  return earliest
}

const counted = (share: Share | undefined, { verdict }: Review): Share => ({
  of: (share?.of ?? 0) + 1,
  rights: (share?.rights ?? 0) + (verdict === 'right' ? 1 : 0),
})

function cardAfter(before: CardProgress | undefined, review: Review): CardProgress {
  const options = { ...before?.options }
  for (const id of review.shown ?? []) options[id] = (options[id] ?? 0) + 1
  const wrongPick = review.verdict !== 'right' && Array.isArray(review.answer) ? review.answer[0] : undefined
  const fell = wrongPick ?? before?.fell
  const hinge = review.hinge ?? before?.hinge
  return {
    options,
    ...(fell !== undefined && { fell }),
    ...(hinge !== undefined && { hinge }),
    times: (before?.times ?? 0) + 1,
    rights: (before?.rights ?? 0) + (review.verdict === 'right' ? 1 : 0),
    last: Math.max(before?.last ?? 0, review.at),
  }
}

function ideaAfter(
  before: IdeaProgress | undefined,
  id: IdeaId,
  card: CardId,
  { day, rating, verdict, sure }: Review,
): IdeaProgress {
  const sameDay = before !== undefined && before.lastDay >= day
  const misses = (sameDay ? before.misses : 0) + (rating === 1 ? 1 : 0)
  // A second miss on one day says nothing new about memory: five would leave a stability of minutes.
  const fed = !(rating === 1 && misses > 1)
  const memory =
    before && !fed ? before.memory : next(before?.memory, before ? Math.max(0, day - before.lastDay) : 0, rating)
  const reviews = (before?.reviews ?? 0) + 1
  const lapsed = rating === 1 && misses === 1 && before !== undefined && before.firstDay < day
  const misconception = misconceptionAfter(before, day, verdict, sure)
  const wait = rating === 1 ? 1 : interval(memory, `${id} ${reviews}`)
  return {
    memory,
    firstDay: before?.firstDay ?? day,
    lastDay: Math.max(before?.lastDay ?? day, day),
    dueDay: day + (misconception ? Math.min(wait, misconception.rights === 0 ? 1 : 3) : wait),
    reviews,
    lastRating: rating,
    misses,
    lastCard: card,
    lapses: lapsed ? [...before.lapses, day] : (before?.lapses ?? []),
    ...(misconception && { misconception }),
  }
}

/** Being right minutes after the reason was read proves nothing: only later days count. */
function misconceptionAfter(
  before: IdeaProgress | undefined,
  day: number,
  verdict: Review['verdict'],
  sure: Review['sure'],
): IdeaProgress['misconception'] {
  if (verdict !== 'right' && sure === 1) return { day, rights: 0 }
  const held = before?.misconception
  if (!held || verdict !== 'right' || day <= held.day || day === before.lastDay) return held
  return held.rights + 1 >= 2 ? undefined : { ...held, rights: held.rights + 1 }
}

const dayAfter = (before: DayProgress | undefined, { verdict, ms, mode }: Review): DayProgress => ({
  ...before,
  answers: (before?.answers ?? 0) + 1,
  rights: (before?.rights ?? 0) + (verdict === 'right' ? 1 : 0),
  ms: (before?.ms ?? 0) + ms,
  todayMs: (before?.todayMs ?? 0) + (mode === 'today' ? ms : 0),
})
