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

const long = 'Not saved: no space left on device. The same key tries again.'

test('a long one takes the empty rows above it, and no more rows in all', () => {
  const { words, screen } = play(noting(asking(home, 'limits/most-memory'), long), '')
  expect(words).toContain(long)
  expect(screen.split('\n')).toHaveLength(15)
  expect(screen.split('\n').at(-4)).toBe('')
})

test('where no row is empty it is cut, and hides nothing', () => {
  const full = play(asking(home, 'limits/long-video'), '').model
  const { screen } = play(noting(full, long), '')
  const before = play(full, '').screen.split('\n')
  expect(screen.split('\n').slice(0, -2)).toEqual(before.slice(0, -2))
  expect(screen.split('\n').at(-2)).toMatch(/^ Not saved: no space left .*…$/)
  expect(screen.split('\n').at(-1)).toBe(before.at(-1))
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
