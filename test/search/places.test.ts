import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../src/search/entries.ts'
import { joined, lookupIn, placeOf } from '../../src/search/places.ts'

const entriesWith = (texts: readonly (readonly string[])[]) =>
  texts.map(fields => ({ fields: fields.map(text => [text, 1]) })) as unknown as readonly Entry[]
const parts = ['time', 'timeout', 'a', 'é', '関数', '関', ' ', '-', '.', '👩', '10', 'cold start', '\u0301']
const text = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map(list => list.join(''))
const word = fc.oneof(fc.constantFrom('time', 't', '関', 'cold start', 'a-time', '1', '👩'), text)

test('one run through all texts finds what asking every field finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text, text), { maxLength: 6 }),
      fc.array(word, { maxLength: 4 }),
      (texts, words) => {
        const entries = entriesWith(texts)
        const lookup = lookupIn(entries, joined(entries))
        for (const one of [...words, ...words]) {
          const first = (fields: readonly string[], whole: boolean) =>
            fields.findIndex(field => placeOf(field, one, whole) >= 0) + 1
          const { whole, begun, any } = lookup(one)
          expect([...whole]).toEqual(texts.map(fields => first(fields, true)))
          expect([...begun]).toEqual(texts.map(fields => first(fields, false)))
          expect(any).toBe(begun.some(field => field > 0))
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('a word is not found across two fields', () => {
  const entries = entriesWith([['cold', 'start', '']])
  expect(lookupIn(entries, joined(entries))('cold start').any).toBe(false)
})
