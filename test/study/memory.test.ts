import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rating } from '../../src/study/event.ts'
import { desiredRetention, interval, type Memory, model, next, retrievability } from '../../src/study/memory.ts'

/** Vectors of an implementation that knows nothing of ts-fsrs: research/fsrs-vectors.json. */
type Sequence = {
  readonly id: string
  readonly kind: 'sequence' | 'edge'
  readonly given: {
    readonly reviews: readonly { readonly rating: Rating; readonly elapsedDays: number }[]
    readonly state?: Memory
    readonly retention?: number
  }
  readonly expect: {
    readonly stability: readonly number[]
    readonly difficulty: readonly number[]
    readonly retrievability: readonly (number | null)[]
    readonly days?: readonly number[]
  }
}
type Curve = {
  readonly id: string
  readonly kind: 'curve'
  readonly given: { readonly points: readonly { readonly elapsedDays: number; readonly stability: number }[] }
  readonly expect: { readonly retrievability: readonly number[] }
}
type Interval = {
  readonly id: string
  readonly kind: 'interval'
  readonly given: { readonly stability: readonly number[]; readonly retention: readonly number[] }
  readonly expect: { readonly days: readonly number[]; readonly exactDays: readonly number[] }
}
type Vector = Sequence | Curve | Interval
type Vectors = {
  readonly weights: readonly number[]
  readonly vectors: readonly Vector[]
  readonly meta: {
    readonly tolerances: { readonly stability: number; readonly difficulty: number; readonly retrievability: number }
  }
}

const { weights, vectors, meta } = JSON.parse(
  readFileSync(new URL('../fixtures/fsrs-vectors.json', import.meta.url), 'utf8'),
) as Vectors
const { tolerances } = meta

function near(got: number | undefined, wanted: number | undefined, tolerance: number, what: string): void {
  expect(Math.abs((got ?? Number.NaN) - (wanted ?? Number.NaN)), `${what}: ${got} for ${wanted}`).toBeLessThanOrEqual(
    tolerance,
  )
}

/** How far fuzz may move an interval: 15, 10 and 5 in 100 of its parts from 2.5, 7 and 20 days on, and a day. */
const fuzz = (days: number) =>
  days < 2.5
    ? 0
    : 1 + 0.15 * (Math.min(days, 7) - 2.5) + 0.1 * Math.max(0, Math.min(days, 20) - 7) + 0.05 * Math.max(0, days - 20)
function fits(stability: number, exactDays: number, days: number, what: string): void {
  const got = interval({ stability, difficulty: 5 }, what)
  expect(Number.isInteger(got)).toBe(true)
  if (days < 3) expect(got, what).toBe(days)
  else near(got, exactDays, fuzz(exactDays) + 0.5, what)
}

test('the vectors are for the weights in use, and all 40 are there', () => {
  expect(vectors).toHaveLength(40)
  expect(model).toBe(`FSRS-6 ${weights.join(' ')}`)
})

test.each(vectors.filter((vector): vector is Sequence => vector.kind === 'sequence' || vector.kind === 'edge'))(
  '$id: states, recall and days are those of the reference',
  ({ given, expect: wanted }) => {
    let memory = given.state
    given.reviews.forEach(({ rating, elapsedDays }, i) => {
      const recall = wanted.retrievability[i]
      if (memory && recall !== null)
        near(retrievability(memory, elapsedDays), recall, tolerances.retrievability, `recall ${i}`)
      else expect([memory, recall]).toEqual([undefined, null])
      memory = next(memory, elapsedDays, rating)
      const stability = wanted.stability[i] ?? Number.NaN
      near(memory.stability, stability, tolerances.stability * Math.max(1, stability), `stability ${i}`)
      near(memory.difficulty, wanted.difficulty[i], tolerances.difficulty, `difficulty ${i}`)
      const days = wanted.days?.[i]
      if (days !== undefined && (given.retention ?? desiredRetention) === desiredRetention)
        fits(memory.stability, stability, days, `days ${i}`)
    })
  },
)

test.each(vectors.filter((vector): vector is Curve => vector.kind === 'curve'))(
  '$id: the forgetting curve is that of the reference',
  ({ given, expect: wanted }) => {
    given.points.forEach(({ elapsedDays, stability }, i) => {
      near(
        retrievability({ stability, difficulty: 5 }, elapsedDays),
        wanted.retrievability[i],
        tolerances.retrievability,
        `point ${i}`,
      )
    })
  },
)

test.each(vectors.filter((vector): vector is Interval => vector.kind === 'interval'))(
  '$id: the days to wait are those of the reference, spread a little',
  ({ given, expect: wanted }) => {
    const row = given.retention.indexOf(desiredRetention) * given.stability.length
    given.stability.forEach((stability, i) => {
      fits(
        stability,
        wanted.exactDays[row + i] ?? Number.NaN,
        wanted.days[row + i] ?? Number.NaN,
        `stability ${stability}`,
      )
    })
  },
)

const stabilities = fc.double({ min: 0.001, max: 36_500, noNaN: true })

test('the days to wait are the same for the same seed, whatever was asked between', () => {
  fc.assert(
    fc.property(stabilities, stabilities, fc.string(), fc.string(), (stability, other, seed, otherSeed) => {
      const days = interval({ stability, difficulty: 5 }, seed)
      interval({ stability: other, difficulty: 5 }, otherSeed)
      expect(interval({ stability, difficulty: 5 }, seed)).toBe(days)
      expect(days).toBeGreaterThanOrEqual(1)
    }),
  )
})

test('other seeds spread the days', () => {
  const days = Array.from({ length: 50 }, (_, i) => interval({ stability: 100, difficulty: 5 }, `idea ${i}`))
  expect(new Set(days).size).toBeGreaterThan(5)
})

test('recall falls with time and is 0.9 after as many days as the stability says', () => {
  fc.assert(
    fc.property(stabilities, fc.nat(1000), (stability, elapsed) => {
      const memory = { stability, difficulty: 5 }
      expect(retrievability(memory, elapsed + 1)).toBeLessThanOrEqual(retrievability(memory, elapsed))
      expect(retrievability(memory, stability)).toBeCloseTo(0.9, 6)
    }),
  )
})

test('a clock that went back counts as no time at all', () => {
  expect(retrievability({ stability: 3, difficulty: 5 }, -1)).toBe(1)
})

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%s days between two answers are refused', elapsed => {
  expect(() => next({ stability: 3, difficulty: 5 }, elapsed, 3)).toThrow(RangeError)
})
