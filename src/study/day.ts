import type { Instant } from '../world.ts'

const dayMs = 86_400_000

/** Study day: whole days since 1970-01-01 of the local calendar day, which turns at `startsAt` o'clock. `offset`: minutes east of UTC at that instant. */
export const studyDay = (at: Instant, offset: number, startsAt: number): number =>
  Math.floor((at + offset * 60_000 - startsAt * 3_600_000) / dayMs)

/**
 * Today, given the last study day on record. A flight west or a clock set back by up to a day stays on the last day;
 * when the record is further ahead the clock is believed, and `clockWentBack` says so.
 */
export function currentDay(
  now: number,
  lastOnRecord: number | undefined,
): { readonly day: number; readonly clockWentBack: boolean } {
  const ahead = (lastOnRecord ?? now) - now
  return { day: ahead === 1 ? now + 1 : now, clockWentBack: ahead > 1 }
}
