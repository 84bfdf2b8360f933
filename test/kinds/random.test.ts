import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dice, mix } from '../../src/kinds/random.ts'

const rounds = 12_000
/** How far counts are from being alike, in units in which 1 is what chance alone brings. */
const unevenness = (counts: readonly number[]) => {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0) / (counts.length - 1)
}
const counted = (draw: (round: number) => number, ends: number) => {
  const counts = Array.from({ length: ends }, () => 0)
  for (let round = 0; round < rounds; round++) counts[draw(round)] = (counts[draw(round)] ?? 0) + 1
  return counts
}

test.each([
  ['one after the other', (round: number) => round],
  ['of one session', (round: number) => mix(20260923, round)],
  ['of one place in many sessions', (round: number) => mix(round, 3)],
])('seeds %s draw every number and every place alike', (_, seed) => {
  for (const ends of [2, 3, 4, 5, 6]) {
    const list = Array.from({ length: ends }, (_, i) => i)
    expect(unevenness(counted(round => dice(seed(round)).int(0, ends - 1), ends))).toBeLessThan(11)
    expect(unevenness(counted(round => dice(seed(round)).shuffled(list).indexOf(0), ends))).toBeLessThan(11)
    expect(unevenness(counted(round => dice(seed(round)).shuffled(list)[0] ?? 0, ends))).toBeLessThan(11)
  }
})

test('what comes second does not follow from what came first', () => {
  for (const seed of [(round: number) => round, (round: number) => mix(5, round)]) {
    const pair = (round: number) => {
      const roll = dice(seed(round))
      return roll.int(0, 3) * 4 + roll.int(0, 3)
    }
    expect(unevenness(counted(pair, 16))).toBeLessThan(3)
  }
})

test('a number is never outside its ends', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -100, max: 100 }), fc.nat(50), (seed, from, span) => {
      const drawn = dice(seed).int(from, from + span)
      expect(drawn).toBeGreaterThanOrEqual(from)
      expect(drawn).toBeLessThanOrEqual(from + span)
    }),
  )
})

test('a shuffled list holds what it held, and the list itself stays as it was', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.option(fc.nat(5), { nil: undefined })), (seed, list) => {
      const before = [...list]
      const shuffled = dice(seed).shuffled(list)
      expect(list).toEqual(before)
      expect([...shuffled].map(String).sort()).toEqual(before.map(String).sort())
      expect(dice(seed).shuffled(list)).toEqual(shuffled)
    }),
  )
})

test('the questions of a session have seeds of their own', () => {
  const seeds = Array.from({ length: 10_000 }, (_, n) => mix(42, n))
  expect(new Set(seeds).size).toBeGreaterThan(9_990)
  for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true)
})
