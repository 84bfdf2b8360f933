import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card, Numeric } from '../../src/deck/deck.ts'
import { ask, judge, objection } from '../../src/kinds/index.ts'
import { type Question, unseen } from '../../src/kinds/kind.ts'
import { quantityOf } from '../../src/kinds/quantity.ts'

const card = (answer: string, tolerance = 0): Numeric => ({
  id: 'd:t/n' as Numeric['id'],
  topic: 'd:t' as Numeric['topic'],
  idea: 'd:t/i' as Numeric['idea'],
  kind: 'numeric',
  stem: 'How much?',
  answer,
  tolerance,
  source: [],
  exams: {},
  was: [],
})
const asked = (one: Card): Question => ask(one, unseen, 1)
const judged = (answer: string, typed: string, tolerance = 0) =>
  judge(asked(card(answer, tolerance)), { by: 'type', text: typed })

test.each([
  ['15 min', '15 min', 'right'],
  ['15 min', '15min', 'right'],
  ['15 min', '15 mins', 'right'],
  ['15 min', '15 Minutes', 'right'],
  ['15 min', '900s', 'right'],
  ['15 min', '900 seconds', 'right'],
  ['15 min', '0.25 h', 'right'],
  ['15 min', '900000 ms', 'right'],
  ['15 min', '900,000 ms', 'right'],
  ['15 min', '15 h', 'partly'],
  ['15 min', '15 MB', 'partly'],
  ['15 min', '14 min', 'wrong'],
  ['15 min', '90 s', 'wrong'],
  ['10240 MB', '10,240 MB', 'right'],
  ['10240 MB', '10 GB', 'right'],
  ['10240 MB', '10 gib', 'right'],
  ['10240 MB', '10.24 GB', 'partly'],
  ['10240 MB', '10,240 GB', 'partly'],
  ['10240 MB', '10000 MB', 'wrong'],
  ['1000', '1,000', 'right'],
  ['1000', '1e3', 'right'],
  ['1000', '1k', 'right'],
  ['1000 executions', '1000', 'right'],
  ['1000 executions', '1,000 executions', 'right'],
  ['1000000 requests', '1M', 'right'],
  ['1000000 requests', '1 million', 'right'],
  ['1000000 requests', '1 million requests', 'right'],
  ['0.20 USD', '$0.20', 'right'],
  ['0.20 USD', '0.2', 'right'],
  ['0.20 USD', '.20', 'right'],
  ['0.20 USD', '20', 'wrong'],
  ['512 MB', '0.5 GB', 'right'],
  ['4 KB', '4096 bytes', 'right'],
  ['4 KB', '4000 bytes', 'wrong'],
] as const)('to %s, %s is %s', (answer, typed, is) => expect(judged(answer, typed).is).toBe(is))

test('tolerance counts in the unit of the answer', () => {
  expect(judged('1769 MB', '1770 MB', 1).is).toBe('right')
  expect(judged('1769 MB', '1771 MB', 1).is).toBe('wrong')
})

test('what was understood is said where the unit is another', () => {
  expect(judged('15 min', '900 s').says).toBe('900 s = 15 min.')
  expect(judged('15 min', '15 min').says).toBeUndefined()
  expect(judged('15 min', '15 h').says).toBe('The figure is right, the unit is not: 15 min.')
  expect(judged('10240 MB', '10.24 GB').says).toContain('1,024')
})

test.each([
  ['15 min', '15', '15 of what? Type the unit as well, like min.'],
  ['15 min', '15 parsecs', 'The unit "parsecs" is not known here: try one like min.'],
  ['15 min', 'a while', 'That is no figure: type one like 15 min, 10,240 MB or 1.5.'],
])('to %s, %s cannot be judged, and is not recorded', (answer, typed, says) => {
  expect(objection(asked(card(answer)), { by: 'type', text: typed })).toBe(says)
})

test.each(['15 min', '900 s', '0.25 h'])('%s can be judged', typed => {
  expect(objection(asked(card('15 min')), { by: 'type', text: typed })).toBeUndefined()
})

test('revealing is wrong', () => expect(judge(asked(card('15 min')), { by: 'type' }).is).toBe('wrong'))

test('a figure reads the same with and without separators, in any case of its unit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.constantFrom('ms', 'MB', 'GB', 'min', 'KB'),
      (number, unit) => {
        const plain = quantityOf(`${number} ${unit}`, unit)
        expect(plain?.number).toBe(number)
        expect(quantityOf(`${number.toLocaleString('en-US')}${unit.toLowerCase()}`, unit)?.number).toBe(number)
      },
    ),
  )
})

test('any text is a figure or none, and never throws', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const question = asked(card('15 min'))
      if (objection(question, { by: 'type', text }) === undefined)
        expect(['right', 'partly', 'wrong']).toContain(judge(question, { by: 'type', text }).is)
    }),
    { numRuns: 2000 },
  )
})
