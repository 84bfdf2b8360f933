import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Calculation } from '../../src/deck/deck.ts'
import { figure } from '../../src/deck/fill.ts'
import { drawn } from '../../src/kinds/calculation.ts'
import { ask, judge } from '../../src/kinds/index.ts'
import { unseen } from '../../src/kinds/kind.ts'

const card: Calculation = {
  id: 'd:t/c' as Calculation['id'],
  topic: 'd:t' as Calculation['topic'],
  idea: 'd:t/i' as Calculation['idea'],
  kind: 'calculation',
  stem: '{rate} requests a second of {ms} ms each: how many at once?',
  given: {
    rate: { from: 100, to: 2000, step: 100, unit: 'requests a second' },
    ms: { of: [200, 400, 500], unit: 'ms' },
  },
  formula: 'rate * ms / 1000',
  unit: 'executions',
  tolerance: 0,
  mistakes: [{ formula: 'rate * ms', says: '{ms} ms are {= ms / 1000} s.' }],
  solution: '{rate} x {= ms / 1000} s = {= rate * ms / 1000}',
  source: [],
  exams: {},
  was: [],
}
const asked = (seed: number) => {
  const question = ask(card, unseen, seed)
  if (question.by !== 'type') throw new Error('typed')
  return question
}

test('every draw is on its range, and the same seed draws the same', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const { rate = 0, ms = 0 } = drawn(card, seed)
      expect(rate).toBeGreaterThanOrEqual(100)
      expect(rate).toBeLessThanOrEqual(2000)
      expect(rate % 100).toBe(0)
      expect([200, 400, 500]).toContain(ms)
      expect(drawn(card, seed)).toEqual({ rate, ms })
    }),
  )
})

test('numbers change from showing to showing', () => {
  const prompts = new Set(Array.from({ length: 40 }, (_, seed) => asked(seed).prompt))
  expect(prompts.size).toBeGreaterThan(10)
})

test('the right figure is right, a named mistake is named, anything else is wrong', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const question = asked(seed)
      const { rate = 0, ms = 0 } = drawn(card, seed)
      expect(judge(question, { by: 'type', text: figure((rate * ms) / 1000) }).is).toBe('right')
      expect(judge(question, { by: 'type', text: question.answer }).is).toBe('right')
      const mistake = judge(question, { by: 'type', text: String(rate * ms) })
      expect(mistake).toEqual({ is: 'wrong', says: `${ms} ms are ${ms / 1000} s.` })
      expect(judge(question, { by: 'type', text: '7' })).toEqual({ is: 'wrong' })
    }),
  )
})

test('the way is shown with the drawn numbers', () => {
  const question = asked(3)
  const { rate = 0, ms = 0 } = drawn(card, 3)
  expect(question.solution).toBe(`${figure(rate)} x ${ms / 1000} s = ${figure((rate * ms) / 1000)}`)
  expect(question.prompt).toContain(`${figure(rate)} requests`)
})
