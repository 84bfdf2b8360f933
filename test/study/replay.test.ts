import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '../../src/study/event.ts'
import { inOrder } from '../../src/study/order.ts'
import { apply, compacted, newcomer, type Progress, replay, resume } from '../../src/study/progress.ts'
import { everyFace, tinyBank } from '../helpers/deck.ts'
import { diary, histories } from '../helpers/events.ts'
import { factsOf } from '../helpers/facts.ts'

// Progress is one fold over the events: however they come, it must come to the same.

const bank = tinyBank(everyFace)
const short = histories(bank)
/** Longer than the newest 200, which are kept apart. */
const long = histories(bank, { most: 600, undos: 10, far: 1 })
/** Hardly ever refused. */
const orderly = histories(bank, { most: 600, undos: 1, far: 0 })
const applied = (events: readonly Event[], from: Progress = newcomer) =>
  events.reduce((progress, event) => apply(progress, event, bank), from)

test('replay depends neither on the order of arrival nor on copies', () => {
  fc.assert(
    fc.property(long, fc.array(fc.nat(599)), (events, copies) => {
      const again = copies.flatMap(place => events[place] ?? [])
      expect(replay(inOrder([again, events.toReversed()]), bank)).toEqual(replay(events, bank))
    }),
    { numRuns: 50 },
  )
})

test('one by one comes to the same as all at once', () => {
  fc.assert(
    fc.property(short, events => {
      expect(factsOf(applied(events))).toEqual(factsOf(replay(events, bank)))
    }),
    { numRuns: 300 },
  )
})

test('one by one comes to the same in any order of arrival, with copies', () => {
  fc.assert(
    fc.property(
      short.chain(events =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
      ),
      ([events, arriving]) => {
        expect(factsOf(applied(arriving))).toEqual(factsOf(replay(events, bank)))
      },
    ),
    { numRuns: 100 },
  )
})

test('replay of a long history comes to the same as its events one by one', () => {
  fc.assert(
    fc.property(long, events => {
      expect(factsOf(replay(events, bank))).toEqual(factsOf(applied(events)))
    }),
    { numRuns: 40 },
  )
})

/** As a snapshot keeps it. */
function kept(progress: Progress): Progress {
  const { past, tail } = compacted(progress, bank)
  return { ...progress, past, tail }
}

test.each([
  ['orderly', orderly, 10],
  ['any', long, 0],
])(
  'what was kept and what came since come to the same as everything, or are refused: %s histories',
  (_, histories, atLeast) => {
    let resumed = 0
    fc.assert(
      fc.property(histories, fc.nat(599), (events, at) => {
        const snapshot = kept(replay(events.slice(0, at), bank))
        const progress = resume(snapshot.past, inOrder([snapshot.tail, events.slice(at)]), bank)
        if (!progress) return
        expect(factsOf(progress)).toEqual(factsOf(replay(events, bank)))
        if (snapshot.past.days.size > 0 && at < events.length) resumed += 1
      }),
      { numRuns: 250 },
    )
    expect(resumed).toBeGreaterThanOrEqual(atLeast)
  },
)

test('what was kept and what another device wrote meanwhile come to the same as everything, or are refused', () => {
  let resumed = 0
  fc.assert(
    fc.property(orderly, fc.nat(599), fc.nat(400), (events, at, from) => {
      // The other device writes from a place on, and what it wrote comes after the snapshot was made.
      const isLate = (event: Event, i: number) => i >= from && event.id.endsWith('a')
      const known = events.filter((event, i) => i < at && !isLate(event, i))
      const snapshot = kept(replay(known, bank))
      const since = events.filter((event, i) => i >= at || isLate(event, i))
      const progress = resume(snapshot.past, inOrder([snapshot.tail, since]), bank)
      if (!progress) return
      expect(factsOf(progress)).toEqual(factsOf(replay(events, bank)))
      if (snapshot.past.days.size > 0 && from < at) resumed += 1
    }),
    { numRuns: 250 },
  )
  expect(resumed).toBeGreaterThan(3)
})

