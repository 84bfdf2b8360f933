import { expect, test } from 'vitest'
import { ask } from '../../src/kinds/index.ts'
import { unseen } from '../../src/kinds/kind.ts'
import { compileDeck } from '../../src/store/deck.ts'

const { deck } = await compileDeck('content/lambda')
const cards = (deck?.topics ?? []).flatMap(topic => topic.cards).filter(card => card.kind === 'multiple-choice')

test('over the bank the right option stands at each of the four places equally often', () => {
  const places = [0, 0, 0, 0]
  // Every card its own seeds: pools of one size fall alike for the same seed.
  for (const [i, card] of cards.entries())
    for (let seed = 0; seed < 40; seed++) {
      const question = ask(card, unseen, i * 40 + seed)
      if (question.by !== 'choose') continue
      const right = question.options.findIndex(option => option.right)
      places[right] = (places[right] ?? 0) + 1
    }
  const all = cards.length * 40
  for (const count of places) expect(Math.abs(count / all - 0.25)).toBeLessThan(0.02)
})
