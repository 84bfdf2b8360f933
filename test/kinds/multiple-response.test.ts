import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MultipleResponse } from '../../src/deck/deck.ts'
import { unseen } from '../../src/kinds/kind.ts'
import { multipleResponse } from '../../src/kinds/multiple-response.ts'
import { mix } from '../../src/kinds/random.ts'
import { tinyBank } from '../helpers/deck.ts'

const [two] = [...tinyBank({ t: { a: 'response' } }).cards.values()] as [MultipleResponse]
const withRight = (...rights: readonly string[]): MultipleResponse => ({
  ...two,
  options: [...two.options, { id: 'file', text: 'a file', why: 'Why file.', right: false }].map(option => ({
    ...option,
    right: rights.includes(option.id),
  })),
})
const three = withRight('queue', 'topic', 'bus')
const seeds = Array.from({ length: 200 }, (_, i) => mix(7, i))

test.each([
  ['five options, two of them right', two, 5, 2],
  ['six options, three of them right', three, 6, 3],
] as const)('%s, are shown', (_, card, shown, right) => {
  for (const seed of seeds) {
    const { options, choose } = multipleResponse.ask(card, unseen, seed)
    expect(new Set(options.map(option => option.id)).size).toBe(shown)
    expect(options.filter(option => option.right)).toHaveLength(right)
    expect(choose).toBe(right)
  }
})

test('the option that this person fell for last is there again, then those shown least', () => {
  const options = { stream: 4, bus: 0, table: 4, bucket: 1 }
  for (const seed of seeds) {
    const shown = multipleResponse.ask(two, { options, fell: 'table' }, seed).options.map(option => option.id)
    expect([...shown].sort()).toEqual(['bucket', 'bus', 'queue', 'table', 'topic'])
  }
})

test.each([
  [['queue', 'topic'], { is: 'right' }],
  [['topic', 'queue'], { is: 'right' }],
  [['queue'], { is: 'partly', says: '1 of the 2 right ones; the exam gives nothing for a part.' }],
  [['queue', 'stream'], { is: 'partly', says: '1 of the 2 right ones; the exam gives nothing for a part.' }],
  [['queue', 'queue'], { is: 'partly', says: '1 of the 2 right ones; the exam gives nothing for a part.' }],
  [['stream', 'bus'], { is: 'wrong' }],
  [['queue', 'topic', 'stream'], { is: 'partly' }],
  [[], { is: 'wrong' }],
] as const)('picking %j is %j', (picked, verdict) => {
  const shown = multipleResponse.ask(two, { options: { table: 9, bucket: 9 } }, 1)
  expect(multipleResponse.judge(shown, { by: 'choose', picked })).toMatchObject(verdict)
})

test('whatever is shown in whatever order, all the right ones and no other are right', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(two, three),
      fc.dictionary(fc.constantFrom(...two.options.map(({ id }) => id)), fc.nat(9)),
      fc.integer(),
      fc.nat(63),
      (card, options, seed, mask) => {
        const question = multipleResponse.ask(card, { options }, seed)
        const picked = question.options.filter((_, i) => (mask >> i) & 1)
        const hits = picked.filter(option => option.right).length
        const all = hits === question.choose && picked.length === hits
        expect(multipleResponse.judge(question, { by: 'choose', picked: picked.map(({ id }) => id) }).is).toBe(
          all ? 'right' : hits > 0 ? 'partly' : 'wrong',
        )
        expect(multipleResponse.ask(card, { options }, seed)).toEqual(question)
      },
    ),
    { numRuns: 1000 },
  )
})
