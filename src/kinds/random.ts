import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that a seed decides: the same seed gives the same draws. */
export type Dice = {
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  /** From 0 up to, not including, 1. */
  share(): number
  shuffled<T>(list: readonly T[]): readonly T[]
}

export function dice(seed: number): Dice {
  // Mixed first: the generator's early draws follow neighbouring seeds too closely.
  const generator = xoroshiro128plus(mix(seed, 0))
  const int = (from: number, to: number) => uniformInt(generator, from, to)
  return {
    int,
    share: () => int(0, 2 ** 30 - 1) / 2 ** 30,
    shuffled(list) {
      const cards = [...list]
      for (let last = cards.length - 1; last > 0; last--) {
        const other = int(0, last)
        const kept = cards[last]
        const swapped = cards[other]
        if (kept !== undefined && swapped !== undefined) [cards[last], cards[other]] = [swapped, kept]
      }
      return cards
    },
  }
}

/** A seed for the `n`th question of a session. */
export function mix(seed: number, n: number): number {
  let mixed = Math.imul(seed ^ (n + 0x9e3779b9), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 1
}
