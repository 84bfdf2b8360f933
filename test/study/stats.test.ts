import { expect, test } from 'vitest'
import { ideasFor } from '../../src/study/bank.ts'
import { type Progress, replay } from '../../src/study/progress.ts'
import { held, recallOn, streak, topicStats, weakest } from '../../src/study/stats.ts'
import { ideaId, tinyBank } from '../helpers/deck.ts'
import { answersOf, diary } from '../helpers/events.ts'

const day = 20_000
const bank = tinyBank({
  limits: { timeout: 'flashcard', memory: 'flashcard', payload: { faces: ['flashcard'], exams: { SAA: 1 } } },
  pricing: { request: 'flashcard', duration: 'flashcard' },
  triggers: { queue: { faces: ['flashcard'], exams: { SAA: 1 } } },
})
const after = (...answers: readonly string[]): Progress => replay(answersOf(bank, day, answers), bank)

test('held is what is recalled tomorrow with nine of ten or more, shaky what was met and is not held', () => {
  const ideas = ideasFor(bank, 'DVA')
  // Good gives a stability of 2.3 days, Easy one of 8.3, Again one of 0.2.
  const progress = after('0 limits/timeout 3', '0 limits/memory 1', '0 pricing/request 4')
  expect(held(ideas, progress, day)).toEqual({ all: 4, met: 3, held: 2, shaky: 1, misconceptions: 0 })
  expect(held(ideas, progress, day + 1)).toMatchObject({ held: 2, shaky: 1 })
  expect(held(ideas, progress, day + 2)).toMatchObject({ held: 1, shaky: 2 })
  expect(held(ideas, progress, day + 8)).toMatchObject({ held: 0, shaky: 3 })
})

test('what was missed when it was asked last is shaky, however high its curve stands', () => {
  const ideas = ideasFor(bank, 'DVA')
  const missed = after('-60 limits/timeout 4', '-40 limits/timeout 4', '0 limits/timeout 1')
  expect(recallOn(missed, { id: ideaId('limits/timeout') }, day + 1)).toBeGreaterThan(0.9)
  expect(held(ideas, missed, day)).toMatchObject({ held: 0, shaky: 1 })
  expect(held(ideas, after('-60 limits/timeout 4', '-40 limits/timeout 4'), day - 39)).toMatchObject({ held: 1 })
})

test('a misconception is counted while it is shaky', () => {
  const ideas = ideasFor(bank, 'DVA')
  expect(held(ideas, after('0 limits/timeout 1!'), day)).toMatchObject({ shaky: 1, misconceptions: 1 })
  expect(held(ideas, after('0 limits/timeout 1!', '1 limits/timeout 4'), day + 1).misconceptions).toBe(0)
})

test('recall falls from the day of the answer, and is unknown for what was not met', () => {
  const progress = after('0 limits/timeout 3')
  expect(recallOn(progress, { id: ideaId('limits/timeout') }, day)).toBe(1)
  expect(recallOn(progress, { id: ideaId('limits/timeout') }, day + 5)).toBeLessThan(0.9)
  expect(recallOn(progress, { id: ideaId('limits/memory') }, day)).toBeUndefined()
})

test('topics are those that the exam asks, in the order of the deck', () => {
  const ids = (exam: string | undefined) =>
    topicStats(bank, after(), exam, day).map(({ topic, all }) => `${topic.id} ${all}`)
  expect(ids('DVA')).toEqual(['limits 2', 'pricing 2'])
  expect(ids('SAA')).toEqual(['limits 1', 'triggers 1'])
  expect(ids(undefined)).toEqual(['limits 3', 'pricing 2', 'triggers 1'])
})

test('the recall of a topic is the mean over what was met; none where nothing was', () => {
  const progress = after('0 limits/timeout 3', '-3 limits/memory 3')
  const [limits, pricing] = topicStats(bank, progress, 'DVA', day)
  const other = recallOn(progress, { id: ideaId('limits/memory') }, day) ?? 0
  expect(limits?.retrievability).toBeCloseTo((1 + other) / 2, 10)
  expect(pricing).not.toHaveProperty('retrievability')
})

test('the weakest topics are those with most that is shaky, then those least met; a topic that is held is not among them', () => {
  const weak = (progress: Progress, count = 2) =>
    weakest(topicStats(bank, progress, 'DVA', day), count).map(({ topic }) => topic.id)
  expect(weak(after('0 limits/timeout 4', '0 pricing/request 1'))).toEqual(['pricing', 'limits'])
  expect(weak(after('0 limits/timeout 4'))).toEqual(['pricing', 'limits'])
  expect(weak(after('0 limits/timeout 4', '0 limits/memory 4'))).toEqual(['pricing'])
  expect(weak(after('0 limits/timeout 4'), 1)).toEqual(['pricing'])
})

test.each<[string, readonly string[], number]>([
  ['nothing answered yet', [], 0],
  ['answered today', ['0'], 1],
  ['answered yesterday, not yet today', ['-1'], 1],
  ['today and yesterday', ['-1', '0'], 2],
  ['three times today', ['0', '0', '0'], 1],
  ['answered before yesterday, when it was due yesterday', ['-2 1'], 0],
  ['a week long', ['-6 1', '-5 1', '-4 1', '-3 1', '-2 1', '-1 1', '0 1'], 7],
  ['a gap on a day when something was due', ['-4 1', '-3 1', '-1 1', '0'], 2],
  ['one rest day, as nothing was due on it', ['-2', '0'], 2],
  ['rest days of nearly a week, as nothing was due', ['-8 4', '-2', '-1'], 3],
  ['rest days up to today, when it is due today', ['-2'], 1],
  ['rest days, then one day too many', ['-5', '0'], 1],
  ['an answer under a clock that was two years ahead', ['-1 1', '0', '700'], 2],
])('a streak: %s', (_, answers, days) => {
  const progress = after(...answers.map(text => text.replace(/^(-?\d+)/, '$1 limits/timeout')))
  expect(streak(progress, day)).toBe(days)
})

test('what was only asked "what if" makes no streak', () => {
  const review = diary(bank).answer('limits/timeout-flashcard', day, { mode: 'whatif' })
  expect(streak(replay([review], bank), day)).toBe(0)
})

test('an answer taken back makes no streak', () => {
  const write = diary(bank)
  const review = write.answer('limits/timeout-flashcard', day)
  expect(streak(replay([review, write.undo(review, day)], bank), day)).toBe(0)
})
