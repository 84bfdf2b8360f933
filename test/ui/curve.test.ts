import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curveLines } from '../../src/ui/curve.ts'
import { textOf, widthOf } from '../../src/ui/lines.ts'

const drawn = (values: readonly number[], width: number, day = 0, says = 'due Wed 2 Dec') =>
  curveLines({ values, goal: 0.9, marked: { day, says }, first: 'today', last: 'in 4 weeks' }, width).map(textOf)
const falling = Array.from({ length: 29 }, (_, i) => 1 - i * 0.01)

test('it falls from left to right, crosses the goal, and names its days', () => {
  expect(drawn(falling, 62, 14)).toMatchInlineSnapshot(`
    [
      "100  ●●●●●                                                    ",
      " 95       ●●●●●●●●●●                                          ",
      " 90  ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄●●●●●●●●●●┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
      " 85                           ●●●●●●●●●●                      ",
      " 80                              │      ●●●●●●●●●●            ",
      " 75                              │                ●●●●●●●●●●  ",
      " 70                              │                          ●●",
      "     today                 due Wed 2 Dec            in 4 weeks",
    ]
  `)
})

test('what falls far has rows for tens', () => {
  const rows = drawn([1, 0.8, 0.6, 0.4], 20)
  expect(rows.map(row => row.slice(0, 5).trim())).toEqual(['100', '90', '80', '70', '60', '50', '40', ''])
})

test('any values at any width: one point a column, and nothing wider than asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 400 }),
      fc.integer({ min: 28, max: 80 }),
      fc.integer({ min: -3, max: 500 }),
      (values, width, day) => {
        const curve = { values, goal: 0.9, marked: { day, says: 'due today' }, first: 'today', last: 'in a year' }
        const lines = curveLines(curve, width)
        for (const row of lines) expect(widthOf(row)).toBeLessThanOrEqual(width)
        const rows = lines.map(textOf)
        for (let column = 5; column < width; column++) expect(rows.filter(row => row[column] === '●')).toHaveLength(1)
        expect(rows.at(-1)).toContain('due today')
      },
    ),
  )
})
