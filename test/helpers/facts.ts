import type { Folded, Progress } from '../../src/study/progress.ts'

/** What is known, without how it is kept. */
export function factsOf(progress: Progress): Folded {
  const { past: _past, tail: _tail, last: _last, ...known } = progress
  return known
}
