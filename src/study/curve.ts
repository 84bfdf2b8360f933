import { type Bank, ideasFor } from './bank.ts'
import { newestDay, type Progress } from './progress.ts'
import { recallOn } from './stats.ts'

/** `recall`: the share (0 to 1) of the exam's ideas that would have been recalled in an exam that day; what was not met counts as 0. */
export type RecallPoint = { readonly day: number; readonly recall: number }

/** Recall at the end of each study day, and today as it stands. */
export function recallByDay(
  bank: Bank,
  progress: Progress,
  exam: string | undefined,
  today: number,
): readonly RecallPoint[] {
  const ideas = ideasFor(bank, exam)
  if (ideas.length === 0) return []
  const newest = newestDay(progress.days)
  const standing = (day: number) => ideas.reduce((sum, idea) => sum + (recallOn(progress, idea, day) ?? 0), 0)
  // A day that came late, from a clock that was off, has no end of its own.
  const sumOf = (day: number) =>
    day === today || day === newest ? standing(day) : progress.days.get(day)?.recalled?.[exam ?? 'none']
  const days = [...progress.days.keys()].filter(day => day < today).sort((a, b) => a - b)
  return [...days, today].flatMap(day => {
    const sum = sumOf(day)
    return sum === undefined ? [] : [{ day, recall: Math.min(1, sum / ideas.length) }]
  })
}
