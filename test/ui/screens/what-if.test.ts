import { expect, test } from 'vitest'
import { standing } from '../../../src/study/order.ts'
import { answer, asking, firstModel, letterOf, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const home = firstModel(bank, { rows: 40 })
const cards = 'limits/long-video pricing/billing-step'
const answered = answer(play(asking(home, cards), ''), 'wrong')
const whatIf = answered.press('w')

test('w asks the same story with the other phrase, at once and with open options', () => {
  expect(answered.words).toContain('about 40 minutes')
  expect(whatIf.at).toBe('choose')
  expect(whatIf.words).toMatch(/^What if .* Each file takes about 4 minutes on one core\./)
})

test('the other phrase makes another option right', () => {
  const { words } = whatIf.press(`${letterOf(whatIf.model, 'one Lambda function')} enter`)
  expect(words).toMatch(/^What if Limits and quotas ✓ Right/)
  expect(words).toContain('Had it said "about 40 minutes"')
})

test('it counts for nothing but what was seen', () => {
  const done = whatIf.press(`${letterOf(whatIf.model, 'Fargate')} enter`)
  expect(done.words).toContain('Asked out of curiosity: it counts for nothing.')
  expect(done.events).toMatchObject([{ mode: 'quiz' }, { mode: 'whatif', hinge: 'short', verdict: 'wrong' }])
  expect(done.model.progress.ideas).toEqual(answered.model.progress.ideas)
  expect(done.model.progress.days).toEqual(answered.model.progress.days)
  expect(done.model.progress.cards).not.toEqual(answered.model.progress.cards)
})

test('it can be neither rated nor undone', () => {
  const done = answer(whatIf, 'right')
  for (const played of [whatIf, done]) {
    expect(played.footer).not.toContain('undo')
    expect(played.press('u r')).toMatchObject({ at: played.at, events: played.events })
  }
})

test('then the session goes on where it was', () => {
  const next = answer(whatIf, 'right').press('enter')
  expect(next.words).toMatch(/^2 of 2 · /)
  expect(next.at).toBe('type')
  const summary = next.press('tab enter')
  expect(summary.words).toContain('0 of 2 right')
})

test('w again turns the phrase back', () => {
  const again = answer(whatIf, 'right').press('w')
  expect(again.words).toMatch(/^What if .* Each file takes about 40 minutes on one core\./)
})

test('what is undone afterwards is the answer that counted', () => {
  const summary = play(asking(home, 'limits/long-video'), '')
  const done = answer(answer(summary, 'wrong').press('w'), 'right').press('enter')
  expect(done.at).toBe('summary')
  const undone = done.press('u')
  expect(undone.words).toMatch(/^1 of 1 .*about 40 minutes/)
  expect(standing(undone.events)).toMatchObject([{ mode: 'whatif' }])
})

test('Esc goes on with the session, and only the answer that counted is there', () => {
  const left = whatIf.press('esc')
  expect(['choose', 'home', 'feedback']).not.toContain(left.at)
  expect(left.events).toHaveLength(1)
})

test('without another phrase there is no what if', () => {
  const plain = answer(play(asking(home, 'pricing/region-story'), ''), 'right')
  expect(plain.footer).not.toContain('what if')
  expect(plain.press('w').at).toBe('feedback')
})
