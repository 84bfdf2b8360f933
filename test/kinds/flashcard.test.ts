import { expect, test } from 'vitest'
import type { Flashcard } from '../../src/deck/deck.ts'
import { flashcard } from '../../src/kinds/flashcard.ts'
import { unseen } from '../../src/kinds/kind.ts'
import { tinyBank } from '../helpers/deck.ts'

const [card] = [...tinyBank({ limits: { timeout: 'flashcard' } }).cards.values()] as [Flashcard]

test('the front is asked, the back is kept', () => {
  expect(flashcard.ask(card, unseen, 7)).toEqual({ by: 'recall', card, seed: 7, prompt: card.front, back: card.back })
})

test.each([
  ['missed', 1, 'wrong'],
  ['barely', 2, 'right'],
  ['yes', 3, 'right'],
  ['at once', 4, 'right'],
] as const)('a card that was recalled %s is judged %s', (_, recalled, is) => {
  expect(flashcard.judge(flashcard.ask(card, unseen, 7), { by: 'recall', recalled })).toEqual({ is })
})
