import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankOf } from '../../src/study/bank.ts'
import { type Event, type ExamEvent, eventOf, lineOf, type Undo } from '../../src/study/event.ts'
import { inOrder } from '../../src/study/order.ts'
import { apply, compacted, newcomer, replay, resume } from '../../src/study/progress.ts'
import { openSitting, type Sitting, timeLeft } from '../../src/study/sitting.ts'
import type { Instant } from '../../src/world.ts'
import { cardId, everyFace, tinyBank, tinyDeck } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'
import { examDiary, minute } from '../helpers/exam.ts'

const bank = tinyBank(everyFace)
const three = 'limits/timeout-choice pricing/request-response triggers/queue-hinged'
const sittings = (...events: readonly Event[]): readonly Sitting[] => replay(inOrder([events]), bank).sittings
const only = (...events: readonly Event[]): Sitting => {
  const [sitting] = sittings(...events)
  if (!sitting) throw new Error('no exam was begun')
  return sitting
}
const undo = (of: Event, after: Event): Undo => ({
  v: 1,
  id: `undo-${of.id}`,
  at: (after.at + 1) as Instant,
  day: 20_000,
  offset: 0,
  type: 'undo',
  of: of.id,
})

describe('what the events of an exam come to', () => {
  test('an exam that was begun', () => {
    const write = examDiary()
    const start = write.start(three, { unscored: [2], strict: true, paper: 'A' })
    expect(only(start)).toEqual({
      id: 'exam',
      exam: 'DVA',
      paper: 'A',
      strict: true,
      cards: three.split(' ').map(cardId),
      hinges: [null, null, null],
      unscored: [2],
      seed: 7,
      startedAt: start.at,
      lastAt: start.at,
      day: 20_000,
      allowed: 20 * minute,
      deadline: start.at + 20 * minute,
      met: [],
      answers: {},
      place: 0,
      pauses: 0,
    })
  })

  test('answers: the last one counts, those before are kept, times add up', () => {
    const write = examDiary()
    const { answers, place } = only(
      write.start(three),
      write.answer(0, 'topic', { ms: 5000, next: 1 }),
      write.answer(1, '', { ms: 2000, next: 0 }),
      write.answer(0, 'topic', { ms: 300, flagged: true }),
      write.answer(0, 'queue', { ms: 1000, flagged: true, next: 2 }),
    )
    expect(place).toBe(2)
    expect(answers).toEqual({
      0: { picked: ['queue'], earlier: [['topic']], flagged: true, ms: 6300 },
      1: { picked: [], earlier: [], flagged: false, ms: 2000 },
    })
  })

  test('what was asked before the exam is told from what was not', () => {
    const before = diary(bank).answer('pricing/request-response', 19_990)
    const after = diary(bank, 'later').answer('limits/timeout-choice', 20_001)
    expect(only(before, examDiary().start(three), after).met).toEqual([1])
  })

  test('a card that was renamed since was asked before under its old name', () => {
    const topics = { limits: { timeout: { faces: ['choice'], faceWas: { choice: ['old-choice'] } } } } as const
    const renamed = bankOf([tinyDeck(topics)])
    const before = diary(bank).answer('limits/old-choice', 19_990)
    const { sittings } = replay([before, examDiary().start('limits/old-choice')], renamed)
    expect(sittings[0]?.met).toEqual([0])
  })

  test('after it was handed in nothing changes', () => {
    const write = examDiary()
    const done = [write.start(three), write.answer(0, 'queue', { next: 1 }), write.mark('exam-finish')]
    const later = [write.answer(1, 'topic'), write.mark('exam-pause'), write.mark('exam-finish')]
    expect(sittings(...done, ...later)).toEqual(sittings(...done))
    expect(openSitting(sittings(...done))).toBeUndefined()
  })

  test.each([
    ['a place that it does not have', examDiary().answer(3, 'queue')],
    ['a place below none', examDiary().answer(-1, 'queue')],
    ['a way to nowhere', examDiary().answer(0, 'queue', { next: 9 })],
    ['another exam', examDiary('other').answer(0, 'queue')],
    ['an exam that never began', examDiary('other').mark('exam-finish')],
    ['going on without a pause', examDiary().mark('exam-go-on')],
  ])('%s changes no answer', (_, event) => {
    const write = examDiary()
    const start = write.start(three)
    write.later(minute)
    const last = { ...event, id: 'z', at: (start.at + minute) as Instant }
    const { lastAt: __, ...before } = only(start)
    expect(only(start, last)).toMatchObject({ ...before })
  })

  test('two exams on two devices do not touch each other, and the newer one is the open one', () => {
    const one = examDiary('one')
    const two = examDiary('two')
    const first = one.start(three)
    two.later(500)
    const events = [first, two.start(three), one.answer(0, 'queue'), two.answer(0, 'topic'), two.answer(1, 'bus')]
    const [a, b] = sittings(...events)
    expect(a?.answers[0]?.picked).toEqual(['queue'])
    expect([b?.answers[0]?.picked, b?.answers[1]?.picked]).toEqual([['topic'], ['bus']])
    expect(openSitting(sittings(...events))?.id).toBe('two')
    expect(openSitting(sittings(...events, { ...two.mark('exam-finish') }))?.id).toBe('one')
  })

  test('events that are taken back count no more, and count again when that is taken back', () => {
    const write = examDiary()
    const start = write.start(three)
    const answer = write.answer(0, 'queue')
    const finish = write.mark('exam-finish')
    const back = undo(finish, finish)
    expect(only(start, answer, finish, back).finishedAt).toBeUndefined()
    expect(only(start, answer, finish, back, undo(back, back)).finishedAt).toBe(finish.at)
    expect(only(start, answer, undo(answer, finish)).answers).toEqual({})
    expect(sittings(start, answer, undo(start, finish))).toEqual([])
  })
})

