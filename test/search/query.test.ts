import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, queryOf } from '../../src/search/query.ts'

test.each([
  ['timeout', { words: ['timeout'] }],
  ['  Cold   START ', { words: ['cold', 'start'] }],
  ['topic:limits timeout', { topic: 'limits', words: ['timeout'] }],
  ['timeout topic:limits', { topic: 'limits', words: ['timeout'] }],
  ['kind:cloze', { kind: 'cloze', words: [] }],
  ['topic:mine:limits kind:note x', { topic: 'mine:limits', kind: 'note', words: ['x'] }],
  ['TOPIC:Limits', { topic: 'limits', words: [] }],
  ['topic:limits topic:scaling', { topic: 'scaling', words: [] }],
  ['exam:DVA s3', { exam: 'dva', words: ['s3'] }],
  ['is:due', { is: ['due'], words: [] }],
  ['IS:Leech x is:due is:leech', { is: ['leech', 'due'], words: ['x'] }],
  ['is: exam:', { words: ['is', 'exam'] }],
  ['topic:', { words: ['topic'] }],
  ['subtopic:limits', { words: ['subtopic', 'limits'] }],
  ['is topic: limits', { words: ['is', 'topic', 'limits'] }],
  ['dead-letter queue', { words: ['dead-letter', 'queue'] }],
  ['node.js. /tmp/ a/b', { words: ['node.js', 'tmp', 'a/b'] }],
  ['s3:ObjectCreated:*', { words: ['s3', 'objectcreated'] }],
  ['15 15 minutes', { words: ['15', 'minutes'] }],
  ['Café cafe\u0301', { words: ['cafe'] }],
  ['हिन्दी', { words: ['हिन्दी'] }],
  ['関数', { words: ['関数'] }],
  ['', { words: [] }],
  ['()[]{}*+?^$|\\ ---', { words: [] }],
  ['__proto__', { words: ['proto'] }],
])('%j asks for %j', (text, query) => {
  expect(queryOf(text)).toEqual(query)
})

test('a pasted book is a query of a few words', () => {
  expect(queryOf('word '.repeat(1_000_000)).words).toEqual(['word'])
  expect(queryOf(Array.from({ length: 100_000 }, (_, i) => `w${i}`).join(' ')).words).toHaveLength(24)
  expect(queryOf(`${'*'.repeat(5000)} word`).words).toEqual([])
})

test('any text is a query whose words stand alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      for (const word of queryOf(text).words) expect(word).toMatch(/^[\p{Letter}\p{Number}]\S*$/u)
    }),
  )
})

test('every letter keeps its place when case and accents go', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(folded(text)).toHaveLength(text.length)
    }),
  )
  expect(folded('Größe İSTANBUL ﬁn')).toBe('große istanbul ﬁn')
})
