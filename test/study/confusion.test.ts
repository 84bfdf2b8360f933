import { expect, test } from 'vitest'
import type { IdeaId } from '../../src/deck/deck.ts'
import { type Confusion, confusionsAfter, partnersOf } from '../../src/study/confusion.ts'
import type { Review } from '../../src/study/event.ts'
import type { IdeaProgress } from '../../src/study/idea.ts'
import { isLeech } from '../../src/study/leech.ts'

const [queue, topic, stream] = ['d:t/queue', 'd:t/topic', 'd:t/stream'] as IdeaId[] as [IdeaId, IdeaId, IdeaId]
const answer = (verdict: Review['verdict']) => ({ verdict }) as Review
const after = (steps: readonly (readonly [IdeaId, Review['verdict'], IdeaId?])[]): readonly Confusion[] =>
  steps.reduce<readonly Confusion[]>(
    (pairs, [idea, verdict, taken]) => confusionsAfter(pairs, idea, taken, answer(verdict)),
    [],
  )

test('a pair stands from the first time that one idea is taken for another', () => {
  expect(after([[queue, 'wrong', topic]])).toEqual([{ ideas: [queue, topic], rights: [0, 0], times: 1 }])
})

test('a wrong answer that stands for no other idea, or for its own, makes no pair', () => {
  expect(after([[queue, 'wrong']])).toEqual([])
  expect(after([[queue, 'wrong', queue]])).toEqual([])
})

test('a pair goes when both ideas were right twice', () => {
  const once = [
    [queue, 'wrong', topic],
    [queue, 'right'],
    [topic, 'right'],
    [topic, 'right'],
  ] as const
  expect(after(once)).toHaveLength(1)
  expect(after([...once, [queue, 'right']])).toEqual([])
})

test('mixing them up again begins anew, whichever stood for the other', () => {
  const pairs = after([
    [queue, 'wrong', topic],
    [queue, 'right'],
    [topic, 'wrong', queue],
  ])
  expect(pairs).toEqual([{ ideas: [topic, queue], rights: [0, 0], times: 2 }])
})

test('an idea may have several partners', () => {
  const pairs = after([
    [queue, 'wrong', topic],
    [stream, 'partly', queue],
  ])
  expect(partnersOf(pairs, queue)).toEqual([topic, stream])
  expect(partnersOf(pairs, topic)).toEqual([queue])
})

test.each([
  [[1, 8, 15], 20, true],
  [[1, 8], 20, false],
  [[1, 8, 30], 31, false],
  [[1, 100, 200, 300, 400, 500], 600, true],
  [[1, 100, 200, 300, 400], 600, false],
])('lapses on days %j make a leech on day %i: %s', (lapses, day, leech) => {
  expect(isLeech({ lapses } as IdeaProgress & { lapses: number[] }, day)).toBe(leech)
})
