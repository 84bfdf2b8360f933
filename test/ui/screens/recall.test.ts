import { expect, test } from 'vitest'
import { asking, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const asked = asking(firstModel(bank), 'limits/most-memory pricing/billing-step')

test('the front stands alone until it is turned', () => {
  const front = play(asked, '')
  expect(front.words).toContain('How much memory can a function have at most?')
  expect(front.words).not.toContain('10,240')
  for (const key of ['enter', 'space']) {
    const { words } = front.press(key)
    expect(words).toContain('How much memory can a function have at most? 10,240 MB CPU grows with it.')
    expect(words).toContain('https://docs.example.com/lambda/latest/dg/memory.html')
    expect(words).toContain('Did you know it? 1 missed 2 barely 3 yes 4 at once')
  }
})

test('nothing can be rated before the answer was seen', () => {
  const { at, events, footer } = play(asked, '3 1 4')
  expect({ at, events }).toEqual({ at: 'recall', events: [] })
  expect(footer).toContain('enter show the answer')
  expect(footer).not.toContain('how it went')
})

test.each([
  ['1', 1, 'wrong'],
  ['2', 2, 'right'],
  ['3', 3, 'right'],
  ['4', 4, 'right'],
] as const)('%s records the rating %i, and the next question comes at once', (key, rating, verdict) => {
  const { at, words, events } = play(asked, `enter ${key}`)
  expect(events).toMatchObject([{ type: 'review', kind: 'flashcard', rating, verdict, answer: key, ms: 2000 }])
  expect(at).toBe('type')
  expect(words).toMatch(/^2 of 2/)
})

test('no interval is shown before the choice: people grade by them', () => {
  expect(play(asked, 'enter').words).not.toMatch(/tomorrow|in \d+ days/)
})

test('what is missed today comes back, after five other questions or at the end', () => {
  const today = asking(firstModel(bank), 'limits/most-memory pricing/billing-step', 'today')
  const missed = play(today, 'enter 1')
  expect(missed.words).toMatch(/^2 of 3/)
  const back = missed.press('tab enter')
  expect(back.at).toMatch(/recall|type/)
  expect(back.words).toMatch(/^3 of 4/)
})

test('at 40 by 16 the four ratings stand in one row', () => {
  const turned = play(asked, '40x16 enter')
  const words = turned.footer.includes('more') ? turned.press('pagedown').words : turned.words
  expect(words).toContain('1 missed 2 barely 3 yes 4 at once')
})
