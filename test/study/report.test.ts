import { describe, expect, test } from 'vitest'
import { bankOf } from '../../src/study/bank.ts'
import type { Event } from '../../src/study/event.ts'
import { questionAt } from '../../src/study/exam-question.ts'
import { inOrder } from '../../src/study/order.ts'
import { replay } from '../../src/study/progress.ts'
import { type Report, reportOf, slowestOf, wilson } from '../../src/study/report.ts'
import type { Sitting } from '../../src/study/sitting.ts'
import { tinyBank, tinyDeck } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'
import { examDiary, picksFor } from '../helpers/exam.ts'

const bank = tinyBank({
  dev: { a: 'choice flashcard', b: 'response', c: 'choice', d: 'hinged' },
  sec: { e: { faces: ['choice'], exams: { DVA: 2 } }, f: { faces: ['response'], exams: { DVA: 2 } } },
})
const cards = 'dev/a-choice dev/b-response dev/c-choice dev/d-hinged sec/e-choice sec/f-response'
const blank = examDiary().start(cards)
const sittingIn = (events: readonly Event[]): Sitting => {
  const { sittings } = replay(inOrder([events]), bank)
  if (!sittings[0]) throw new Error('no exam')
  return sittings[0]
}
const pick = (place: number, how: 'right' | 'partly' | 'wrong') => picksFor(sittingIn([blank]), bank, place, how)

type How = 'right' | 'partly' | 'wrong' | ''
/** An exam whose questions were answered like this, one after the other: `wrong>right` was changed. `!` flags it. */
function sat(
  hows: string,
  over: Parameters<ReturnType<typeof examDiary>['start']>[1] = {},
  before: Event[] = [],
): Report {
  const write = examDiary()
  const start = write.start(cards, over)
  const answers = hows.split(' ').flatMap((how, place) =>
    how.split('>').map(one => {
      const word = one.replace('!', '') as How
      const choice = word === '' || one === '-' ? '' : pick(place, word)
      return write.answer(place, choice, { flagged: one.includes('!'), ms: 10_000 * (place + 1) })
    }),
  )
  return reportOf(sittingIn([...before, start, ...answers, write.mark('exam-finish')]), bank)
}

describe('the score', () => {
  test.each([
    ['right right right right right right', 6, 6],
    ['wrong wrong wrong wrong wrong wrong', 0, 6],
    ['right partly right partly right partly', 3, 6],
    ['right - - - - -', 1, 6],
    ['- - - - - -', 0, 6],
  ])('%s: %i of %i', (hows, rights, of) => {
    expect(sat(hows).score).toEqual({ rights, of })
  })

  test('a part counts as nothing, and is told from wrong', () => {
    expect(sat('wrong partly - right right wrong').marks.map(({ is }) => is)).toEqual([
      'wrong',
      'partly',
      'unanswered',
      'right',
      'right',
      'wrong',
    ])
  })

  test('too few choices are no right answer, even if they are right', () => {
    const write = examDiary()
    const half = pick(1, 'right').split(' ')[0] ?? ''
    const { marks, score, unanswered } = reportOf(sittingIn([write.start(cards), write.answer(1, half)]), bank)
    expect(marks[1]).toMatchObject({ is: 'partly', picked: [half] })
    expect({ score, unanswered }).toEqual({ score: { rights: 0, of: 6 }, unanswered: 5 })
  })

  test('questions that do not count are left out of score and domains, and shown among the others', () => {
    const report = sat('right right wrong wrong right wrong', { unscored: [0, 2, 5] })
    expect(report.score).toEqual({ rights: 2, of: 3 })
    expect(report.domains).toEqual([
      { title: 'Development', rights: 1, of: 2 },
      { title: 'Security', rights: 1, of: 1 },
    ])
    expect(report.marks.map(({ counts }) => counts)).toEqual([false, true, false, true, true, false])
  })

  test('by domain, as the deck calls them; none without questions', () => {
    expect(sat('right partly right wrong right wrong').domains).toEqual([
      { title: 'Development', rights: 2, of: 4 },
      { title: 'Security', rights: 1, of: 2 },
    ])
    const write = examDiary()
    const { domains } = reportOf(sittingIn([write.start('dev/a-choice')]), bank)
    expect(domains).toEqual([{ title: 'Development', rights: 0, of: 1 }])
  })

  test('what was seen before the exam is counted apart', () => {
    const before = [diary(bank).answer('dev/c-choice', 19_000), diary(bank, 'x').answer('sec/e-choice', 19_001)]
    const report = sat('right wrong right right wrong -', {}, before)
    expect(report.seen).toEqual({ rights: 1, of: 2 })
    expect(report.firstSight).toEqual({ rights: 2, of: 4 })
  })

  test('a card that the deck no longer has counts neither way', () => {
    const write = examDiary()
    const events = [write.start(`${cards} gone/away`), write.answer(6, 'queue'), write.mark('exam-finish')]
    const report = reportOf(sittingIn(events), bank)
    expect(report.score.of).toBe(6)
    expect(report.marks).toHaveLength(6)
    const nothing = reportOf(sittingIn(events), bankOf([tinyDeck({})]))
    expect(nothing).toMatchObject({ score: { of: 0, rights: 0 }, likely: [0, 1], seconds: 0, slowest: [], marks: [] })
  })
})

