import { expect, test } from 'vitest'
import { standingOf } from '../../src/deck/hinge.ts'

const hinges = [
  { right: 'queue', why: { topic: 'It gives one to all.', file: 'Too slow for this.' } },
  { right: 'topic', why: {} },
]

test.each([
  ['queue', 0, 'right'],
  ['topic', 0, 'wrong here'],
  ['file', 0, 'wrong here'],
  ['table', 0, 'wrong everywhere'],
  ['constructor', 0, 'wrong everywhere'],
  ['topic', 1, 'right'],
  ['queue', 1, 'unexplained'],
  ['file', 1, 'wrong everywhere'],
])('%s under hinge %i is %s', (option, place, standing) => {
  const hinge = hinges[place]
  expect(hinge && standingOf(option, hinge, hinges)).toBe(standing)
})
