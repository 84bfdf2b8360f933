import type { Given } from './deck.ts'

/** The value of a variable at a share (0 up to, not including, 1) of those that it may take. */
export function valueAt(given: Given, share: number): number {
  if ('of' in given) return given.of[Math.floor(share * given.of.length)] ?? 0
  const steps = Math.floor((given.to - given.from) / given.step + 1e-9)
  return Number((given.from + Math.floor(share * (steps + 1)) * given.step).toPrecision(12))
}
