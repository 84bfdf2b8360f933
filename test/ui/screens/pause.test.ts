import { expect, test } from 'vitest'
import { answer, answerAll, asking, firstModel, lettersOf, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const home = firstModel(bank)

test('Esc leaves a session from every screen of it, and says that nothing is lost', () => {
  for (const card of [
    'limits/long-video',
    'limits/longest-run',
    'limits/most-memory',
    'invocation/who-calls',
    'invocation/failing-event',
  ]) {
    const { at, words } = play(asking(home, card), 'esc')
    expect(at).toBe('home')
    expect(words).toContain('Paused. Every answer so far is saved.')
  }
  expect(play(asking(home, 'limits/long-video'), '1 a esc').at).toBe('home')
  expect(play(asking(home, 'limits/most-memory'), 'enter esc').at).toBe('home')
  expect(play(asking(home, 'limits/longest-run'), 'tab esc').at).toBe('home')
})

test('a question left open is not recorded', () => {
  const open = play(asking(home, 'limits/long-video'), '1')
  expect(open.press(`${lettersOf(open.model).wrong} esc`).events).toEqual([])
})

test('today goes on with what is left of it', () => {
  const paused = answer(answer(play(home, 'enter'), 'right').press('enter'), 'right').press('esc')
  expect(paused.words).toMatch(/Today \d minutes · 4 questions 0 due 4 new ideas enter go on/)
  const on = paused.press('enter')
  expect(on.words).toMatch(/^1 of 4/)
  const whole = answerAll(on, 'right')
  expect(whole.words).toContain('4 of 4 right')
  const ideas = whole.events.map(event => (event.type === 'review' ? event.idea : ''))
  expect(new Set(ideas).size).toBe(6)
})

test('what was missed before the pause comes back after it', () => {
  const paused = answer(play(home, 'enter'), 'wrong').press('esc')
  expect(paused.words).toMatch(/6 questions 1 due 5 new ideas/)
})

test('Esc at home leaves: one key never does two steps', () => {
  const paused = play(asking(home, 'limits/longest-run'), 'esc')
  expect(paused.left).toBe(false)
  expect(paused.press('esc').left).toBe(true)
})
