import { expect, test } from 'vitest'
import { ask, judge } from '../../src/kinds/index.ts'
import { type Answer, type Question, unseen } from '../../src/kinds/kind.ts'
import type { Sure } from '../../src/study/event.ts'
import { newcomer, type Progress, replay } from '../../src/study/progress.ts'
import { known, luck, rate, recallBefore } from '../../src/study/rating.ts'
import { cardId, everyFace, ideaId, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const bank = tinyBank(everyFace)
const today = 20_000
const question = (card: string): Question => {
  const found = bank.cards.get(cardId(card))
  if (!found) throw new Error(`there is no ${card}`)
  return ask(found, unseen, 1)
}
const rated = (card: string, answer: Answer, sure?: Sure, progress: Progress = newcomer) => {
  const asked = question(card)
  return rate(asked, answer, judge(asked, answer), sure, progress, today)
}
const picked = (...options: readonly string[]): Answer => ({ by: 'choose', picked: options })

test.each([1, 2, 3, 4] as const)('a flashcard is rated %i as the person rates it', recalled => {
  expect(rated('limits/timeout-flashcard', { by: 'recall', recalled })).toBe(recalled)
})

test.each<[string, string, Answer, Sure | undefined, number]>([
  ['typed and right: Good', 'limits/memory-cloze', { by: 'type', text: 'blue' }, undefined, 3],
  ['typed with a slip that is forgiven: Good', 'limits/memory-cloze', { by: 'type', text: 'The Azur' }, undefined, 3],
  ['typed and wrong: Again', 'limits/memory-cloze', { by: 'type', text: 'red' }, undefined, 1],
  ['revealed instead of typed: Again', 'limits/memory-cloze', { by: 'type' }, undefined, 1],
  ['chosen, right and sure: Good', 'limits/timeout-choice', picked('queue'), 1, 3],
  ['chosen, right and "think so": Hard', 'limits/timeout-choice', picked('queue'), 2, 2],
  ['chosen, right and "no idea": Again', 'limits/timeout-choice', picked('queue'), 3, 1],
  ['chosen and right, not asked how sure: Hard at first sight', 'limits/timeout-choice', picked('queue'), undefined, 2],
  ['chosen, wrong and sure: Again', 'limits/timeout-choice', picked('bus'), 1, 1],
  ['chosen, wrong and "no idea": Again', 'limits/timeout-choice', picked('bus'), 3, 1],
  ['two chosen, right and sure: Good', 'limits/payload-response', picked('queue', 'topic'), 1, 3],
  [
    'two chosen, partly right and sure: Again, as the exam gives nothing for it',
    'limits/payload-response',
    picked('queue', 'bus'),
    1,
    1,
  ],
  ['two chosen, both wrong: Again', 'limits/payload-response', picked('table', 'bus'), 2, 1],
])('%s', (_, card, answer, sure, rating) => {
  expect(rated(card, answer, sure)).toBe(rating)
})

test.each([
  ['one of four', 4, 1, undefined, 1 / 4],
  ['two of five', 5, 2, undefined, 1 / 10],
  ['three of six', 6, 3, undefined, 1 / 20],
  ['one of four, after 4 guesses of which none was right', 4, 1, { of: 4, rights: 0 }, 1 / 8],
  ['one of four, after 4 guesses that were all right', 4, 1, { of: 4, rights: 4 }, 5 / 8],
  ['one of four, after 96 guesses of which 48 were right', 4, 1, { of: 96, rights: 48 }, 0.49],
])('the chance of luck, %s', (_, options, choose, guesses, chance) => {
  expect(luck(options, choose, guesses)).toBeCloseTo(chance, 12)
})

test.each([
  [0.3, 0.25, 0.632],
  [0.9, 0.25, 0.973],
  [0.5, 0.1, 0.909],
  [0, 0.25, 0],
  [1, 0.25, 1],
])('recall %d against luck %d: known with %d', (recall, chance, left) => {
  expect(known(recall, chance)).toBeCloseTo(left, 3)
})

test.each([
  [0, 0, 3 / 10],
  [10, 0, 3 / 20],
  [10, 10, 13 / 20],
])('at first sight, after %i typed answers of which %i were right, recall is taken for %d', (of, rights, recall) => {
  expect(recallBefore(undefined, { of, rights }, today)).toBe(recall)
})

test('recall before an answer is that of the forgetting curve', () => {
  const { ideas } = replay([diary(bank).answer('limits/timeout-choice', today - 2)], bank)
  expect(recallBefore(ideas.get(ideaId('limits/timeout')), newcomer.typed, today - 2)).toBe(1)
  expect(recallBefore(ideas.get(ideaId('limits/timeout')), newcomer.typed, today)).toBeCloseTo(0.912, 2)
})

const typed = (of: number, rights: number): Progress => ({ ...newcomer, typed: { of, rights } })
const guesser: Progress = { ...newcomer, guesses: { 'multiple-choice': { of: 20, rights: 20 } } }
const answeredBefore = (days: number) => replay([diary(bank).answer('limits/timeout-choice', today - days)], bank)

// Known with 0.6 and less is Again; without confidence 0.9 and less is Hard.
test.each<[string, Progress, number, number]>([
  ['at first sight', newcomer, 2, 2],
  ['at first sight, by a person who knew nothing of ten', typed(10, 0), 1, 1],
  ['at first sight, by a person who knew two of ten', typed(10, 2), 1, 1],
  ['at first sight, by a person who knew four of ten', typed(10, 4), 2, 2],
  ['at first sight, by a person who knew all of ten', typed(10, 10), 2, 2],
  ['at first sight, by a person who knew all of thirty', typed(30, 30), 2, 3],
  ['by a person whose guesses are always right', guesser, 1, 1],
  ['an idea answered today', answeredBefore(0), 2, 3],
  ['an idea answered two days ago', answeredBefore(2), 2, 3],
  ['an idea answered a month ago', answeredBefore(30), 2, 2],
])('a right choice, corrected for luck: %s', (_, progress, thinkSo, notAsked) => {
  expect(rated('limits/timeout-choice', picked('queue'), 2, progress)).toBe(thinkSo)
  expect(rated('limits/timeout-choice', picked('queue'), undefined, progress)).toBe(notAsked)
  expect(rated('limits/timeout-choice', picked('queue'), 1, progress)).toBe(3)
  expect(rated('limits/timeout-choice', picked('queue'), 3, progress)).toBe(1)
})

test('choosing two of five is less often luck than one of four', () => {
  expect(rated('limits/payload-choice', picked('queue'), 2, typed(10, 0))).toBe(1)
  expect(rated('limits/payload-response', picked('queue', 'topic'), 2, typed(10, 0))).toBe(2)
})
