import type { Event } from './event.ts'

/** What places an event among the others. */
export type Place = { readonly at: number; readonly id: string }

export const byTime = (a: Place, b: Place): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The logs of many devices as one sequence: by time, then id; an event that is there twice counts once. */
export function inOrder(logs: readonly (readonly Event[])[]): readonly Event[] {
  const all = logs.flat().sort(byTime)
  const seen = new Set<string>()
  return all.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** What standing undos name. Judged newest first, so that undoing an undo restores. */
function undone(events: readonly Event[]): ReadonlySet<string> {
  const named = new Set<string>()
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i]
    if (event?.type === 'undo' && !named.has(event.id)) named.add(event.of)
  }
  return named
}

/** The events that count, without undos and what they took back. */
export function standing(events: readonly Event[]): readonly Event[] {
  const gone = undone(events)
  return gone.size === 0 ? events : events.filter(event => event.type !== 'undo' && !gone.has(event.id))
}

/** What an undo takes back: the newest standing event. */
export const newestStanding = (events: readonly Event[]): Event | undefined =>
  standing(events).findLast(event => event.type !== 'unknown')

/** What standing undos name and is not there: it may come yet, from another device. */
export function awaited(events: readonly Event[]): readonly string[] {
  const there = idsOf(events)
  return [...undone(events)].filter(id => !there.has(id))
}

/** The place at or before `wanted` that has no undo on one side of it and what it takes back on the other. */
export function partBefore(events: readonly Event[], wanted: number): number {
  const places = new Map(events.map(({ id }, i) => [id, i] as const))
  const pairs = events.flatMap((event, i) => {
    const of = event.type === 'undo' ? places.get(event.of) : undefined
    return of === undefined ? [] : [{ from: Math.min(i, of), to: Math.max(i, of) }]
  })
  pairs.sort((a, b) => b.to - a.to)
  return pairs.reduce((part, { from, to }) => (from < part && part <= to ? from : part), Math.max(0, wanted))
}

export const idsOf = (events: readonly Event[]): ReadonlySet<string> => new Set(events.map(({ id }) => id))
