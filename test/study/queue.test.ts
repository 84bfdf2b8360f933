import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TopicId } from '../../src/deck/deck.ts'
import { dateOf } from '../../src/study/date.ts'
import { secondsToAsk } from '../../src/study/pace.ts'
import { newcomer, type Progress, replay } from '../../src/study/progress.ts'
import { type Today, todayQueue } from '../../src/study/queue.ts'
import { defaults, type Settings } from '../../src/study/settings.ts'
import { everyFace, ideaId, type TinyIdea, tinyBank } from '../helpers/deck.ts'
import { answersOf, diary, histories } from '../helpers/events.ts'

const day = 20_000
const flashcard: TinyIdea = { faces: ['flashcard'] }
/** Sixty ideas `a/0` to `c/19` with one flashcard each. */
const bank = tinyBank(
  Object.fromEntries(
    [...'abc'].map(topic => [topic, Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}`, flashcard]))]),
  ),
)
const fresh = secondsToAsk('flashcard', true, newcomer)
const again = secondsToAsk('flashcard', false, newcomer)
const dva = (over: Partial<Settings> = {}): Settings => ({ ...defaults, exam: 'DVA', ...over })
const examIn = (days: number, minutes = 10) => dva({ examDate: dateOf(day + days), minutes })

const after = (...answers: readonly string[]): Progress => replay(answersOf(bank, day, answers), bank)
const ids = (today: Today) => today.queue.map(id => id.replace('lambda:', '')).sort()
test('ten minutes hold what fits into ten minutes', () => {
  const today = todayQueue(bank, newcomer, dva(), day, 1)
  expect(today).toMatchObject({ due: 0, fresh: Math.floor(600 / fresh), misconceptions: 0 })
  expect(today.seconds).toBe(today.fresh * fresh)
  expect(today.queue).toHaveLength(today.fresh)
})

test('what was spent in today is taken off, what was spent in a quiz is not', () => {
  const write = diary(bank)
  const spent = (mode: 'today' | 'quiz') => replay([write.answer('a/1-flashcard', day, { ms: 300_000, mode })], bank)
  expect(todayQueue(bank, spent('today'), dva(), day, 1).seconds).toBeLessThanOrEqual(300)
  expect(todayQueue(bank, spent('quiz'), dva(), day, 1).seconds).toBeGreaterThan(300)
  expect(todayQueue(bank, spent('today'), dva({ minutes: 5 }), day, 1).queue).toEqual([])
  expect(todayQueue(bank, spent('today'), dva({ minutes: 5 }), day, 1, { seconds: 600 }).queue.length).toBeGreaterThan(
    10,
  )
})

// An exam in 12 days asks for four of the 36 ideas not met yet each day.
const mixedUp = after(
  ...['a/0', 'a/1', 'a/2'].map(idea => `-1 ${idea} 1!`),
  ...Array.from({ length: 20 }, (_, i) => `-20 b/${i}`),
  '-1 c/19',
)
test.each<[string, number, number, number, number]>([
  ['misconceptions first', 3 * again, 3, 0, 0],
  ['then new ideas at the pace that the exam asks for', 3 * again + 4 * fresh, 3, 4, 0],
  ['then what is due', 3 * again + 4 * fresh + 5 * again, 3, 4, 5],
  ['and more new ideas while there is time', 3 * again + 4 * fresh + 20 * again + 6 * fresh, 3, 10, 20],
  ['not all misconceptions when there is no time', 2 * again, 2, 0, 0],
  ['nothing without time', 0, 0, 0, 0],
])('what comes first: %s', (_, seconds, misconceptions, freshOnes, others) => {
  const today = todayQueue(bank, mixedUp, examIn(12), day, 1, { seconds })
  expect(today).toMatchObject({ due: 23, misconceptions, fresh: freshOnes })
  expect(today.queue.filter(id => id.startsWith('lambda:b'))).toHaveLength(others)
  expect(today.queue).toHaveLength(misconceptions + freshOnes + others)
  expect(today.seconds).toBeLessThanOrEqual(seconds)
})

test('of what is due, that which is recalled least is taken', () => {
  const progress = after('-3 a/1', '-30 a/2', '-9 a/3', '-4 a/4')
  expect(ids(todayQueue(bank, progress, examIn(1), day, 1, { seconds: 2 * again }))).toEqual(['a/2', 'a/3'])
})

test('a misconception that is in the queue already takes no place of what is due', () => {
  const wide = tinyBank({ a: { 1: { faces: ['choice'] }, 2: flashcard } })
  const write = diary(wide)
  const wrong = write.answer('a/1-choice', day - 9, { rating: 1, sure: 1 })
  const progress = replay([wrong, write.answer('a/2-flashcard', day - 9)], wide)
  const seconds = secondsToAsk('multiple-choice', false, newcomer) + again
  expect(ids(todayQueue(wide, progress, examIn(1), day, 1, { seconds }))).toEqual(['a/1', 'a/2'])
})

test('without a date new ideas get a third of the minutes while much is due', () => {
  const progress = after(...Array.from({ length: 40 }, (_, i) => `-20 ${i < 20 ? 'a' : 'b'}/${i % 20}`))
  const today = todayQueue(bank, progress, dva({ minutes: 6 }), day, 1)
  expect(today.fresh).toBe(Math.floor(120 / fresh))
  expect(today.queue.length - today.fresh).toBe(Math.floor((360 - today.fresh * fresh) / again))
  expect(todayQueue(bank, progress, examIn(-1, 6), day, 1)).toEqual(today)
})

test('the pace of new ideas counts those that were met today already', () => {
  const met = (count: number) =>
    after(...Array.from({ length: count }, (_, i) => `0 a/${i}`), ...Array.from({ length: 19 }, (_, i) => `-20 b/${i}`))
  // 41 ideas were not met this morning, ten days before the last three: five a day.
  const seconds = fresh + 10 * again
  expect(todayQueue(bank, met(4), examIn(13), day, 1, { seconds })).toMatchObject({ fresh: 1, due: 19 })
  expect(todayQueue(bank, met(5), examIn(13), day, 1, { seconds })).toMatchObject({ fresh: 0, due: 19 })
})

test.each([
  ['none new on the last two days', 2, '-20', 0],
  ['new ones until the end, when the first day was this late', 2, '-1', 1],
  ['new ones three days before', 3, '-20', 1],
])('%s', (_, examDays, first, least) => {
  const { fresh: count } = todayQueue(bank, after(`${first} a/1 4`), examIn(examDays), day, 1)
  expect(Math.min(1, count)).toBe(least)
})

test('what the notes mark as important is met first', () => {
  const ideas = Object.fromEntries(
    Array.from({ length: 20 }, (_, i): [string, TinyIdea] => [
      `${i}`,
      i > 16 ? { ...flashcard, emphasis: 'critical' } : flashcard,
    ]),
  )
  expect(ids(todayQueue(tinyBank({ a: ideas }), newcomer, dva(), day, 1, { seconds: 3 * fresh }))).toEqual([
    'a/17',
    'a/18',
    'a/19',
  ])
})

test.each([
  ['an exam asks its own ideas', 'DVA', ['a/1']],
  ['another exam others', 'SAA', ['a/2']],
  ['none asks all', 'none', ['a/1', 'a/2', 'b/1']],
  ['none yet asks all', undefined, ['a/1', 'a/2', 'b/1']],
])('%s', (_, exam, ideas) => {
  const mixed = tinyBank({
    a: { 1: flashcard, 2: { ...flashcard, exams: { SAA: 1 } } },
    b: { 1: { ...flashcard, exams: {} } },
  })
  expect(ids(todayQueue(mixed, newcomer, { ...defaults, ...(exam && { exam }) }, day, 1))).toEqual(ideas)
})

test('one topic can be asked alone', () => {
  const today = todayQueue(bank, after('-9 a/1', '-9 b/1'), dva(), day, 1, { topic: 'b' as TopicId })
  expect(today.due).toBe(1)
  expect(today.queue.every(id => id.startsWith('lambda:b/'))).toBe(true)
  expect(today.queue).toContain(ideaId('b/1'))
})

test('the same seed gives the same order, another seed another one', () => {
  const order = (seed: number) => todayQueue(bank, mixedUp, dva(), day, seed).queue.join()
  expect(order(3)).toBe(order(3))
  expect(new Set([1, 2, 3, 4, 5].map(order)).size).toBeGreaterThan(1)
})

test('whatever happened, a queue fits the minutes, asks nothing twice, and counts right', () => {
  const wide = tinyBank(everyFace)
  fc.assert(
    fc.property(
      histories(wide),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: -3, max: 30 }),
      fc.nat(20),
      (events, minutes, exam, on) => {
        const progress = replay(events, wide)
        const today = todayQueue(wide, progress, { ...examIn(exam, minutes) }, day + on, 1)
        expect(new Set(today.queue).size).toBe(today.queue.length)
        expect(today.seconds).toBeLessThanOrEqual(minutes * 60)
        expect(today.queue.filter(id => !progress.ideas.has(id))).toHaveLength(today.fresh)
        expect(today.queue.every(id => wide.ideas.has(id))).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
