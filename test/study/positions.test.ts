import { expect, test } from 'vitest'
import type { Topic } from '../../src/deck/deck.ts'
import { ask } from '../../src/kinds/index.ts'
import { compileDeck } from '../../src/store/deck.ts'
import { positionFaults } from '../../src/study/positions.ts'
import { tinyDeck } from '../helpers/deck.ts'

/** So many multiple choices, half of them with hinges; in the deck the right option of the others stands first. */
const choices = (count: number): readonly Topic[] =>
  tinyDeck({ a: Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}`, i % 2 ? 'choice' : 'hinged'])) })
    .topics

/** Shows the right option first now and then. */
const biased =
  (every: number): typeof ask =>
  (card, seen, seed) => {
    const question = ask(card, seen, seed)
    if (question.by !== 'choose' || seed % every > 0) return question
    return { ...question, options: [...question.options].sort((a, b) => Number(b.right) - Number(a.right)) }
  }

test.each([20, 21, 500])('in %i questions the right option stands at each place equally often', count => {
  expect(positionFaults(choices(count))).toEqual([])
})

test('so it does in the built-in deck', async () => {
  const { deck } = await compileDeck('content/lambda')
  expect(positionFaults(deck?.topics ?? [])).toEqual([])
})

test.each([
  [2, 1],
  [4, 1],
  // A tenth of the questions with the right option first: 32 instead of 25 of 100.
  [10, 1],
  // A fiftieth: 27 of 100.
  [50, 0],
])('the right option first in every %ith question besides chance: %i problems', (every, count) => {
  expect(positionFaults(choices(20), biased(every))).toHaveLength(count)
})

test('it is told where it stands', () => {
  const [fault] = positionFaults(choices(40), biased(1))
  expect(fault).toMatchObject({ code: 'position-bias', level: 'warning' })
  expect(fault?.says).toContain('in 100, 0, 0, 0 of 100 questions')
})

test('fewer than twenty questions say nothing', () => {
  expect(positionFaults(choices(19), biased(1))).toEqual([])
})

test('what is not asked any more does not count', () => {
  const retired = choices(20).map(topic => ({
    ...topic,
    cards: topic.cards.map((card, i) => (i === 0 ? { ...card, retired: 'old' } : card)),
  }))
  expect(positionFaults(retired, biased(1))).toEqual([])
})