describe('changed answers', () => {
  test.each([
    ['wrong>right', { all: 1, better: 1, worse: 0 }],
    ['right>wrong', { all: 1, better: 0, worse: 1 }],
    ['right>right', { all: 0, better: 0, worse: 0 }],
    ['wrong>right>wrong', { all: 0, better: 0, worse: 0 }],
    ['right>-', { all: 1, better: 0, worse: 1 }],
    ['->right', { all: 0, better: 0, worse: 0 }],
  ])('%s: %o', (how, changes) => {
    expect(sat(`${how} - - - - -`).changes).toEqual(changes)
  })

  test('with several to choose, the first whole choice is the first answer', () => {
    const write = examDiary()
    const [first = '', second = ''] = pick(1, 'right').split(' ')
    const other = pick(1, 'wrong').split(' ')[0] ?? ''
    const changesOf = (...choices: readonly string[]) =>
      reportOf(sittingIn([write.start(cards), ...choices.map(choice => write.answer(1, choice))]), bank).changes
    expect(changesOf(first, `${first} ${second}`)).toEqual({ all: 0, better: 0, worse: 0 })
    expect(changesOf(first, `${first} ${second}`, `${second} ${first}`)).toEqual({ all: 0, better: 0, worse: 0 })
    expect(changesOf(first, `${first} ${other}`, first, `${first} ${second}`)).toEqual({ all: 1, better: 1, worse: 0 })
    expect(changesOf(`${other} ${second}`, `${second} ${first}`, second, `${second} ${other}`)).toMatchObject({
      all: 0,
    })
  })

  test('from one wrong answer to another makes no difference; what does not count is left out', () => {
    const write = examDiary()
    const [one = '', two = ''] = (questionAt(sittingIn([blank]), bank, 0)?.options ?? [])
      .filter(({ right }) => !right)
      .map(({ id }) => id)
    const events = (unscored: readonly number[]) => [
      write.start(cards, { unscored }),
      write.answer(0, one),
      write.answer(0, two),
    ]
    expect(reportOf(sittingIn(events([])), bank).changes).toEqual({ all: 1, better: 0, worse: 0 })
    expect(reportOf(sittingIn(events([0])), bank).changes).toEqual({ all: 0, better: 0, worse: 0 })
  })
})

test('seconds a question over those that were seen, and what the real exam gives', () => {
  const report = sat('right right - - - -')
  expect(report).toMatchObject({ seconds: 35, allowed: 120, unanswered: 4 })
  const write = examDiary()
  const two = [write.start(cards), write.answer(0, 'queue', { ms: 30_000 }), write.answer(1, '', { ms: 90_000 })]
  expect(reportOf(sittingIn(two), bank).seconds).toBe(60)
})

test.each([
  [
    [10, 20, 30, 40, 50],
    [4, 3],
  ],
  [
    [10, 90, 10, 80, 10, 70, 60],
    [1, 3, 5],
  ],
  [[10, 10, 10], []],
  [[0, 0, 0, 5], [3]],
  [[], []],
])('of times %j the slowest are at %j', (times, places) => {
  expect(slowestOf(times.map((ms, place) => ({ ms, place })))).toEqual(places)
})

// Bisected from |p - q| = z·√(q(1 - q)/n) with z of 0.95, in another language.
test.each([
  [0, 1, 0.0, 0.7301],
  [1, 1, 0.2699, 1.0],
  [0, 20, 0.0, 0.1192],
  [20, 20, 0.8808, 1.0],
  [15, 20, 0.5678, 0.8726],
  [10, 20, 0.3274, 0.6726],
  [4, 20, 0.0931, 0.3784],
  [36, 50, 0.6064, 0.8111],
  [50, 65, 0.6736, 0.8434],
  [1, 50, 0.0045, 0.0848],
])('%i of %i: from %f to %f', (rights, of, low, high) => {
  const [from, to] = wilson({ rights, of })
  expect(from).toBeCloseTo(low, 3)
  expect(to).toBeCloseTo(high, 3)
})

test('the interval holds the share, and narrows with more questions', () => {
  let before = 1
  for (const of of [4, 8, 20, 65, 200]) {
    const [from, to] = wilson({ rights: of / 4, of })
    expect(from).toBeLessThan(0.25)
    expect(to).toBeGreaterThan(0.25)
    expect(to - from).toBeLessThan(before)
    before = to - from
  }
})
