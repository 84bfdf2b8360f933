import { expect, test } from 'vitest'
import { standing } from '../../../src/study/order.ts'
import { replay } from '../../../src/study/progress.ts'
import { answer, asking, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const home = firstModel(bank, { rows: 40 })
const right = answer(play(asking(home, 'limits/longest-run pricing/billing-step', 'today'), ''), 'right')
const wrong = answer(play(asking(home, 'limits/longest-run pricing/billing-step', 'today'), ''), 'wrong')

test('r asks how well it was known, and shows the rating as it is', () => {
  const { words } = right.press('r')
  expect(words).toContain(
    'How well did you know it? 1 Again I did not know it 2 Hard barely 3 Good I knew it, as it is now 4 Easy at once',
  )
})

test('another rating takes the review back and records it again', () => {
  const changed = right.press('r 4')
  expect(changed.at).toBe('feedback')
  expect(changed.words).toContain('Rating changed.')
  expect(changed.events).toMatchObject([
    { type: 'review', rating: 3 },
    { type: 'undo', of: right.events[0]?.id },
    { type: 'review', rating: 4, verdict: 'right', answer: 'fifteen minutes' },
  ])
  expect(changed.model.progress.ideas).toEqual(replay(changed.events, bank).ideas)
})

test('the idea comes again when the new rating says', () => {
  const days = (words: string) => Number(/Again in (\d+) days/.exec(words)?.[1] ?? 1)
  expect(days(right.press('r 4').words)).toBeGreaterThan(days(right.words))
  expect(right.press('r 1').words).toContain('Again in 1 question, and tomorrow.')
})

test('the verdict stays', () => {
  expect(right.press('r 1').words).toContain('✓ Right')
  expect(wrong.press('r 3').words).toContain('✗ Shown')
})

test('Again brings it back in this session, and anything else takes it out', () => {
  expect(right.press('enter').words).toMatch(/^2 of 2/)
  expect(right.press('r 1 enter').words).toMatch(/^2 of 3/)
  expect(wrong.press('enter').words).toMatch(/^2 of 3/)
  expect(wrong.press('r 3 enter').words).toMatch(/^2 of 2/)
})

test('the same rating, and Esc, record nothing', () => {
  for (const key of ['3', 'esc'])
    expect(right.press(`r ${key}`)).toMatchObject({ at: 'feedback', events: right.events })
})

test('changed twice, only the last one stands', () => {
  const { events, model } = right.press('r 4 r 2')
  expect(standing(events)).toMatchObject([{ type: 'review', rating: 2 }])
  expect(model.progress.days.get(model.day)).toMatchObject({ answers: 1 })
})

test('u takes a changed answer back as well', () => {
  const undone = right.press('r 4 u')
  expect(undone.at).toBe('type')
  expect(standing(undone.events)).toEqual([])
  expect(undone.model.progress.ideas.size).toBe(0)
})

test('it fits into 40 columns', () => {
  expect(play(right.press('r').model, '40x16').words).toContain('I knew it, as it is now')
  expect(play(wrong.press('r').model, '40x16').words).toContain('I did not know it, as it is now')
})
