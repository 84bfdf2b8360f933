import type { Review } from './event.ts'
import type { IdeaProgress } from './idea.ts'
import type { Recalled } from './recall.ts'
import { counted, none, type Share } from './share.ts'

/** Answers of one study day. */
export type DayProgress = {
  readonly answers: number
  readonly rights: number
  readonly ms: number
  /** Time spent in `today`. */
  readonly todayMs: number
  /** Of the first answers of the day to ideas met on an earlier one, those rated better than Again. */
  readonly retained: Share
  /** For a day that is followed by another: the first day on which something was due after it. */
  readonly dueFrom?: number
  /** For a day that is followed by another: what would have been recalled at its end. */
  readonly recalled?: Recalled
}

/** A day after one more answer; `known`: its idea before. */
export function dayAfter(
  before: DayProgress | undefined,
  { day, verdict, rating, ms, mode }: Review,
  known: IdeaProgress | undefined,
): DayProgress {
  const isReturn = known !== undefined && known.lastDay < day
  return {
    ...before,
    answers: (before?.answers ?? 0) + 1,
    rights: (before?.rights ?? 0) + (verdict === 'right' ? 1 : 0),
    ms: (before?.ms ?? 0) + ms,
    todayMs: (before?.todayMs ?? 0) + (mode === 'today' ? ms : 0),
    retained: isReturn ? counted(before?.retained, rating > 1) : (before?.retained ?? none),
  }
}
