import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { readDocument } from '../../src/deck/document.ts'
import { problemText } from '../../src/deck/problem.ts'
import { expectFrame, placed } from '../helpers/topic.ts'

const shape = z.strictObject({
  title: z.string().check(z.minLength(1)),
  lines: z.optional(z.array(z.int())),
  words: z.optional(z.union([z.string(), z.array(z.string())])),
  more: z.optional(z.record(z.string(), z.unknown())),
})
const read = (text: string) => readDocument(text, 'file.yaml', shape)

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', 'b: &b [▸*a, *a, *a, *a, *a, *a, *a, *a, *a]']
const more = ['c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]', 'd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]']

test.each([
  ['a quote that is never closed', 'yaml', 'title: T\nwords: ▸"one\nlines: [1]\n'],
  ['a single quote that is never closed', 'yaml', "title: ▸'it is\n"],
  ['a quote closed too early', 'yaml', 'title: "one" ▸two\n'],
  ['a tab as indentation', 'yaml', 'title: T\nmore:\n▸\ta: 1\n'],
  ['the same key twice', 'yaml', 'title: T\nlines: [1]\n▸title: U\n'],
  ['the same key twice in a map of a list', 'yaml', 'title: T\nmore: { a: [{ b: 1, ▸"b": 2 }] }\n'],
  ['a colon in a text without quotes', 'yaml', 'title: ▸limits: all of them\n'],
  ['a text that begins with a backtick', 'yaml', 'title: ▸`code`\n'],
  ['a text that begins like a tag', 'yaml', 'title: ▸!Ref Function\n'],
  ['an alias of nothing', 'yaml', 'title: ▸*nothing\n'],
  ['a list that is never closed', 'yaml', 'title: T\nlines: [1, 2\n▸'],
  ['a map as a key', 'yaml', 'title: T\nmore: { ▸[a]: 1 }\n'],
  ['two documents', 'yaml', 'title: T\n▸---\ntitle: U\n'],
  ['aliases that unfold a billion times', 'aliases', [...bomb, ...more].join('\n')],
  ['an alias that holds itself', 'aliases', 'title: T\nmore: &m { a: ▸*m }\n'],
  ['an alias that holds itself many times', 'aliases', 'title: T\nmore: &m { a: [▸*m, *m, *m, *m, *m, *m, *m, *m] }\n'],
  ['an empty file', 'no-value', '▸'],
  ['a text instead of a map', 'wrong-type', '▸hello'],
  ['a list instead of a map', 'wrong-type', '▸- title'],
  ['a missing key', 'missing-key', '▸lines: [1]\n'],
  ['a key that is not known', 'unknown-key', 'title: T\n▸tilte: { a: 1 }\n'],
  ['a key without a value', 'no-value', 'title: T\nlines: ▸\n'],
  ['an entry without a value', 'no-value', 'title: T\nwords:\n  - one\n  -▸\n'],
  ['a number where text is due', 'wrong-type', 'title: ▸15\n'],
  ['a truth where text is due', 'wrong-type', 'title: ▸true\n'],
  ['a number in a list of texts', 'wrong-type', 'title: T\nwords: [one, ▸2]\n'],
  ['a number where text or a list is due', 'wrong-type', 'title: T\nwords: ▸2\n'],
  ['a map where text or a list is due', 'wrong-type', 'title: T\nwords: ▸{ a: b }\n'],
  ['text where a number is due', 'wrong-type', 'title: T\nlines: [1, ▸two]\n'],
  ['a list where text is due', 'wrong-type', 'title: ▸[T]\n'],
  ['nothing where text is due', 'too-few', 'title: ▸""\n'],
  ['__proto__ as a key', 'unknown-key', 'title: T\n▸__proto__: { title: U }\n'],
  ['__proto__ as a key of a free map', 'unknown-key', 'title: T\nmore: { ▸__proto__: { title: U } }\n'],
  ['constructor as a key', 'unknown-key', 'title: T\n▸constructor: 1\n'],
  ['an escape sequence in a text', 'control-character', 'title: T\nwords: ▸"\\e]52;c;ZXZpbA==\\a"\n'],
  ['a real escape sequence', 'control-character', 'title: T\nwords: ▸\u001b[2Jx\n'],
  ['a hidden letter', 'control-character', 'title: T\nwords: [a, ▸b\u200bc]\n'],
  ['an escape sequence in a key', 'control-character', 'title: T\nmore: { ▸"a\\e[2J": 1 }\n'],
  ['Windows line ends', 'unknown-key', 'title: T\r\nlines: [1]\r\n▸tilte: U\r\n'],
])('%s is found where it stands', (_, code, marked) => {
  const { text, line, column } = placed(marked)
  const [problem] = read(text).problems
  if (!problem) throw new Error('no problem was found')
  expect([problem.code, problem.line, problem.column]).toEqual([code, line, column])
  expect(problem).toMatchObject({ level: 'error', file: 'file.yaml', says: /\S/, remedy: /\S/ })
  if (!text.includes('\u001b')) expectFrame(text, problem)
})

test('a key of a form that its map does not take is named', () => {
  const named = z.record(z.string().check(z.regex(/^[a-z]+$/)), z.number())
  const { problems } = readDocument('good: 1\nA b: 2\n', 'file.yaml', named)
  expect(problems).toMatchObject([{ code: 'wrong-value', line: 2, says: '`A b`: Invalid key in record' }])
})

test('all problems of a file are found at once', () => {
  const { problems, value } = read('title: 1\nlines: [a, 2, b]\nfoo: 1\nbar: 2\n')
  expect(value).toBeUndefined()
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['wrong-type', 1],
    ['wrong-type', 2],
    ['wrong-type', 2],
    ['unknown-key', 3],
    ['unknown-key', 4],
  ])
})

