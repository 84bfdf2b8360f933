import { expect, test } from 'vitest'
import type { KindName } from '../../src/deck/deck.ts'
import { secondsFor, secondsToAsk } from '../../src/study/pace.ts'

const paced = (kind: KindName, seconds: readonly number[]) => ({ pace: { [kind]: seconds.map(each => each * 1000) } })
const times = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i))

test.each<[KindName, number]>([
  ['flashcard', 12],
  ['cloze', 12],
  ['multiple-choice', 50],
  ['multiple-response', 50],
])('a %s takes %i seconds until the person has answered twenty', (kind, seconds) => {
  expect(secondsFor(kind, { pace: {} })).toBe(seconds)
  expect(
    secondsFor(
      kind,
      paced(
        kind,
        times(19, () => 3),
      ),
    ),
  ).toBe(seconds)
  expect(
    secondsFor(
      kind,
      paced(
        kind,
        times(20, () => 3),
      ),
    ),
  ).toBe(3)
})

test.each([
  ['an odd number of answers', times(21, i => i), 10],
  ['an even number of answers', times(20, i => i), 9.5],
  ['answers in any order', times(21, i => (i * 8) % 21), 10],
  ['one long pause among them', [...times(20, () => 5), 600], 5],
])('the own pace is the median: %s', (_, seconds, median) => {
  expect(secondsFor('cloze', paced('cloze', seconds))).toBe(median)
})

test('the pace of one kind says nothing about another', () => {
  expect(
    secondsFor(
      'flashcard',
      paced(
        'cloze',
        times(50, () => 3),
      ),
    ),
  ).toBe(12)
})

test('at first sight the reading takes its time, too', () => {
  expect(secondsToAsk('cloze', true, { pace: {} })).toBeGreaterThan(secondsToAsk('cloze', false, { pace: {} }))
  expect(secondsToAsk('cloze', false, { pace: {} })).toBe(12)
})
