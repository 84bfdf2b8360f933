import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standing } from '../../src/study/order.ts'
import { replay } from '../../src/study/progress.ts'
import { everyFace, ideaId, tinyBank } from '../helpers/deck.ts'
import { diary, histories } from '../helpers/events.ts'

const bank = tinyBank(everyFace)
const day = 20_780

test('the newest twenty answers of an idea are known, the newest last', () => {
  const write = diary(bank)
  const answers = Array.from({ length: 25 }, (_, i) =>
    write.answer(i % 2 === 0 ? 'limits/timeout-flashcard' : 'limits/timeout-choice', day + i, {
      rating: i === 24 ? 1 : 3,
    }),
  )
  const known = replay(answers, bank).histories.get(ideaId('limits/timeout'))
  expect(known).toHaveLength(20)
  expect(known?.[0]).toEqual([day + 5, 'multiple-choice', 'right', 3])
  expect(known?.at(-1)).toEqual([day + 24, 'flashcard', 'wrong', 1])
})

test('a what-if is no answer; a reset leaves the answers, an undo does not', () => {
  const write = diary(bank)
  const first = write.answer('limits/timeout-choice', day)
  const whatIf = write.answer('limits/timeout-choice', day, { mode: 'whatif' })
  const second = write.answer('limits/timeout-flashcard', day)
  const of = (...events: Parameters<typeof replay>[0]) => replay(events, bank).histories.get(ideaId('limits/timeout'))
  expect(of(first, whatIf, second)).toHaveLength(2)
  expect(of(first, second, write.undo(second, day))).toHaveLength(1)
  const reset = { v: 1, id: 'r', at: second.at + 500, day, offset: 0, type: 'reset', target: first.idea } as never
  expect(of(first, second, reset)).toHaveLength(2)
})

test('whatever happened, an idea has as many answers as were given to it, up to twenty', () => {
  fc.assert(
    fc.property(histories(bank, { most: 120 }), events => {
      const { histories } = replay(events, bank)
      const given = standing(events).flatMap(event =>
        event.type === 'review' && event.mode !== 'whatif' ? [event.idea] : [],
      )
      for (const idea of new Set(given))
        expect(histories.get(idea)).toHaveLength(Math.min(20, given.filter(other => other === idea).length))
    }),
  )
})