test('a text with control characters can be used, without them', () => {
  const { value, problems } = read('title: "a\\e[31mb\\tc"\nmore: { "k\\u202e": 1 }\n')
  expect(problems.map(problem => problem.code)).toEqual(['control-character', 'control-character'])
  expect(value).toEqual({ title: 'ab    c', more: { k: 1 } })
})

test.each([
  ['flow lists', `title: T\nlines: ${'['.repeat(30_000)}`, 2],
  ['closed flow lists', `title: T\nlines: ${'['.repeat(3000)}${']'.repeat(3000)}`, 2],
  ['block lists', `title: T\nlines:\n${'- '.repeat(30_000)}`, 3],
])('%s nested thousands deep are one problem in their line', (_, text, line) => {
  expect(read(text).problems.map(problem => [problem.code, problem.line])).toEqual([['nesting', line]])
})

test('a file of more than 5 MB is not read', () => {
  const text = `title: T\nwords: ${'x'.repeat(5 * 1024 * 1024)}\n`
  expect(read(text).problems.map(problem => [problem.code, problem.line, problem.column])).toEqual([
    ['too-large', 1, 1],
  ])
})

test('a file of 5 MB less a little is read', () => {
  expect(read(`title: T\nwords: ${'x'.repeat(5_000_000)}\n`).problems).toEqual([])
})

test('a file with more problems than anybody reads gives the first 200', () => {
  const { problems } = read(`title: T\nlines:\n${'- x\n'.repeat(5000)}`)
  expect(problems).toHaveLength(200)
  expect(problems.at(-1)).toMatchObject({ line: 202 })
})

test.each([
  ['brackets', '[', 'too-large'],
  ['quotes', '"', 'too-large'],
  ['dashes', '- ', 'too-large'],
  ['keys', 'a: 1\n', 'too-large'],
  ['letters', 'a', 'wrong-type'],
])('four megabytes of %s are one problem', (_, part, code) => {
  expect(read(part.repeat(4_000_000 / part.length)).problems.map(problem => problem.code)).toEqual([code])
})

test('twenty thousand keys are compared', () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('')
  expect(read(`title: T\nmore:\n  ${keys.replaceAll('\n', '\n  ')}`).problems).toEqual([])
})

test('what is said of a name of a megabyte is short', () => {
  for (const { says } of read(`${'k'.repeat(1000)}: 1\nwords: T\n`).problems) expect(says.length).toBeLessThan(400)
})

test('a name of the prototype is never taken for a value', () => {
  expect(read('lines: [1]\n').problems).toMatchObject([{ code: 'missing-key' }])
  const { value } = read('title: T\nmore: { constructor: a, tostring: b, valueof: c }\n')
  expect(Object.entries(value?.more ?? {})).toEqual([
    ['constructor', 'a'],
    ['tostring', 'b'],
    ['valueof', 'c'],
  ])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('what a problem shows of the file cannot work on the terminal', () => {
  const text = 'title: T\n\u001b]52;c;x\u0007key\u202e: 1\nwords: { "\u001b[2J": \u009b2J }\n'
  for (const problem of readDocument(text, 'evil\u001b[2J.yaml', shape).problems)
    expect(problemText(problem)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
})

test('the caret stands under its place after wide letters and accents', () => {
  const [problem] = read('{ title: T, words: [関数, é, e\u0301, "👩\u200d💻", 15] }\n').problems
  expect(problem?.frame).toMatchInlineSnapshot(`
    "> 1 | { title: T, words: [関数, é, é, "👩‍💻", 15] }
        |                     　　         　   ^"
  `)
})

test('a problem is printed with place, words, frame and remedy', () => {
  const [problem] = read('title: T\nlines: [1, two]\n').problems
  expect(problem && problemText(problem)).toMatchInlineSnapshot(`
    "file.yaml:2:12  error wrong-type
      this entry must be a number
        1 | title: T
      > 2 | lines: [1, two]
          |            ^
      → write a number"
  `)
})

test('a long line is cut around the place', () => {
  const [problem] = read(`title: T\nwords: [${'"word", '.repeat(100)}15, ${'"word", '.repeat(100)}]\n`).problems
  expect(problem?.column).toBe(809)
  for (const row of problem?.frame.split('\n') ?? []) expect(row.length).toBeLessThanOrEqual(100)
  expect(problem?.frame).toContain('15')
})

/** Pieces that YAML gives a meaning to. */
const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['title', ': ', ':', 'T', '\n', '\n  ', '\n- ', '- ', '"', "'", '[', ']', '{', '}', ', ', '&a ', '*a', '*b'],
        ...['!t ', '!!set ', '!!binary ', '|\n', '>-\n', '? ', '---\n', '...', '# ', '%YAML 1.1\n', '<<: ', '\t', '\r'],
        ...[
          '~',
          '15',
          '0x1f',
          '.nan',
          'true',
          '__proto__',
          'lines',
          'words',
          'more',
          '@',
          '`',
          '\u0000',
          '\ud800',
          '\u2028',
        ],
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(''))

test('any text gives a value or problems with a place, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary' })), text => {
      const { value, problems } = read(text)
      const rows = text.split('\n').length
      expect(value !== undefined || problems.length > 0).toBe(true)
      for (const problem of problems) {
        expect(problem.line).toBeLessThanOrEqual(rows)
        expect(Math.min(problem.line, problem.column)).toBeGreaterThanOrEqual(1)
        expect(problem.frame).toContain('^')
        expect(problemText(problem)).not.toMatch(/(?!\n)\p{Cc}/u)
      }
    }),
    { numRuns: 5000 },
  )
})
