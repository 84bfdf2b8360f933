import { expect, test } from 'vitest'
import type { IdeaId } from '../../../src/deck/deck.ts'
import { diary } from '../../helpers/events.ts'
import { answer, answerAll, firstModel, monday, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const home = firstModel(bank)
const today = home.day
const aWeekAgo = today - 7

/** Every idea was met a week ago. */
const known = () => {
  const write = diary(bank)
  return [
    write.answer('limits/longest-run', aWeekAgo),
    write.answer('limits/most-memory', aWeekAgo, { rating: 1 }),
    write.answer('invocation/how-often', aWeekAgo),
    write.answer('invocation/polled', aWeekAgo, { rating: 1, sure: 1 }),
    write.answer('pricing/billing-step', aWeekAgo),
    write.answer('pricing/region-story', aWeekAgo),
  ]
}

test('it says what today holds: minutes, questions, what is due and what is new', () => {
  const { words } = play(home, '')
  expect(words).toContain('Today 5 minutes · 6 questions')
  expect(words).toContain('0 due 6 new ideas')
  expect(words).toContain('enter start')
  expect(words).toContain('6 ideas held 0 shaky 0 not met yet 6')
})

test('what is due, and what was missed by someone who was sure of it, are counted', () => {
  const { words } = play(firstModel(bank, { events: known() }), '')
  expect(words).toMatch(/[2-6] due 0 new ideas 1 you were sure of and missed/)
  expect(words).toMatch(/held \d shaky \d not met yet 0/)
})

test('the exam stands in the corner, with its date and the days until then', () => {
  expect(play(home, '').words).toMatch(/^lambda-study DVA-C02 Today/)
  const dated = firstModel(bank, { settings: { examDate: '2026-12-14' } })
  expect(play(dated, '').words).toMatch(/^lambda-study DVA-C02 · Mon 14 Dec · 21 days Today/)
  const eve = firstModel(bank, { settings: { examDate: '2026-11-24' } })
  expect(play(eve, '').words).toContain('Tue 24 Nov · 1 day Today')
  expect(play(firstModel(bank, { settings: { exam: 'none' } }), '').words).toMatch(/^lambda-study Today/)
})

test('the weakest topics come when something was met, and no topic that is held', () => {
  expect(play(home, '').words).not.toContain('Worth most now')
  const { words } = play(firstModel(bank, { events: known() }), '')
  expect(words).toMatch(/Worth most now .*(Limits and quotas|Invocation and retries) \d of 2 held/)
})

test('a weak topic whose ideas are taken for one another says how often', () => {
  const write = diary(bank)
  const confused = [...bank.ideas.keys()].find(id => id.includes('invocation/')) as IdeaId
  const miss = () => write.answer('limits/long-video', aWeekAgo, { rating: 1, confused })
  const seen = (count: number) => play(firstModel(bank, { events: Array.from({ length: count }, miss) }), '').screen
  expect(seen(1)).toMatch(/Limits and quotas +0 of 2 held +mixed up once$/m)
  expect(seen(2)).toMatch(/Limits and quotas +0 of 2 held +mixed up twice$/m)
  expect(seen(3)).toMatch(/mixed up 3 times$/m)
})

test('Enter starts with the first of the questions that were announced', () => {
  expect(play(home, 'enter').words).toMatch(/^1 of 6 · \d min left DVA-C02/)
  expect(play(home, 'space').words).toMatch(/^1 of 6/)
})

test('in the middle of a day it says go on, and counts what is left', () => {
  const paused = answer(play(home, 'enter'), 'right').press('esc')
  expect(paused.words).toMatch(/Today [45] minutes · 5 questions 0 due 5 new ideas enter go on/)
  expect(paused.press('enter').words).toMatch(/^1 of 5/)
})

test('when today is done it offers more', () => {
  const done = answerAll(play(home, 'enter'), 'right').press('esc')
  expect(done.at).toBe('home')
  expect(done.words).toContain('Today done, 6 answers')
  expect(done.words).toContain('enter a quiz on what you know')
  expect(done.press('enter').words).toMatch(/^1 of \d+/)
})

test('when the minutes are spent and new ideas are left, it offers ten minutes more', () => {
  const events = [diary(bank).answer('limits/longest-run', today, { ms: 60_000 })]
  const done = play(firstModel(bank, { events, settings: { minutes: 1 } }), '')
  expect(done.words).toContain('Today done, 1 answer')
  expect(done.words).toContain('enter ten minutes more')
  expect(done.press('enter').words).toMatch(/^1 of 5/)
})

test.each([
  ['on the first day', {}],
  ['when everything is known and nothing is due', { events: known(), at: (monday - 6 * 86_400_000) as typeof monday }],
  ['when the exam is past', { settings: { examDate: '2026-11-20' } }],
  ['on the day of the exam', { settings: { examDate: '2026-11-23' } }],
  ['the day before the exam, with everything met', { events: known(), settings: { examDate: '2026-11-24' } }],
  ['without an exam', { settings: { exam: 'none' } }],
  ['with an exam that no deck has any more', { settings: { exam: 'SAP' } }],
  ['with one minute a day', { settings: { minutes: 1 } }],
])('%s Enter leads to a question: home is never a dead end', (_, given) => {
  const { at, words } = play(firstModel(bank, given), 'enter')
  expect(at).toMatch(/recall|type|commit/)
  expect(words).toMatch(/^1 of \d/)
})

test('n reads the notes, / searches, ? shows the keys, and Esc comes back', () => {
  for (const [key, at] of [
    ['n', 'topics'],
    ['/', 'search'],
    ['?', 'help'],
    ['f1', 'help'],
  ] as const) {
    const there = play(home, key)
    expect(there.at).toBe(at)
    expect(there.press('esc').at).toBe('home')
  }
})

test('q, Esc and Ctrl-C leave', () => {
  for (const key of ['q', 'esc', 'ctrl+c']) expect(play(home, key).left).toBe(true)
})

test('the next morning what was missed is due', () => {
  const evening = answerAll(play(home, 'enter'), 'wrong').press('esc')
  const morning = evening.press('n', (monday + 86_400_000) as typeof monday).press('esc')
  expect(morning.words).toMatch(/Today \d+ minutes · 6 questions 6 due 0 new ideas/)
})

test('days in a row are counted from the second one on', () => {
  const write = diary(bank)
  expect(
    play(firstModel(bank, { events: [write.answer('limits/longest-run', today - 1, { rating: 1 })] }), '').words,
  ).not.toContain('in a row')
  const events = [
    write.answer('limits/longest-run', today - 2, { rating: 1 }),
    write.answer('limits/longest-run', today - 1, { rating: 1 }),
  ]
  expect(play(firstModel(bank, { events }), '').words).toContain('2 days in a row')
})