describe('the clock', () => {
  test('stands while it is paused, as often as that is', () => {
    const write = examDiary()
    const start = write.start(three)
    write.later(5 * minute)
    const pause = write.mark('exam-pause')
    const used = pause.at - start.at
    const paused = only(start, pause)
    expect(timeLeft(paused, pause.at + 60 * minute)).toBe(20 * minute - used)
    write.later(90 * minute)
    const goOn = write.mark('exam-go-on')
    const again = only(start, pause, goOn)
    expect(again).toMatchObject({ pauses: 1, deadline: start.at + 20 * minute + (goOn.at - pause.at) })
    expect(timeLeft(again, goOn.at)).toBe(20 * minute - used)
    write.later(minute)
    const second = write.mark('exam-pause')
    const third = write.mark('exam-pause')
    expect(only(start, pause, goOn, second, third)).toMatchObject({ pauses: 2, pausedAt: second.at })
  })

  test('runs out, and not below nothing', () => {
    const start = examDiary().start(three)
    expect(timeLeft(only(start), start.at + 19 * minute)).toBe(minute)
    expect(timeLeft(only(start), start.at + 20 * minute)).toBe(0)
    expect(timeLeft(only(start), start.at + 20_000 * minute)).toBe(0)
  })

  test('set back it gives nothing back', () => {
    const write = examDiary()
    const start = write.start(three)
    write.later(10 * minute)
    const answer = write.answer(0, 'queue')
    const left = 20 * minute - (answer.at - start.at)
    expect(timeLeft(only(start, answer), answer.at - 60 * minute)).toBe(left)
  })
})

describe('which exams are kept', () => {
  const many = (count: number, over: Parameters<ReturnType<typeof examDiary>['start']>[1] = {}) =>
    Array.from({ length: count }, (_, i) => {
      const write = examDiary(`e${i}`, 20_000 + i)
      return [write.start(three, over), write.mark('exam-finish')]
    }).flat()

  test('the newest twenty', () => {
    expect(sittings(...many(25)).map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => `e${i + 5}`))
  })

  test('papers for good, and beside them an exam that has just begun', () => {
    const paper = examDiary('paper', 19_000)
    const events = [paper.start(three, { paper: 'A' }), paper.mark('exam-finish'), ...many(25)]
    const ids = sittings(...events).map(({ id }) => id)
    expect(ids[0]).toBe('paper')
    expect(ids).toHaveLength(21)
    const papers = many(22, { paper: 'B' })
    const now = examDiary('now', 21_000).start(three)
    expect(openSitting(sittings(...papers, now))?.id).toBe('now')
  })
})

