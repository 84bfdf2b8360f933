import { expect, test } from 'vitest'
import { lint } from '../../src/deck/lint.ts'
import { readTopic } from '../../src/deck/parse.ts'

const topic = (fields: Record<string, string>) => `topic: t
title: T
cards:
  - id: c
    kind: calculation
${Object.entries({
  stem: '"{rate} requests of {ms} ms"',
  given: '{ rate: { from: 100, to: 900, step: 100 }, ms: { of: [200, 400] } }',
  formula: 'rate * ms / 1000',
  unit: 'executions',
  tolerance: '0',
  mistakes: '[{ formula: rate * ms, says: "{ms} ms are {= ms / 1000} s" }]',
  solution: '"{= rate * ms / 1000}"',
  why: 'because',
  source: 'https://docs.aws.amazon.com/',
  verified: '2026-11-23',
  ...fields,
})
  .filter(([, value]) => value !== '')
  .map(([key, value]) => `    ${key}: ${value}`)
  .join('\n')}
`
const codes = (fields: Record<string, string>) => {
  const read = readTopic(topic(fields), 't.yaml')
  return [...read.problems, ...lint([read], undefined)].map(problem => problem.code)
}

test('a sound calculation has no problem', () => expect(codes({})).toEqual([]))

test.each([
  ['a formula that is none', { formula: '"rate *"' }, 'formula'],
  ['a formula that would run code', { formula: '"process.exit(1)"' }, 'formula'],
  ['a name that is not given', { formula: 'rate * seconds' }, 'not-given'],
  ['a slot of the stem that is not given', { stem: '"{rates} requests"' }, 'not-given'],
  ['a slot of the solution that does not read', { solution: '"{= rate * }"' }, 'formula'],
  ['a mistake that is right', { mistakes: '[{ formula: ms * rate / 1000, says: so }]' }, 'draw'],
  ['a mistake that is right now and then', { mistakes: '[{ formula: rate * 0.2, says: so }]' }, 'draw'],
  ['two mistakes of one figure', { mistakes: '[{ formula: rate, says: a }, { formula: rate + 0, says: b }]' }, 'draw'],
  ['a division by nothing', { formula: 'rate / (ms - 200)' }, 'draw'],
  ['a negative answer', { formula: '100 - rate' }, 'draw'],
  ['a range that goes backwards', { given: '{ rate: { from: 900, to: 100, step: 100 }, ms: { of: [200] } }' }, 'range'],
  ['no source for its figure', { source: '', verified: '' }, 'figure-without-source'],
])('%s is found', (_, fields, code) => expect(codes(fields)).toContain(code))

test.each([
  ['numeric', 'answer: a while', 'figure'],
  ['ordering', 'steps: [one, two, one]', 'twice'],
  ['matching', 'groups: [{ name: A, items: [x, y] }, { name: B, items: [X] }]', 'twice'],
])('%s: %s is found', (kind, field, code) => {
  const card = `topic: t\ntitle: T\ncards:\n  - { id: c, kind: ${kind}, stem: So?, why: So, ${field} }\n`
  expect(readTopic(card, 't.yaml').problems.map(problem => problem.code)).toEqual([code])
})
