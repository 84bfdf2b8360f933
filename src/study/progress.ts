import type { CardId, IdeaId, KindName } from '../deck/deck.ts'
import { isTyped } from '../kinds/traits.ts'
import { type Bank, placeOf } from './bank.ts'
import { type CardProgress, cardAfter, own } from './card.ts'
import { type Confusion, confusionsAfter } from './confusion.ts'
import { type DayProgress, dayAfter } from './days.ts'
import { type Event, isExamEvent } from './event.ts'
import { historyAfter, type PastAnswer } from './history.ts'
import { type IdeaProgress, ideaAfter } from './idea.ts'
import { awaited, byTime, idsOf, inOrder, type Place, partBefore, standing } from './order.ts'
import { recalledOn } from './recall.ts'
import { counted, none, type Share } from './share.ts'
import { type Sitting, sittingsAfter } from './sitting.ts'
import { noTallies, type Tallies, tallying } from './tally.ts'

/** What events come to. */
export type Folded = {
  readonly ideas: ReadonlyMap<IdeaId, IdeaProgress>
  readonly cards: ReadonlyMap<CardId, CardProgress>
  readonly histories: ReadonlyMap<IdeaId, readonly PastAnswer[]>
  readonly days: ReadonlyMap<number, DayProgress>
  /** The newest answer times by kind, in ms. */
  readonly pace: Readonly<Partial<Record<KindName, readonly number[]>>>
  /** Typed answers at first sight, and choices of each kind answered with "no idea". */
  readonly typed: Share
  readonly guesses: Readonly<Partial<Record<KindName, Share>>>
  readonly tallies: Tallies
  readonly flagged: readonly CardId[]
  /** Cards and ideas that are not asked. */
  readonly suspended: readonly (CardId | IdeaId)[]
  readonly confusions: readonly Confusion[]
  /** The exams that were begun, the newest last. */
  readonly sittings: readonly Sitting[]
  /** The last event that is in, taken back or not. */
  readonly last?: Place
  /** What undos that are in name and what is not in: when it comes, it is void. */
  readonly awaited?: readonly string[]
}
/** Everything known about the person, derived from events alone. The newest events are kept beside what the older ones come to, so that an undo among them is a small refold. */
export type Progress = Folded & { readonly past: Folded; readonly tail: readonly Event[] }

export const nothing: Folded = {
  ideas: new Map(),
  cards: new Map(),
  histories: new Map(),
  days: new Map(),
  pace: {},
  typed: none,
  guesses: {},
  tallies: noTallies,
  flagged: [],
  suspended: [],
  confusions: [],
  sittings: [],
}
export const newcomer: Progress = { ...nothing, past: nothing, tail: [] }

const kept = 200
const paceKept = 101

/** Progress from all events, in order (`inOrder`). */
export function replay(events: readonly Event[], bank: Bank): Progress {
  const part = partBefore(events, events.length - kept)
  const older = events.slice(0, part)
  const missing = awaited(older)
  const past = { ...folded(nothing, older, bank), ...(missing.length > 0 && { awaited: missing }) }
  return resumed(past, events.slice(part), bank)
}

/** Progress from a snapshot's fold and the newer events. Missing when an event is older than the fold or was waited for, or undoes something in the fold: then everything must be replayed. */
export function resume(past: Folded, tail: readonly Event[], bank: Bank): Progress | undefined {
  const ids = idsOf(tail)
  const missing = new Set(past.awaited)
  const fits = tail.every(
    event => isLater(event, past.last) && !missing.has(event.id) && (event.type !== 'undo' || ids.has(event.of)),
  )
  return fits ? resumed(past, tail, bank) : undefined
}

/** Progress after one more event. An undo of something older than the tail changes nothing here; the next start replays. */
export function apply(progress: Progress, event: Event, bank: Bank): Progress {
  const { past, tail } = progress
  const isUndone = tail.some(other => other.type === 'undo' && other.of === event.id)
  const isNext = event.type !== 'undo' && !isUndone && isLater(event, tail.at(-1) ?? past.last)
  if (!isNext) return resumed(past, inOrder([tail, [event]]), bank)
  return { ...folded(progress, [event], bank), past, tail: [...tail, event] }
}

/** Moves all but the newest events of the tail into the past: the form to keep on disk. */
export function compacted(progress: Progress, bank: Bank): Progress {
  const { past, tail } = progress
  const ids = idsOf(tail)
  // An undo of something that is not in the tail must be seen by the next start.
  const loose = tail.findIndex(event => event.type === 'undo' && !ids.has(event.of))
  const part = partBefore(tail, Math.min(tail.length - kept, loose < 0 ? tail.length : loose))
  if (part === 0) return progress
  return { ...progress, past: { ...past, ...folded(past, tail.slice(0, part), bank) }, tail: tail.slice(part) }
}

