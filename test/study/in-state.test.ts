import { expect, test } from 'vitest'
import { inState } from '../../src/study/in-state.ts'
import { replay } from '../../src/study/progress.ts'
import { type State, states } from '../../src/study/state.ts'
import { cardId, ideaId, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const bank = tinyBank({ limits: { timeout: 'flashcard choice', memory: 'flashcard', payload: 'flashcard' } })
const day = 20_780
const write = diary(bank)
const lapses = [-12, -9, -6, -3].map(on => write.answer('limits/timeout-flashcard', day + on, { rating: 1 }))
const easy = write.answer('limits/memory-flashcard', day - 1, { rating: 4 })
const mark = (draft: object) =>
  ({ v: 1, id: JSON.stringify(draft), at: easy.at + 1, day, offset: 0, ...draft }) as never
const flag = mark({ type: 'flag', target: cardId('limits/timeout-choice'), on: true })
const suspend = (target: string) => mark({ type: 'suspend', target, on: true })

/** Ideas and cards in a state, without their topic. */
function those(state: State, ...more: readonly never[]) {
  const holds = inState(bank, replay([...lapses, easy, ...more], bank), day)
  return [...bank.ideas.values()].flatMap(idea => [
    ...(holds(state, idea.id) ? [idea.id.replace('lambda:limits/', '')] : []),
    ...idea.faces.filter(card => holds(state, idea.id, card.id)).map(card => card.id.replace('lambda:limits/', '')),
  ])
}

test.each([
  ['due', ['timeout', 'timeout-flashcard', 'timeout-choice']],
  ['new', ['payload', 'payload-flashcard']],
  ['leech', ['timeout', 'timeout-flashcard', 'timeout-choice']],
  ['flagged', ['timeout-choice']],
  ['suspended', []],
] as const)('%s are %j', (state, found) => {
  expect(those(state, flag)).toEqual(found)
})

test('a suspended idea is neither due nor new, a suspended card makes way for the others', () => {
  expect(those('due', suspend(ideaId('limits/timeout')))).toEqual([])
  expect(those('new', suspend(ideaId('limits/payload')))).toEqual([])
  expect(those('suspended', suspend(ideaId('limits/timeout')))).toEqual(['timeout'])
  expect(those('due', suspend(cardId('limits/timeout-choice')))).toEqual(['timeout', 'timeout-flashcard'])
  expect(those('suspended', suspend(cardId('limits/timeout-choice')))).toEqual(['timeout-choice'])
  expect(those('leech', suspend(ideaId('limits/timeout')))).toContain('timeout')
})

test('nothing but new is what nobody met', () => {
  const holds = inState(bank, replay([], bank), day)
  for (const state of states) expect(holds(state, ideaId('limits/payload'))).toBe(state === 'new')
})
