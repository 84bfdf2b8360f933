import { expect, test } from 'vitest'
import { answer, asking, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const asked = asking(firstModel(bank), 'invocation/failing-event')
const orderIn = (model: typeof asked) => {
  const [screen] = model.screens
  return screen.at === 'order' ? screen.order.map(step => 'abc'[step]).join('') : ''
}

test('the steps stand with their letters, none of them placed', () => {
  const { words, footer } = play(asked, '')
  expect(words).toMatch(/What happens to a failing asynchronous event\? ▸ _ a It .* _ b It .* _ c It /)
  expect(footer).toContain('a b c comes next')
})

test.each([
  ['c', 'c'],
  ['c a b', 'cab'],
  ['c a c', 'a'],
  ['c a backspace', 'c'],
  ['down space', 'b'],
  ['j j space k space', 'cb'],
  ['d', ''],
])('%s places %s', (presses, order) => {
  expect(orderIn(play(asked, presses).model)).toBe(order)
})

test('a step shows its place', () => {
  expect(play(asked, 'c a').words).toMatch(/2 a It .* _ b It .* 1 c It /)
})

test('Enter waits until every step has its place', () => {
  expect(play(asked, 'a b enter')).toMatchObject({ at: 'order', events: [] })
  expect(play(asked, 'a b c').footer).toContain('enter answer')
  expect(play(asked, 'a b c enter').at).toBe('feedback')
})

test('only the whole order is right, and the first wrong place is said', () => {
  expect(answer(play(asked, ''), 'right').events).toMatchObject([{ kind: 'ordering', verdict: 'right' }])
  const wrong = answer(play(asked, ''), 'wrong')
  expect(wrong.events).toMatchObject([{ verdict: 'wrong', rating: 1 }])
  expect(wrong.words).toContain('The first wrong step is number 1.')
})
