import type { Event } from './event.ts'

export const byTime = (a: Event, b: Event): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The logs of many devices as one sequence: by time, then id; an event that is there twice counts once. */
export function inOrder(logs: readonly (readonly Event[])[]): readonly Event[] {
  const all = logs.flat().sort(byTime)
  const seen = new Set<string>()
  return all.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** The events that count, without undos and what they took back. Judged newest first, so that undoing an undo restores. */
export function standing(events: readonly Event[]): readonly Event[] {
  const undone = new Set<string>()
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i]
    if (event?.type === 'undo' && !undone.has(event.id)) undone.add(event.of)
  }
  return undone.size === 0 ? events : events.filter(event => event.type !== 'undo' && !undone.has(event.id))
}

/** What an undo takes back: the newest standing event. */
export const newestStanding = (events: readonly Event[]): Event | undefined =>
  standing(events).findLast(event => event.type === 'review')