const resumed = (past: Folded, tail: readonly Event[], bank: Bank): Progress => ({
  ...folded(past, tail, bank),
  past,
  tail,
})

const isLater = (event: Event, than: Place | undefined) => than === undefined || byTime(event, than) > 0

/** What events come to on top of others; what they took back among themselves is left out. */
function folded(past: Folded, events: readonly Event[], bank: Bank): Folded {
  const newest = events.at(-1)
  const last = newest ? { at: newest.at, id: newest.id } : past.last
  return { ...fold(past, standing(events), bank), ...(last && { last }) }
}

function fold(past: Folded, events: readonly Event[], bank: Bank): Folded {
  const ideas = new Map(past.ideas)
  const cards = new Map(past.cards)
  const histories = new Map(past.histories)
  const days = new Map(past.days)
  const pace: Record<string, number[]> = {}
  for (const [kind, times] of Object.entries(past.pace)) pace[kind] = [...times]
  const guesses = { ...past.guesses }
  const counting = tallying(past.tallies)
  let { typed, flagged, suspended, confusions, sittings } = past
  let newest = newestDay(days)
  for (const event of events) {
    if (event.type === 'flag') flagged = changed(flagged, renamedIn(bank, event.target), event.on)
    if (event.type === 'suspend') suspended = changed(suspended, renamedIn(bank, event.target), event.on)
    if (event.type === 'reset') ideas.delete(renamedIn(bank, event.target))
    if (isExamEvent(event)) sittings = sittingsAfter(sittings, event, card => cards.has(renamedIn(bank, card)))
    if (event.type !== 'review') continue
    const { card, idea } = placeOf(bank, event.card, event.idea)
    const times = cards.get(card)?.times ?? 0
    cards.set(card, cardAfter(cards.get(card), event, bank.cards.get(card)))
    if (event.mode === 'whatif') continue
    const isRight = event.verdict === 'right'
    counting.count(event, times)
    const before = ideas.get(idea)
    if (isTyped(event.kind) && !before) typed = counted(typed, isRight)
    if (event.sure === 3) guesses[event.kind] = counted(own(guesses, event.kind), isRight)
    const over = newest !== undefined && newest < event.day ? days.get(newest) : undefined
    if (newest !== undefined && over) days.set(newest, { ...over, ...endOfDay(newest, ideas, bank) })
    newest = Math.max(newest ?? event.day, event.day)
    ideas.set(idea, ideaAfter(before, idea, card, event))
    histories.set(idea, historyAfter(histories.get(idea), event))
    const taken = event.confused && renamedIn(bank, event.confused)
    confusions = confusionsAfter(confusions, idea, taken, event)
    days.set(event.day, dayAfter(days.get(event.day), event, before))
    const paces = own(pace, event.kind) ?? []
    paces.push(event.ms)
    if (paces.length > 2 * paceKept) paces.splice(0, paces.length - paceKept)
    pace[event.kind] = paces
  }
  return {
    ideas,
    cards,
    histories,
    days,
    pace,
    typed,
    guesses,
    tallies: counting.tallies,
    flagged,
    suspended,
    confusions,
    sittings,
  }
}

/** An id as the decks have it now. */
const renamedIn = <Id extends string>({ renamed }: Bank, id: Id): Id => (renamed.get(id) ?? id) as Id

const changed = <Id>(list: readonly Id[], id: Id, on: boolean): readonly Id[] =>
  on === list.includes(id) ? list : on ? [...list, id] : list.filter(other => other !== id)

/** Days come in order, but for the answers of a device whose clock is off. */
export const newestDay = (days: ReadonlyMap<number, DayProgress>): number | undefined =>
  days.size === 0 ? undefined : Math.max(...days.keys())

/** The first day on which an idea is due; never, when none was met. */
export function earliestDue(ideas: Iterable<IdeaProgress>): number {
  let earliest = Number.POSITIVE_INFINITY
  for (const { dueDay } of ideas) earliest = Math.min(earliest, dueDay)
  return earliest
}

/** What is known of a day once another one begins. */
const endOfDay = (day: number, ideas: ReadonlyMap<IdeaId, IdeaProgress>, bank: Bank): Partial<DayProgress> => ({
  // JSON, in which snapshots are kept, knows no infinity.
  dueFrom: Math.min(Number.MAX_SAFE_INTEGER, earliestDue(ideas.values())),
  recalled: recalledOn(day, ideas, bank),
})