test('keeping changes nothing that is known', () => {
  fc.assert(
    fc.property(long, events => {
      const all = applied(events)
      const { past, tail } = compacted(all, bank)
      expect(factsOf(compacted(all, bank))).toEqual(factsOf(all))
      const resumed = resume(past, tail, bank)
      if (resumed) expect(factsOf(resumed)).toEqual(factsOf(all))
    }),
    { numRuns: 40 },
  )
})

/** Answers to one idea after the other, ten a day. */
function answers(write = diary(bank), count = 300): Event[] {
  const cards = ['limits/timeout-choice', 'pricing/request-flashcard', 'triggers/queue-hinged', 'basics/runtime-cloze']
  return Array.from({ length: count }, (_, i) => write.answer(cards[i % 4] ?? '', 20_000 + Math.floor(i / 10)))
}

test('of a long history the newest 200 events are kept apart, so that an answer refolds no more', () => {
  const progress = replay(answers(), bank)
  expect(progress.tail).toHaveLength(200)
  expect(progress.past.days.size).toBe(10)
  expect(compacted(applied(answers()), bank).tail).toHaveLength(200)
})

test('new answers and undos among the newest are taken up without a replay', () => {
  const write = diary(bank)
  const events = answers(write)
  const { past, tail } = kept(replay(events, bank))
  const since = [write.answer('basics/handler-flashcard', 20_031), write.undo(tail[3] as Event, 20_031)]
  const resumed = resume(past, [...tail, ...since], bank)
  expect(resumed && factsOf(resumed)).toEqual(factsOf(replay([...events, ...since], bank)))
})

test.each([
  ['an undo of an older answer', (write: ReturnType<typeof diary>, old: Event) => write.undo(old, 20_031)],
  [
    'an answer of another device from before',
    () => diary(bank, 'elsewhere').answer('basics/handler-flashcard', 20_001),
  ],
])('%s makes a replay necessary', (_, late) => {
  const write = diary(bank)
  const events = answers(write)
  const { past, tail } = kept(replay(events, bank))
  expect(resume(past, inOrder([tail, [late(write, events[5] as Event)]]), bank)).toBeUndefined()
})

test('an undo of something that is no longer at hand is kept until the next start replays', () => {
  const write = diary(bank)
  const events = answers(write)
  const undo = write.undo(events[5] as Event, 20_031)
  const since = Array.from({ length: 250 }, () => write.answer('basics/handler-flashcard', 20_031))
  const { past, tail } = compacted(applied([undo, ...since], replay(events, bank)), bank)
  expect(tail).toContain(undo)
  expect(resume(past, tail, bank)).toBeUndefined()
})

test('an answer that an older undo waited for stays taken back', () => {
  const write = diary(bank)
  const elsewhere = diary(bank, 'elsewhere')
  const late = elsewhere.answer('basics/handler-flashcard', 20_060)
  const events = [write.undo(late, 19_000), ...answers(write)]
  const { past, tail } = kept(replay(events, bank))
  expect(resume(past, [...tail, late], bank)).toBeUndefined()
  expect(factsOf(replay([...events, late], bank))).toEqual(factsOf(replay(events, bank)))
})

test('a copy of an answer that was taken back long ago brings nothing back', () => {
  const write = diary(bank)
  const first = write.answer('basics/handler-flashcard', 19_000)
  const wrong = write.answer('pricing/duration-choice', 19_000)
  // The answer and its undo are the last events before the newest 200.
  const events = [first, wrong, write.undo(wrong, 19_000), ...answers(write, 200)]
  const { past, tail } = replay(events, bank)
  expect(tail).toHaveLength(200)
  expect(resume(past, inOrder([tail, [wrong]]), bank)).toBeUndefined()
  expect(factsOf(replay(inOrder([events, [wrong]]), bank))).toEqual(factsOf(replay(events, bank)))
})
