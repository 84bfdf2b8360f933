import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { safe } from '../../src/deck/text.ts'
import {
  bold,
  cutTo,
  firstVisible,
  type Line,
  labelled,
  line,
  marked,
  quiet,
  run,
  sides,
  textOf,
  widthOf,
  wrap,
} from '../../src/ui/lines.ts'
import { texts } from '../helpers/words.ts'

const rowsOf = (rows: readonly Line[]) => rows.map(textOf)
const safeTexts = texts.map(safe)
/** Several runs, some of them bold, some quiet, as views make them. */
const lines = fc
  .array(fc.tuple(safeTexts, fc.constantFrom(run, bold, quiet)), { maxLength: 4 })
  .map((parts): Line => parts.map(([text, make]) => make(text)))
// One letter can be as wide as several columns: narrower rows could not hold it.
const widths = fc.integer({ min: 8, max: 100 })
/** What is left of a row without its spaces, letter by letter with its looks. */
const inkOf = (rows: readonly Line[]) =>
  rows.flatMap(row =>
    row.flatMap(({ text, ...look }) =>
      Array.from(text.replace(/\s/g, ''), letter => `${letter}${JSON.stringify(look)}`),
    ),
  )

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 100, ['one two three']],
  ['one  two', 100, ['one  two']],
  ['one  two', 4, ['one', 'two']],
  ['a timeout', 8, ['a', 'timeout']],
  ['see https://example.com/page', 8, ['see', 'https://', 'example.', 'com/page']],
  ['a https://example.com/a-page', 14, ['a https://exam', 'ple.com/a-page']],
  ['', 10, ['']],
  ['one\n\ntwo', 10, ['one', '', 'two']],
  ['one\n', 10, ['one', '']],
  [' one ', 10, ['one']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['関数は十五分', 4, ['関数', 'は十', '五分']],
  ['関数は', 3, ['関', '数', 'は']],
  ['❤️❤️❤️', 4, ['❤️❤️', '❤️']],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
  ['cafe\u0301 au lait', 7, ['cafe\u0301 au', 'lait']],
])('%j in %i columns is %j', (text, width, rows) => {
  expect(rowsOf(wrap(line(text), width))).toEqual(rows)
})

test('no row is wider than it may be, and nothing is lost', () => {
  fc.assert(
    fc.property(lines, widths, (runs, width) => {
      const rows = wrap(runs, width)
      for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(width)
      expect(inkOf(rows)).toEqual(inkOf([runs]))
    }),
    { numRuns: 500 },
  )
})

test('a word that fits into a row is never broken', () => {
  fc.assert(
    fc.property(safeTexts, widths, (text, width) => {
      const whole = text.split(/[ \n]+/).filter(word => word !== '' && stringWidth(word) <= width)
      const shown = rowsOf(wrap(line(text), width)).flatMap(row => row.split(' '))
      for (const word of whole) expect(shown).toContain(word)
    }),
  )
})

test('rows are as full as they can be', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'Lambda', '関数', '1️⃣'), { minLength: 1, maxLength: 20 }),
      widths,
      (words, width) => {
        const rows = rowsOf(wrap(line(words.join(' ')), Math.max(6, width)))
        rows.slice(1).forEach((row, i) => {
          const [first = ''] = row.split(' ')
          expect(stringWidth(`${rows[i]} ${first}`)).toBeGreaterThan(Math.max(6, width))
        })
      },
    ),
  )
})

test('a paragraph behind a label stands under itself', () => {
  expect(rowsOf(labelled(line('a  '), line('one two three'), 10))).toEqual(['a  one two', '   three'])
  expect(rowsOf(labelled(line('a'), line('one two three'), 10, 3))).toEqual(['a  one two', '   three'])
  expect(rowsOf(labelled([], line('one'), 10, 2))).toEqual(['  one'])
})

test('a cut row fits, begins as the whole one did, and says that something is missing', () => {
  fc.assert(
    fc.property(
      lines.map(runs => runs.map(one => ({ ...one, text: one.text.replaceAll('\n', ' ') }))),
      fc.integer({ min: 0, max: 60 }),
      (runs, width) => {
        const cut = cutTo(runs, width)
        expect(widthOf(cut)).toBeLessThanOrEqual(width)
        if (widthOf(runs) <= width) expect(textOf(cut)).toBe(textOf(runs))
        else if (width > 0) {
          expect(textOf(cut).endsWith('…')).toBe(true)
          expect(textOf(runs).startsWith(textOf(cut).slice(0, -1))).toBe(true)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('no emoji is cut in two', () => {
  expect(textOf(cutTo(line('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦'), 5))).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…')
  expect(textOf(cutTo(line('❤️❤️❤️'), 4))).toBe('❤️…')
})

test('the right side stands at the edge, and gives way to the left one', () => {
  expect(textOf(sides(line('left'), line('right'), 12))).toBe('left   right')
  expect(textOf(sides(line('left'), line('right'), 10))).toBe('left right')
  expect(textOf(sides(line('left'), line('right'), 8))).toBe('left ri…')
  expect(textOf(sides(line('left'), line('right'), 4))).toBe('left')
  expect(textOf(sides(line('left'), line('right'), 3))).toBe('le…')
  expect(textOf(sides(line('left'), [], 10))).toBe('left')
  fc.assert(
    fc.property(safeTexts, safeTexts, fc.integer({ min: 1, max: 80 }), (left, right, width) => {
      const row = sides(line(left.replaceAll('\n', ' ')), line(right.replaceAll('\n', ' ')), width)
      expect(widthOf(row)).toBeLessThanOrEqual(width)
    }),
  )
})

test('bold and code of a deck are bold, and a link shows its address', () => {
  expect(marked('at most **15 min**, `timeout`, [here](https://a.b)')).toEqual([
    { text: 'at most ', tone: 'text' },
    { text: '15 min', tone: 'text', bold: true },
    { text: ', ', tone: 'text' },
    { text: 'timeout', tone: 'text', bold: true },
    { text: ', ', tone: 'text' },
    { text: 'here (https://a.b)', tone: 'text' },
  ])
})

test('the rows that matter are in view, and no row behind the end is', () => {
  const place = fc.nat(200)
  fc.assert(
    fc.property(place, place, fc.nat(10), fc.integer({ min: 1, max: 50 }), (count, at, length, rows) => {
      const from = Math.min(at, count)
      const to = Math.min(from + Math.min(length, rows - 1), count)
      const first = firstVisible(from, to, count + 1, rows)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(first).toBeLessThanOrEqual(from)
      expect(to).toBeLessThan(first + rows)
      expect(first).toBeLessThanOrEqual(Math.max(0, count + 1 - rows))
    }),
  )
})