describe('logs', () => {
  const write = examDiary()
  const [start, answer] = [write.start(three, { paper: 'A', unscored: [1] }), write.answer(0, 'queue topic')]
  const events = [start, answer, write.mark('exam-pause'), write.mark('exam-go-on'), write.mark('exam-finish')]

  test('each event is one line, read as it was written', () => {
    for (const event of events) expect(eventOf(lineOf(event))).toEqual(event)
  })

  test.each([
    [start, { cards: 'limits' }],
    [start, { cards: [1] }],
    [start, { hinges: [1] }],
    [start, { unscored: ['1'] }],
    [start, { strict: 'yes' }],
    [start, { deadline: null }],
    [start, { seed: undefined }],
    [answer, { answer: 'queue' }],
    [answer, { answer: [{}] }],
    [answer, { place: 0.5 }],
    [answer, { next: '1' }],
    [answer, { flagged: undefined }],
    [answer, { session: 7 }],
  ])('%o with %o is no event', (event, over) => {
    const line = lineOf({ ...event, ...over } as never)
    expect(eventOf(line)).toHaveProperty('rejected')
  })
})

/** Exams of two devices with answers in between, some taken back, and a review now and then. */
const histories = fc.array(
  fc.record({
    what: fc.constantFrom('start', 'answer', 'answer', 'answer', 'pause', 'goOn', 'finish', 'undo', 'review'),
    device: fc.nat(1),
    place: fc.integer({ min: -1, max: 3 }),
    picked: fc.constantFrom('', 'queue', 'topic', 'queue topic'),
    back: fc.integer({ min: -1, max: 5 }),
  }),
  { maxLength: 60, size: 'max' },
)
function historyOf(steps: readonly { what: string; device: number; place: number; picked: string; back: number }[]) {
  const events: Event[] = []
  const reviews = diary(bank, 'r')
  const writers = [examDiary('a0'), examDiary('b0')]
  let exams = 0
  steps.forEach(({ what, device, place, picked, back }, i) => {
    const at = (20_000 * 86_400_000 + i * 30_000) as Instant
    const add = (event: Event) => events.push({ ...event, id: `${String(i).padStart(3, '0')}`, at } as Event)
    const write = writers[device] ?? examDiary()
    const target = events[events.length - 1 - back]
    if (what === 'start') {
      const next = examDiary(`${device}-${exams++}`)
      writers[device] = next
      add(next.start(three, { ...(place === 0 && { paper: 'A' }), deadline: at + 5 * minute }))
    } else if (what === 'answer') add(write.answer(place, picked, { next: Math.max(0, place), flagged: back > 3 }))
    else if (what === 'review') add(reviews.answer('limits/timeout-choice', 20_000))
    else if (what === 'undo') add({ ...undo(target ?? write.mark('exam-pause'), { at } as Event) })
    else add(write.mark(what === 'pause' ? 'exam-pause' : what === 'goOn' ? 'exam-go-on' : 'exam-finish'))
  })
  return events as readonly (Event & ExamEvent)[]
}

test('event by event, in any order of arrival, from a snapshot or all at once: the same exams', () => {
  fc.assert(
    fc.property(histories, fc.nat(60), fc.array(fc.nat(1000)), (steps, part, mixed) => {
      const events = historyOf(steps)
      const { sittings } = replay(events, bank)
      expect(events.reduce((progress, event) => apply(progress, event, bank), newcomer).sittings).toEqual(sittings)
      const shuffled = events.toSorted((a, b) => (mixed[a.at % 97] ?? 0) - (mixed[b.at % 97] ?? 0))
      expect(replay(inOrder([shuffled]), bank).sittings).toEqual(sittings)
      const kept = JSON.parse(JSON.stringify(compacted(replay(events.slice(0, part), bank), bank).tail)) as Event[]
      expect(kept).toEqual(events.slice(0, part))
      for (const { deadline, startedAt, allowed, answers, cards, place } of sittings) {
        expect(deadline).toBeGreaterThanOrEqual(startedAt + allowed)
        expect(cards[place]).toBeDefined()
        for (const at of Object.keys(answers)) expect(cards[Number(at)]).toBeDefined()
      }
    }),
    { numRuns: 150 },
  )
})

test('exams are kept in a snapshot of more events than it replays', () => {
  const write = examDiary()
  const start = write.start(three)
  const answers = Array.from({ length: 450 }, (_, i) => write.answer(i % 3, i % 2 ? 'queue' : 'topic'))
  const progress = compacted(replay([start, ...answers], bank), bank)
  expect(progress.tail.length).toBeLessThan(300)
  const past = { ...progress.past, sittings: JSON.parse(JSON.stringify(progress.past.sittings)) }
  const again = resume(past, [...progress.tail, write.mark('exam-finish')], bank)
  expect(again?.sittings).toMatchObject([{ finishedAt: expect.any(Number) }])
  expect(again?.sittings[0]?.answers).toEqual(progress.sittings[0]?.answers)
})
