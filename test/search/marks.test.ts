import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, type Marked, marked } from '../../src/search/marks.ts'

const shown = (runs: readonly Marked[]) => runs.map(run => (run.hit ? `<${run.text}>` : run.text)).join('')
const joined = (runs: readonly Marked[]) => runs.map(run => run.text).join('')

test.each([
  ['At most 15 minutes', ['minutes'], 'At most 15 <minutes>'],
  ['Time and TIME again', ['time'], '<Time> and <TIME> again'],
  ['timeouts', ['timeout'], '<timeout>s'],
  ['a runtime', ['time'], 'a runtime'],
  ['cold start, start', ['start', 'cold start'], '<cold start>, <start>'],
  ['Café au lait', ['cafe'], '<Café> au lait'],
  ['実行関数の', ['関数'], '実行<関数>の'],
  ['👩‍💻 codes', ['codes'], '👩‍💻 <codes>'],
  ['nothing here', ['timeout'], 'nothing here'],
  ['no words', [], 'no words'],
  ['an empty word', [''], 'an empty word'],
  ['', ['a'], ''],
])('%j with %j is marked %s', (text, words, marks) => {
  expect(shown(marked(text, words))).toBe(marks)
})

const words = fc.array(fc.constantFrom('time', 'timeout', 'a', 'é', 'cafe', '関', '', '.', 'cold start', '👩'), {
  maxLength: 4,
})
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'Time',
        'timeout',
        'a',
        'Café',
        'e\u0301',
        '関数',
        ' ',
        '  ',
        'cold start',
        '👩‍💻',
        'ß',
        'İ',
        '-',
      ),
      { maxLength: 40 },
    )
    .map(parts => parts.join('')),
)

test('marks never change a text', () => {
  fc.assert(
    fc.property(texts, words, (text, found) => {
      expect(joined(marked(text, found))).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('an excerpt is a part of the text, no longer than asked for', () => {
  fc.assert(
    fc.property(texts, words, fc.integer({ min: 10, max: 60 }), (text, found, width) => {
      const part = joined(excerpt(text, found, width))
        .replace(/^… /, '')
        .replace(/ …$/, '')
      expect(text).toContain(part)
      expect(part.length).toBeLessThanOrEqual(width)
      if (text.length <= width) expect(joined(excerpt(text, found, width))).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('an excerpt shows the place where the word stands, however far in and without any space', () => {
  const prose = 'some words of prose '.repeat(100)
  const long = 'x'.repeat(5000)
  for (const text of [
    `${prose}timeout ${prose}`,
    `${long} timeout ${long}`,
    `timeout ${long}`,
    `${prose}timeout`,
    `関数の${'関'.repeat(500)} timeout`,
  ])
    for (const width of [20, 36, 76, 160, 200]) {
      const runs = excerpt(text, ['timeout'], width)
      expect(runs.filter(run => run.hit).map(run => run.text)).toContain('timeout')
      expect(joined(runs).length).toBeGreaterThan(width / 2)
    }
})

test('a long text without a space is cut, but not within a letter', () => {
  const part = joined(excerpt('👩'.repeat(100), [], 21))
  expect(part).toBe(`${'👩'.repeat(10)} …`)
})
