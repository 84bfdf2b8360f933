import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figure, filled, slotsIn } from '../../src/deck/fill.ts'
import { formulaOf, namesIn } from '../../src/deck/formula.ts'

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['2 ^ 3 ^ 2', 512],
  ['-2 ^ 2 + 5', 9],
  ['10 / 4', 2.5],
  ['min(3, a, 7)', 2],
  ['max(1)', 1],
  ['ceil(10.1) + floor(2.9) + round(2.5)', 16],
  ['a * b / 1000', 0.01],
  ['1.5e3', 1500],
])('%s is %d', (formula, result) => {
  expect(formulaOf(formula)({ a: 2, b: 5 })).toBeCloseTo(result, 12)
})

test.each([
  'process.exit(1)',
  'constructor.constructor("return process")()',
  'a.b',
  'a["b"]',
  '"text"',
  '[1, 2]',
  'a = 1',
  'a == 1',
  'a && 1',
  'a ? 1 : 2',
  'sqrt(2)',
  'toString()',
  'hasOwnProperty(1)',
  'min()',
  'this',
  '1; 2',
  '1 2',
  '',
  '(',
  '!1',
  '~1',
  'a & 1',
  'a % 2',
  '`x`',
  `${'1+'.repeat(300)}1`,
])('%s is refused', formula => {
  expect(() => formulaOf(formula)).toThrow(SyntaxError)
})

test.each([
  ['1 / 0', {}],
  ['9 ^ 9 ^ 9 ^ 9', {}],
  ['a', {}],
  ['toString', {}],
  ['__proto__ + 1', {}],
  ['constructor', {}],
])('%s gives no number, in no time', (formula, values) => {
  expect(() => formulaOf(formula)(values)).toThrow(RangeError)
})

test('any text at all is refused or is a formula: it neither runs code nor hangs', () => {
  const part = fc.constantFrom(
    '1',
    'a',
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
    ',',
    'min',
    'max',
    '.',
    '[',
    ']',
    '"',
    'process',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 500 }),
        fc.array(part, { maxLength: 60 }).map(parts => parts.join(' ')),
      ),
      text => {
        try {
          expect(Number.isFinite(formulaOf(text)({ a: 3 }))).toBe(true)
        } catch (error) {
          expect(error instanceof SyntaxError || error instanceof RangeError).toBe(true)
        }
      },
    ),
    { numRuns: 3000 },
  )
})

test('the names of a formula are those that must be given', () => {
  expect(namesIn('rate * ms / 1000 + min(rate, -limit)')).toEqual(['rate', 'ms', 'limit'])
})

test.each([
  [1234567, '1,234,567'],
  [1000, '1,000'],
  [999, '999'],
  [0.5, '0.5'],
  [1234.5, '1,234.5'],
  [0.0000166667, '0.0000166667'],
  [0.1 + 0.2, '0.3'],
  [1e9, '1,000,000,000'],
  [-1500, '-1,500'],
  [0, '0'],
])('%d is written %s', (number, text) => expect(figure(number)).toBe(text))

test('texts are filled with values and results; other braces stay', () => {
  const text = 'With {rate} requests of {ms} ms: {= rate * ms / 1000}. {hinge} {Not} {}'
  expect(filled(text, { rate: 2000, ms: 250 })).toBe('With 2,000 requests of 250 ms: 500. {hinge} {Not} {}')
  expect(slotsIn(text)).toEqual({ formulas: ['rate * ms / 1000'], names: ['rate', 'ms', 'hinge'] })
})
