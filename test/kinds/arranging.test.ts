import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Matching, Ordering } from '../../src/deck/deck.ts'
import { ask, judge } from '../../src/kinds/index.ts'
import { unseen } from '../../src/kinds/kind.ts'

const common = { source: [], exams: {}, was: [] }
const ids = { id: 'd:t/m' as Matching['id'], topic: 'd:t' as Matching['topic'], idea: 'd:t/i' as Matching['idea'] }
const matching: Matching = {
  ...ids,
  ...common,
  kind: 'matching',
  stem: 'Who does it?',
  groups: [
    { name: 'AWS', items: ['patching', 'scaling', 'servers'] },
    { name: 'You', items: ['code', 'memory'] },
  ],
}
const ordering: Ordering = {
  ...ids,
  ...common,
  kind: 'ordering',
  stem: 'In which order?',
  steps: ['one', 'two', 'three', 'four'],
}

const matchQuestion = (seed: number) => {
  const question = ask(matching, unseen, seed)
  if (question.by !== 'match') throw new Error('match')
  return question
}
const orderQuestion = (seed: number) => {
  const question = ask(ordering, unseen, seed)
  if (question.by !== 'order') throw new Error('order')
  return question
}

test('every item in its group is right, some are partly right, none is wrong, whatever the order', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const question = matchQuestion(seed)
      const right = question.items.map(item => item.group)
      expect(judge(question, { by: 'match', groups: right })).toEqual({ is: 'right' })
      expect(judge(question, { by: 'match', groups: right.map(group => 1 - group) })).toEqual({ is: 'wrong' })
      const one = right.with(0, 1 - (right[0] ?? 0))
      expect(judge(question, { by: 'match', groups: one })).toMatchObject({
        is: 'partly',
        says: expect.stringMatching(/^4 of 5/),
      })
    }),
  )
})

test('steps are never shown in their right order, and only that order is right', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const question = orderQuestion(seed)
      expect(question.steps.map(step => step.place)).not.toEqual([0, 1, 2, 3])
      const right = [0, 1, 2, 3].map(place => question.steps.findIndex(step => step.place === place))
      expect(judge(question, { by: 'order', order: right })).toEqual({ is: 'right' })
      const [a = 0, b = 0, c = 0, d = 0] = right
      expect(judge(question, { by: 'order', order: [a, b, d, c] })).toEqual({
        is: 'wrong',
        says: 'The first wrong step is number 3.',
      })
      expect(judge(question, { by: 'order', order: [b, a, c, d] })).toMatchObject({
        is: 'wrong',
        says: expect.stringContaining('number 1'),
      })
    }),
  )
})
