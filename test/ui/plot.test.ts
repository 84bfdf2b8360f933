import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axis, bar, curve, shadeOf, stacked } from '../../src/ui/plot.ts'

test('a bar is as long as its share', () => {
  expect([0, 0.5, 1, 2, -1].map(share => bar(share, 4))).toEqual(['░░░░', '██░░', '████', '████', '░░░░'])
})

test('parts side by side fill the bar, and each that is there is seen', () => {
  expect(
    stacked(
      [
        [1, 'a'],
        [1, 'b'],
        [2, 'c'],
      ],
      8,
    ),
  ).toBe('aabbcccc')
  expect(
    stacked(
      [
        [1, 'a'],
        [0, 'b'],
        [99, 'c'],
      ],
      8,
    ),
  ).toBe('accccccc')
  expect(
    stacked(
      [
        [99, 'a'],
        [1, 'b'],
        [1, 'c'],
      ],
      8,
    ),
  ).toBe('aaaaaabc')
  expect(stacked([[0, 'a']], 8)).toBe('')
  fc.assert(
    fc.property(
      fc.array(fc.nat(300), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 4, max: 40 }),
      (counts, width) => {
        const cells = stacked(
          counts.map((count, i) => [count, 'abcd'[i] ?? '']),
          width,
        )
        const some = counts.filter(count => count > 0).length
        expect(cells).toHaveLength(some === 0 ? 0 : width)
        expect(new Set(cells).size).toBe(some)
      },
    ),
  )
})

test('a curve puts each point at its height, over the dashes of the goal', () => {
  const points = [
    { x: 0, y: 0.02 },
    { x: 0.5, y: 0.5 },
    { x: 1, y: 0.96 },
  ]
  expect(curve(points, 0.8, 5, 5)).toEqual(['    ●', '┄┄┄┄┄', '  ●  ', '     ', '●    '])
  expect(
    curve(
      [
        { x: 1, y: 0.1 },
        { x: 1, y: 0.8 },
      ],
      0.8,
      3,
      5,
    )[1],
  ).toBe('┄┄●')
  expect(curve([], 1, 3, 2)).toEqual(['┄┄┄', '   '])
})

test('names stand under their place as far as there is room, and the first ones first', () => {
  expect(
    axis(
      [
        [0.5, 'today'],
        [0, 'day 1'],
        [1, 'end'],
      ],
      30,
    ),
  ).toBe('day 1        today         end')
  expect(
    axis(
      [
        [0.5, 'today'],
        [0.4, 'left out'],
      ],
      30,
    ).trim(),
  ).toBe('today')
  expect(axis([[1, 'far too long']], 5)).toBe('')
  expect(axis([[0.98, 'today']], 20)).toBe(`${' '.repeat(15)}today`)
})

test('a shade says how many there were against the greatest', () => {
  expect([0, 1, 5, 6, 10, 11, 20].map(count => shadeOf(count, 20)).join('')).toBe('·░░▒▒▓█')
  expect(shadeOf(3, 0)).toBe('█')
})
