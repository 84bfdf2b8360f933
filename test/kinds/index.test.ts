import { expect, test } from 'vitest'
import type { Card } from '../../src/deck/deck.ts'
import { ask, judge } from '../../src/kinds/index.ts'
import { type Answer, unseen } from '../../src/kinds/kind.ts'
import { isRecall, isTyped, traits } from '../../src/kinds/traits.ts'
import { tinyBank } from '../helpers/deck.ts'

const cards = [...tinyBank({ t: { a: 'flashcard cloze choice hinged response' } }).cards.values()]
const cardOf = (kind: Card['kind']) => cards.find(card => card.kind === kind) as Card

test.each([
  ['flashcard', 'recall', true, false],
  ['cloze', 'type', true, true],
  ['multiple-choice', 'choose', false, false],
  ['multiple-response', 'choose', false, false],
] as const)('a %s is answered on the screen %s', (kind, screen, recall, typed) => {
  expect(traits[kind].answeredBy).toBe(screen)
  expect(ask(cardOf(kind), unseen, 1).by).toBe(screen)
  expect(isRecall(cardOf(kind))).toBe(recall)
  expect(isTyped(kind)).toBe(typed)
})

test.each(['hologram', 'constructor', '__proto__', ''])('the kind %j of a later version is not typed', kind => {
  expect(isTyped(kind)).toBe(false)
})

test.each(cards.map(card => [card.kind, card] as const))('a %s takes no answer of another form', (_, card) => {
  const question = ask(card, unseen, 1)
  const answers: readonly Answer[] = [
    { by: 'recall', recalled: 3 },
    { by: 'type', text: 'x' },
    { by: 'choose', picked: [] },
  ]
  for (const answer of answers) {
    const judged = () => judge(question, answer)
    if (answer.by === question.by) expect(judged()).toHaveProperty('is')
    else expect(judged).toThrow(TypeError)
  }
})

test('a question carries its card and its seed, so that it can be shown again', () => {
  for (const card of cards) expect(ask(card, unseen, 1234)).toMatchObject({ card, seed: 1234 })
})
