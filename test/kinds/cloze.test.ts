import { expect, test } from 'vitest'
import type { Cloze } from '../../src/deck/deck.ts'
import { cloze } from '../../src/kinds/cloze.ts'
import { unseen } from '../../src/kinds/kind.ts'
import { cardId, tinyBank } from '../helpers/deck.ts'

const [tiny] = [...tinyBank({ limits: { timeout: 'cloze' } }).cards.values()]
const cardOf = (text: string, accept: readonly string[] = []): Cloze => ({ ...(tiny as Cloze), text, accept })
const ask = (text: string, accept?: readonly string[]) => cloze.ask(cardOf(text, accept), unseen, 1)
const judge = (typed: string | undefined, text: string, accept?: readonly string[]) =>
  cloze.judge(ask(text, accept), { by: 'type', ...(typed !== undefined && { text: typed }) })

test('the card of a tiny deck is a cloze', () => {
  expect(tiny).toMatchObject({ id: cardId('limits/timeout-cloze'), kind: 'cloze' })
})

test.each([
  ['At most {{15 minutes}}.', 'At most ____.', '15 minutes'],
  ['At most {{15 minutes::how long}}.', 'At most ____ (how long).', '15 minutes'],
  ['{{ A }} record', '____ record', 'A'],
  ['It costs {{$&::$1 or $&}}.', 'It costs ____ ($1 or $&).', '$&'],
  ['{{a: b}} and {c}', '____ and {c}', 'a: b'],
  ['{{x::}} is it', '____ is it', 'x'],
])('%s is asked as %s', (text, prompt, answer) => {
  expect(ask(text)).toMatchObject({ by: 'type', prompt, answer })
})

test('the gap is as wide for a long answer as for a short one', () => {
  expect(ask('It is {{a}}.').prompt).toBe(ask('It is {{a very long answer}}.').prompt)
})

test.each([
  ['15 minutes', { is: 'right' }],
  ['15 Minutes.', { is: 'right' }],
  ['900 seconds', { is: 'right' }],
  ['15 minuets', { is: 'right', says: 'It is spelt 15 minutes.' }],
  ['900 secodns', { is: 'right', says: 'It is spelt 900 seconds.' }],
  ['14 minutes', { is: 'wrong' }],
  ['15', { is: 'wrong' }],
  ['', { is: 'wrong' }],
  [undefined, { is: 'wrong' }],
])('%j is judged %j', (typed, verdict) => {
  expect(judge(typed, 'At most {{15 minutes::how long}}.', ['900 seconds'])).toEqual(verdict)
})

test('the hint is no answer', () => {
  expect(judge('how long', 'At most {{15 minutes::how long}}.')).toEqual({ is: 'wrong' })
})
