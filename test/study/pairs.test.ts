import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IdeaId } from '../../src/deck/deck.ts'
import { dice } from '../../src/kinds/random.ts'
import { partnersOf } from '../../src/study/confusion.ts'
import { dateOf } from '../../src/study/date.ts'
import { type Progress, replay } from '../../src/study/progress.ts'
import { defaults, type Settings } from '../../src/study/settings.ts'
import { ideaId, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'
import { type Asked, type Learner, type StudiedDay, study } from '../helpers/learner.ts'
import { fixedWorld } from '../helpers/world.ts'

// Whole sessions of `today` by people who take some ideas for others.

const day = 20_000
const names = [...'abcd'].flatMap(topic => Array.from({ length: 6 }, (_, i) => `${topic}/${i}`))
const bank = tinyBank(
  Object.fromEntries(
    [...'abcd'].map(topic => [topic, Object.fromEntries(Array.from({ length: 6 }, (_, i) => [i, 'flashcard choice']))]),
  ),
)
/** The day before the exam, so that nothing new comes unless it is somebody's partner. */
const settings: Settings = { ...defaults, exam: 'DVA', examDate: dateOf(day + 1), minutes: 60 }

type Pair = readonly [string, string]
type History = {
  readonly due: readonly string[]
  /** Met yesterday, and well. */
  readonly fresh: readonly string[]
  /** The second was chosen where the first was right. */
  readonly pairs: readonly Pair[]
  readonly sure: boolean
  /** How many of ten answers are missed today. */
  readonly misses: number
  readonly seed: number
}

const progressOf = ({ due, fresh, pairs, sure }: History): Progress => {
  const write = diary(bank)
  const mixedUp = pairs.map(([idea, other]) =>
    write.answer(`${idea}-choice`, day - 9, {
      rating: 1,
      verdict: 'wrong',
      confused: ideaId(other),
      ...(sure && { sure: 1 }),
    }),
  )
  const met = due.map(idea => write.answer(`${idea}-flashcard`, day - 9))
  const others = fresh.map(idea => write.answer(`${idea}-flashcard`, day - 1, { rating: 4 }))
  return replay([...mixedUp, ...met, ...others], bank)
}

function played(history: History, over: Partial<Settings> = {}): StudiedDay & { readonly before: Progress } {
  const before = progressOf(history)
  const roll = dice(history.seed)
  const learner: Learner = () => ({ knows: roll.int(1, 10) > history.misses, sure: 1 })
  const world = fixedWorld(`${dateOf(day)}T09:00Z`, history.seed)
  return { before, ...study(world, bank, before, { ...settings, ...over }, learner) }
}

const idea = fc.constantFrom(...names)
const history = (pairs: fc.Arbitrary<readonly Pair[]>, most = 12): fc.Arbitrary<History> =>
  fc.record({
    due: fc.uniqueArray(idea, { maxLength: most }),
    fresh: fc.uniqueArray(idea, { maxLength: 6 }),
    pairs,
    sure: fc.boolean(),
    misses: fc.constantFrom(0, 0, 3, 6),
    seed: fc.nat(100_000),
  })
/** Pairs that share no idea. */
const apart = fc
  .uniqueArray(idea, { minLength: 2, maxLength: 8 })
  .map(ideas => ideas.flatMap((first, i): Pair[] => (i % 2 === 1 ? [[ideas[i - 1] ?? first, first]] : [])))
const any = fc.array(
  fc.tuple(idea, idea).filter(([first, second]) => first !== second),
  { minLength: 1, maxLength: 6 },
)

const ideasOf = (asked: readonly Asked[]): readonly IdeaId[] => asked.map(({ question }) => question.card.idea)
/** How many places lie between the first showings of two ideas; the next one is 1 further. */
const distance = (order: readonly IdeaId[], [first, second]: readonly [IdeaId, IdeaId]) =>
  Math.abs(order.indexOf(first) - order.indexOf(second))
/** The pairs in the queue that were not yet told apart when the second of them was asked. */
const pairsIn = ({ today, asked }: StudiedDay) =>
  today.queue.flatMap((first, i) =>
    today.queue.slice(i + 1).flatMap(second => {
      const later = asked[Math.max(...[first, second].map(id => ideasOf(asked).indexOf(id)))]
      return later && partnersOf(later.before.confusions, first).includes(second) ? [[first, second] as const] : []
    }),
  )

test('one to three questions lie between two confused ideas', () => {
  let seen = 0
  fc.assert(
    fc.property(history(apart), given => {
      const session = played(given)
      const order = ideasOf(session.asked)
      for (const pair of pairsIn(session)) {
        if (session.today.queue.length < 3) continue
        seen += 1
        expect([2, 3, 4], `${pair} in ${order}`).toContain(distance(order, pair))
      }
    }),
    { numRuns: 400 },
  )
  expect(seen).toBeGreaterThan(500)
})

/** What could have been asked at a place: all that came later, but for what was missed only then or later. */
const rest = (asked: readonly Asked[], place: number): readonly IdeaId[] =>
  ideasOf(
    asked.filter((one, i) => {
      const first = asked.findIndex(other => other.question.card.idea === one.question.card.idea)
      return i >= place && (i === first || first < place)
    }),
  )

test('two confused ideas follow each other only when nothing else is left, whatever shares them or comes back', () => {
  let seen = 0
  fc.assert(
    fc.property(history(any), given => {
      const { asked } = played(given)
      asked.forEach(({ question, before }, place) => {
        const last = asked[place - 1]?.question.card.idea
        const partners = last === undefined ? [] : partnersOf(before.confusions, last)
        if (!partners.includes(question.card.idea)) return
        seen += 1
        expect(rest(asked, place).filter(id => !partners.includes(id))).toEqual([])
      })
    }),
    { numRuns: 400 },
  )
  expect(seen).toBeGreaterThan(20)
})

test('of two due ideas that share a partner, each stands near it', () => {
  const shared = fc
    .uniqueArray(idea, { minLength: 3, maxLength: 3 })
    .map(([one = '', middle = '', other = '']): readonly Pair[] => [
      [one, middle],
      [other, middle],
    ])
  let seen = 0
  fc.assert(
    fc.property(history(shared), given => {
      const session = played(given)
      const order = ideasOf(session.asked)
      if (session.today.queue.length < 5) return
      for (const pair of pairsIn(session)) {
        seen += 1
        expect([2, 3, 4], `${pair} in ${order}`).toContain(distance(order, pair))
      }
    }),
    { numRuns: 400 },
  )
  expect(seen).toBeGreaterThan(500)
})

test('the partner of what is due comes too, due or not, met or not, as far as the minutes go', () => {
  let seen = 0
  fc.assert(
    fc.property(history(any), fc.constantFrom(2, 4, 60), (given, minutes) => {
      const { before, today } = played({ ...given, misses: 0 }, { minutes })
      for (const { ideas } of before.confusions)
        for (const [one, other] of [ideas, [...ideas].reverse()] as const) {
          const known = one && before.ideas.get(one)
          if (!one || !other || !known || known.dueDay > day || !today.queue.includes(one)) continue
          const isOut = !today.queue.includes(other)
          seen += 1
          // The longest question takes 72 seconds, the first reading included.
          if (isOut) expect(today.seconds, `${one} without ${other}`).toBeGreaterThan(minutes * 60 - 72)
        }
    }),
    { numRuns: 500 },
  )
  expect(seen).toBeGreaterThan(500)
})

test('the partner of a misconception comes with it, before new ideas take the minutes', () => {
  const given: History = { due: [], fresh: ['a/1'], pairs: [['a/0', 'a/1']], sure: true, misses: 0, seed: 1 }
  const { today } = played(given, { minutes: 2, examDate: dateOf(day + 4) })
  expect(today.queue).toEqual(expect.arrayContaining([ideaId('a/0'), ideaId('a/1')]))
})
