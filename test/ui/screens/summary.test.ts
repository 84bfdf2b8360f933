import { expect, test } from 'vitest'
import { diary } from '../../helpers/events.ts'
import { answer, answerAll, asking, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const home = firstModel(bank)
const cards = 'limits/longest-run invocation/how-often pricing/billing-step'

test('it says what was answered, how much of it right, and how long it took', () => {
  const all = answerAll(play(asking(home, cards), ''), 'right')
  expect(all.words).toMatch(/^Quiz done DVA-C02 3 of 3 right 6 s/)
  const today = answerAll(play(asking(home, cards, 'today'), ''), 'right')
  expect(today.words).toMatch(/^Done for now/)
})

test('what was missed is named by its idea, once', () => {
  const first = answer(play(asking(home, 'limits/longest-run', 'today'), ''), 'wrong').press('enter')
  const { words, screen } = answerAll(first, 'wrong')
  expect(words).toContain('0 of 2 right')
  expect(words).toContain('To come back to ✗ One invocation of a standard function runs for at most 15 minutes.')
  expect(screen.match(/✗/g)).toHaveLength(1)
  expect(answerAll(play(asking(home, cards), ''), 'right').words).not.toContain('To come back to')
})

test('it says what comes tomorrow', () => {
  expect(answerAll(play(asking(home, cards), ''), 'wrong').words).toContain('Tomorrow: 3 ideas due.')
  const twice = answerAll(play(asking(home, 'limits/longest-run', 'today'), ''), 'wrong')
  expect(twice.words).toContain('Tomorrow: 1 idea due.')
  expect(answerAll(play(asking(home, 'limits/longest-run'), ''), 'right').words).toMatch(/Next due in \d+ days\./)
})

test('Enter asks for ten minutes more while there is something new', () => {
  const done = answerAll(play(asking(home, cards), ''), 'right')
  expect(done.words).toContain('enter ten minutes more')
  const more = done.press('enter')
  expect(more.words).toMatch(/^1 of 3/)
  expect(more.at).toMatch(/recall|type|commit/)
})

test('Enter asks what is known when nothing is new any more', () => {
  const done = answerAll(play(home, 'enter'), 'right')
  expect(done.words).toContain('enter a quiz on what you know')
  expect(done.press('enter').words).toMatch(/^1 of \d/)
})

test('the footer calls Enter what the screen calls it', () => {
  const done = answerAll(play(home, 'enter'), 'right')
  expect(done.footer).not.toContain('ten minutes more')
})

test('Esc goes home, / searches and q leaves', () => {
  const done = answerAll(play(asking(home, cards), ''), 'right')
  expect(done.press('esc').at).toBe('home')
  expect(done.press('/').at).toBe('search')
  expect(done.press('/ esc').at).toBe('summary')
  expect(done.press('q').left).toBe(true)
})

test('many misses are scrolled through, and the end is announced below', () => {
  const ideas =
    'limits/longest-run invocation/how-often pricing/billing-step limits/most-memory invocation/polled pricing/region-story'
  const done = answerAll(play(asking(home, ideas), '40x16'), 'wrong')
  expect(done.words).toContain('0 of 6 right')
  expect(done.footer).toContain('↓ more')
  expect(done.press('pagedown').words).toContain('Tomorrow: 6 ideas due.')
})

test('minutes are said in minutes', () => {
  const slow = play(asking(home, 'limits/longest-run'), '').press(
    '"x" enter',
    (home.lastAt + Date.parse('2026-11-23T09:05+01:00')) as never,
  )
  expect(slow.press('enter').words).toMatch(/0 of 1 right 5 min/)
})

test('ideas that were due before are counted for tomorrow only when they are due then', () => {
  const { answer: wrote } = diary(bank)
  const events = [wrote('pricing/billing-step', home.day - 1, { rating: 1 })]
  const done = answerAll(play(asking(firstModel(bank, { events }), 'limits/longest-run'), ''), 'wrong')
  expect(done.words).toContain('Tomorrow: 2 ideas due.')
})
