import { expect, test } from 'vitest'
import type { Review } from '../../src/study/event.ts'
import type { IdeaProgress } from '../../src/study/idea.ts'
import { interval, next } from '../../src/study/memory.ts'
import { replay } from '../../src/study/progress.ts'
import { ideaId, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const bank = tinyBank({ limits: { timeout: 'flashcard cloze choice' } })
const id = ideaId('limits/timeout')

/**
 * The idea after answers written as day and how: `0:3` is Good on day 0, `4:1!` Again while sure on day 4, `4:3?` a right
 * guess ("no idea"), and `4:1?` a wrong one.
 */
function after(text: string): IdeaProgress {
  const write = diary(bank)
  const events = text.split(' ').map(word => {
    const [, day, rating, how] = /^(-?\d+):(\d)([!?]?)$/.exec(word) ?? []
    const guess = how === '?' && rating === '3'
    const over: Partial<Review> = {
      rating: (guess ? 1 : Number(rating)) as Review['rating'],
      verdict: rating === '1' ? 'wrong' : 'right',
      ...(how === '!' && { sure: 1 }),
      ...(how === '?' && { sure: 3 }),
    }
    return write.answer('limits/timeout-choice', 20_000 + Number(day), over)
  })
  const known = replay(events, bank).ideas.get(id)
  if (!known) throw new Error('no answer came in')
  return known
}
const dueIn = (text: string) => after(text).dueDay - after(text).lastDay

test('every answer feeds the memory with the days since the one before', () => {
  const first = next(undefined, 0, 3)
  const second = next(first, 3, 2)
  const third = next(second, 0, 4)
  expect(after('0:3 3:2 3:4').memory).toEqual(next(third, 0, 4) && third)
  expect(after('0:3 3:2').memory).toEqual(second)
})

test('it is due when recall falls to nine of ten, spread by its id and the number of its answers', () => {
  const known = after('0:3 2:3 10:3')
  expect(known.dueDay).toBe(20_010 + interval(known.memory, `${id} 3`))
  expect(known).toMatchObject({ firstDay: 20_000, lastDay: 20_010, reviews: 3, lastRating: 3, misses: 0 })
})

test('a miss makes it due tomorrow', () => {
  expect(dueIn('0:1')).toBe(1)
  expect(dueIn('0:3 2:3 10:1')).toBe(1)
})

test.each([
  ['0:1 0:1', '0:1'],
  ['0:1 0:1 0:1 0:1 0:1', '0:1'],
  ['0:3 5:1 5:1', '0:3 5:1'],
  ['0:1 0:3 0:1', '0:1 0:3'],
])('a second miss of a day is recorded and not fed: %s leaves the memory of %s', (all, fed) => {
  expect(after(all).memory).toEqual(after(fed).memory)
  expect(after(all).reviews).toBeGreaterThan(after(fed).reviews)
})

test('a miss on the next day is fed again', () => {
  expect(after('0:1 0:1 1:1').memory).toEqual(next(after('0:1').memory, 1, 1))
})

test.each([
  ['0:1', []],
  ['0:1 0:1', []],
  ['0:3 0:1', []],
  ['0:3 5:1', [5]],
  ['0:3 5:1 5:1 5:1', [5]],
  ['0:3 5:3 5:1', [5]],
  ['0:1 1:1 2:1', [1, 2]],
  ['0:3 5:1 5:3 9:1', [5, 9]],
])('a lapse is the first miss of a day on an idea met earlier: %s has lapses on %j', (text, days) => {
  expect(after(text).lapses.map(day => day - 20_000)).toEqual(days)
})

test.each([
  ['missed while sure', '0:1!', { rights: 0, due: 1 }],
  ['missed while not sure', '0:1', undefined],
  ['right while sure', '0:3!', undefined],
  ['right minutes later, when the reason was just read', '0:1! 0:3', { rights: 0, due: 1 }],
  ['right on the next day', '0:1! 1:3', { rights: 1, due: 3 }],
  ['right twice on the next day', '0:1! 1:3 1:3', { rights: 1, due: 3 }],
  ['right on two later days', '0:1! 1:3 4:3', undefined],
  ['right at the third try of a day', '0:1! 1:1 1:3', { rights: 0, due: 1 }],
  ['right by a guess', '0:1! 1:3?', { rights: 0, due: 1 }],
  ['missed again between, not sure', '0:1! 1:3 4:1 5:3', undefined],
  ['missed again between, sure', '0:1! 1:3 4:1! 5:3', { rights: 1, due: 3 }],
  ['missed while sure long after it was cleared', '0:1! 1:3 4:3 50:1!', { rights: 0, due: 1 }],
])('a misconception, %s: %s', (_, text, left) => {
  const { misconception } = after(text)
  expect(misconception?.rights).toBe(left?.rights)
  if (left) expect(dueIn(text)).toBeLessThanOrEqual(left.due)
})

test('a misconception that was right once comes back within three days, however well it is known', () => {
  expect(dueIn('0:4 10:4 100:1! 101:4')).toBe(3)
  expect(dueIn('0:4 10:4 100:1! 101:4 104:4')).toBeGreaterThan(3)
})

test('partly right while sure is a misconception as well', () => {
  const review = diary(bank).answer('limits/timeout-choice', 20_000, { rating: 1, verdict: 'partly', sure: 1 })
  expect(replay([review], bank).ideas.get(id)?.misconception).toEqual({ day: 20_000, rights: 0 })
})

test('an answer of a day before, after a flight west, counts as one of the same day', () => {
  expect(after('5:3 4:3')).toMatchObject({ lastDay: 20_005, memory: after('5:3 5:3').memory })
})

test('an answer under a clock that was ten years ahead counts as of today, and the idea goes on', () => {
  const known = after('0:3 3650:3 2:3')
  expect(known.lastDay).toBe(20_002)
  expect(known.dueDay).toBe(20_002 + interval(known.memory, `${id} 3`))
  expect(after('0:3 3650:1! 2:3 3:3').misconception).toMatchObject({ rights: 1 })
  expect(after('0:3 3650:1! 2:3 3:3 4:3').misconception).toBeUndefined()
})
