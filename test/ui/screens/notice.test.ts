import { expect, test } from 'vitest'
import { noting } from '../../../src/ui/model.ts'
import { answer, asking, firstModel, newcomer, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const small = { columns: 40, rows: 16 }
const home = firstModel(bank, small)

test('a notice stands in its own row above the footer', () => {
  const rows = play(noting(home, 'Something happened.'), '').screen.split('\n')
  expect(rows.at(-2)).toBe(' Something happened.')
  expect(rows).toHaveLength(15)
  expect(play(home, '').screen.split('\n').at(-2)).toBe('')
})

test('the next key that does something takes it away, and one that does nothing leaves it', () => {
  const noted = noting(home, 'Something happened.')
  expect(play(noted, 'x').words).toContain('Something happened.')
  expect(play(noted, 'n').words).not.toContain('Something happened.')
})

test('a long one is cut, never wrapped over the footer', () => {
  const { screen, footer } = play(noting(home, 'Not saved: no space left on device. The same key tries again.'), '')
  expect(screen.split('\n')).toHaveLength(15)
  expect(screen.split('\n').at(-2)).toMatch(/^ Not saved: no space left .*…$/)
  expect(footer).toContain('enter start')
})

test.each([
  ['no date', () => play(newcomer(bank, small), 'enter "someday" enter')],
  ['a past day', () => play(newcomer(bank, small), 'enter "2020-01-01" enter')],
  ['no minutes', () => play(newcomer(bank, small), '3 "0" enter')],
  ['an empty answer', () => play(asking(home, 'limits/longest-run'), 'enter')],
  ['a pause', () => play(asking(home, 'limits/longest-run'), 'esc')],
  ['an undo', () => answer(play(asking(home, 'limits/longest-run'), ''), 'right').press('u')],
  ['another rating', () => answer(play(asking(home, 'limits/longest-run'), ''), 'right').press('r 4')],
  ['nothing to open', () => play(home, '/ enter')],
  ['nothing to quiz', () => play(home, '/ tab')],
])('what is said about %s fits into 40 columns', (_, play) => {
  const { model, words } = play()
  expect(model.notice).toBeDefined()
  expect(words).toContain(`${model.notice}`)
})
