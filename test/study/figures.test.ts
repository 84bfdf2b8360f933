import { describe, expect, test } from 'vitest'
import { bankOf, ideasFor } from '../../src/study/bank.ts'
import { recallByDay } from '../../src/study/curve.ts'
import { dueByDay } from '../../src/study/due-by-day.ts'
import type { Event, Review } from '../../src/study/event.ts'
import { standings } from '../../src/study/groups.ts'
import { recall, retrievability } from '../../src/study/memory.ts'
import { ownSeconds } from '../../src/study/pace.ts'
import { apply, newcomer, type Progress, replay } from '../../src/study/progress.ts'
import { retained } from '../../src/study/retention.ts'
import { recallOn } from '../../src/study/stats.ts'
import { mostMissed, slowest } from '../../src/study/trouble.ts'
import { cardId, everyFace, ideaId, tinyBank, tinyDeck } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const bank = tinyBank(everyFace)
const ideas = ideasFor(bank, undefined)
const day = 20_000
type Write = ReturnType<typeof diary>
const after = (events: (write: Write) => readonly Event[]): Progress => replay(events(diary(bank)), bank)
const reset = (write: Write, idea: string, on: number): Event => ({
  ...write.undo({ id: 'nothing' } as Event, on),
  ...({ type: 'reset', target: ideaId(idea) } as object),
})

describe('tallies', () => {
  const choice: Partial<Review> = { shown: ['queue'], answer: ['queue'] }
  const events = (write: Write) => [
    write.answer('limits/timeout-choice', day, { ...choice, sure: 1 }),
    write.answer('limits/timeout-choice', day + 1, { ...choice, sure: 1, rating: 1 }),
    write.answer('triggers/stream-response', day, { ...choice, sure: 2, verdict: 'partly', rating: 1 }),
    write.answer('triggers/queue-hinged', day, { ...choice, mode: 'whatif', sure: 3 }),
    write.answer('triggers/queue-hinged', day, { ...choice, sure: 3, rating: 1, verdict: 'right' }),
    write.answer('limits/memory-cloze', day),
  ]

  test('count answers by kind, by how sure one was, and scenarios by first sight', () => {
    expect(after(events).tallies).toEqual({
      kinds: {
        'multiple-choice': { of: 3, rights: 2 },
        'multiple-response': { of: 1, rights: 0 },
        cloze: { of: 1, rights: 1 },
      },
      sure: { 1: { of: 2, rights: 1 }, 2: { of: 1, rights: 0 }, 3: { of: 1, rights: 1 } },
      firstSight: { of: 3, rights: 2 },
      seen: { of: 1, rights: 0 },
    })
  })

  test('stay through a reset, and go with an undo', () => {
    const first = after(events)
    const also = after(write => [...events(write), reset(write, 'limits/timeout', day + 2)])
    expect(also.ideas.has(ideaId('limits/timeout'))).toBe(false)
    expect(also.tallies).toEqual(first.tallies)
    const taken = after(write => {
      const all = events(write)
      return [...all, write.undo(all[1] as Event, day + 2)]
    })
    expect(taken.tallies.seen).toEqual({ of: 0, rights: 0 })
    expect(taken.tallies.sure[1]).toEqual({ of: 1, rights: 1 })
  })
})

describe('recall by day', () => {
  const events = (write: Write) => [
    write.answer('limits/timeout-flashcard', day),
    write.answer('limits/memory-cloze', day),
    write.answer('pricing/request-flashcard', day + 3),
  ]

  test('is what would have been recalled at the end of each study day and today, of all ideas', () => {
    const progress = after(events)
    const points = recallByDay(bank, progress, undefined, day + 5)
    expect(points.map(point => point.day)).toEqual([day, day + 3, day + 5])
    const one = (idea: string, on: number) => recallOn(progress, { id: ideaId(idea) }, on) ?? 0
    const met = ['limits/timeout', 'limits/memory']
    const on3 = met.reduce((sum, idea) => sum + one(idea, day + 3), 1) / ideas.length
    expect(points[0]?.recall).toBeCloseTo(2 / ideas.length, 3)
    expect(points[1]?.recall).toBeCloseTo(on3, 3)
    expect(points[2]?.recall).toBeLessThan(on3)
  })

  test('asks each exam for its own ideas only', () => {
    const mixed = bankOf([
      tinyDeck({ a: { one: { faces: ['flashcard'], exams: { SAA: 1 } }, two: 'flashcard', three: 'flashcard' } }),
    ])
    const write = diary(mixed)
    const progress = replay([write.answer('a/one-flashcard', day), write.answer('a/two-flashcard', day + 1)], mixed)
    const shares = (exam: string | undefined) => recallByDay(mixed, progress, exam, day + 1).map(({ recall }) => recall)
    expect(shares('SAA')[0]).toBe(1)
    expect(shares('DVA')).toEqual([0, 0.5])
    expect(shares(undefined)[0]).toBeCloseTo(1 / 3)
    expect(recallByDay(mixed, progress, 'none of these', day + 1)).toEqual([])
  })

  test('one answer after the other comes to the same as all at once', () => {
    const all = events(diary(bank))
    const stepwise = all.reduce((progress, event) => apply(progress, event, bank), newcomer)
    expect(stepwise.days).toEqual(replay(all, bank).days)
  })

  test('leaves out days that are yet to come by the clock, and days that came late', () => {
    const progress = after(write => [
      ...events(write),
      write.answer('limits/timeout-flashcard', day + 2),
      write.answer('limits/timeout-flashcard', day + 9),
    ])
    expect(recallByDay(bank, progress, undefined, day + 5).map(point => point.day)).toEqual([day, day + 3, day + 5])
  })

  test('uses the curve of FSRS', () => {
    for (const stability of [0.1, 1, 3.7, 80, 4000])
      for (const elapsed of [-1, 0, 1, 9, 365])
        expect(recall({ stability, difficulty: 5 }, elapsed)).toBeCloseTo(
          retrievability({ stability, difficulty: 5 }, elapsed),
          6,
        )
  })
})

test('retention counts the first answers of a day to ideas met before, and Again as forgotten', () => {
  const progress = after(write => [
    write.answer('limits/timeout-flashcard', day),
    write.answer('limits/timeout-flashcard', day, { rating: 1 }),
    write.answer('limits/timeout-flashcard', day + 1, { rating: 2 }),
    write.answer('limits/timeout-flashcard', day + 1, { rating: 1 }),
    // Right by a guess: not recalled.
    write.answer('limits/timeout-choice', day + 2, { rating: 1, verdict: 'right', sure: 3 }),
    write.answer('limits/timeout-choice', day + 3, { mode: 'whatif' }),
    reset(write, 'limits/timeout', day + 4),
    write.answer('limits/timeout-flashcard', day + 40),
    write.answer('limits/timeout-flashcard', day + 41),
  ])
  expect(retained(progress, day + 41)).toEqual({ of: 3, rights: 2 })
  expect(retained(progress, day + 41, 30)).toEqual({ of: 1, rights: 1 })
  expect(retained(progress, day + 40)).toEqual({ of: 2, rights: 1 })
  expect(retained(newcomer, day)).toEqual({ of: 0, rights: 0 })
})

test('ideas stand in their groups, the neediest first, and those that keep slipping before the rest', () => {
  const progress = after(write => [
    write.answer('limits/timeout-flashcard', day, { rating: 4 }),
    write.answer('limits/memory-cloze', day + 3 - 9, { rating: 1 }),
    write.answer('pricing/duration-cloze', day),
    write.answer('triggers/stream-choice', day, { rating: 1, sure: 1 }),
    ...[0, 1, 2, 3].map(on => write.answer('limits/payload-cloze', day + on, { rating: 1 })),
  ])
  const found = standings(ideas, progress, day + 3)
  expect(found.map(({ idea: { id }, group, leech }) => `${group}: ${id.slice(7)}${leech ? ' slips' : ''}`)).toEqual([
    'sure but wrong: triggers/stream',
    'shaky: limits/payload slips',
    'shaky: limits/memory',
    'shaky: pricing/duration',
    'held: limits/timeout',
    ...['pricing/request', 'triggers/queue', 'triggers/topic', 'basics/handler', 'basics/runtime'].map(
      id => `not met: ${id}`,
    ),
  ])
  expect(found[0]?.recall).toBe(recallOn(progress, { id: ideaId('triggers/stream') }, day + 4))
  expect(found.at(-1)).not.toHaveProperty('recall')
})

test('what comes due is counted once: today, on its day, or later', () => {
  const progress = after(write => [
    write.answer('limits/timeout-flashcard', day, { rating: 4 }),
    write.answer('limits/memory-cloze', day - 1, { rating: 1 }),
    write.answer('pricing/duration-cloze', day, { rating: 1 }),
    write.answer('basics/runtime-cloze', day - 9, { rating: 1 }),
    write.answer('basics/handler-flashcard', day),
  ])
  const dueIn = (idea: string) => (progress.ideas.get(ideaId(idea))?.dueDay ?? 0) - day
  const { days, later } = dueByDay(ideas, progress, day, 5)
  expect(days[0]).toBe(3)
  expect(days[dueIn('basics/handler')]).toBe(1)
  expect(dueIn('limits/timeout')).toBeGreaterThanOrEqual(5)
  expect(later).toBe(1)
  expect(days.reduce((sum, count) => sum + count, later)).toBe(5)
  expect(dueByDay(ideas, newcomer, day, 3)).toEqual({ days: [0, 0, 0], later: 0 })
})

test('most missed are ideas by the answers to all their cards, from two misses on, whatever was reset', () => {
  const progress = after(write => [
    write.answer('limits/timeout-flashcard', day, { rating: 1 }),
    write.answer('limits/timeout-choice', day + 1, { rating: 1, verdict: 'partly' }),
    write.answer('limits/timeout-choice', day + 2),
    ...[0, 1, 2].map(on => write.answer('limits/memory-cloze', day + on, { rating: 1 })),
    reset(write, 'limits/memory', day + 3),
    write.answer('basics/handler-flashcard', day, { rating: 1 }),
  ])
  const missed = (count: number) =>
    mostMissed(bank, ideas, progress, count).map(({ idea, missed, answers }) => [idea.id, missed, answers])
  expect(missed(9)).toEqual([
    [ideaId('limits/memory'), 3, 3],
    [ideaId('limits/timeout'), 2, 3],
  ])
  expect(missed(1)).toHaveLength(1)
})

test('slowest are cards by the middle of their newest five answers, from two answers on', () => {
  const progress = after(write => [
    ...[600_000, 9000, 8000, 7000, 6000, 90_000].map((ms, i) =>
      write.answer('limits/memory-cloze', day + i, { ms: ms }),
    ),
    ...[20_000, 30_000].map((ms, i) => write.answer('limits/timeout-flashcard', day + i, { ms })),
    write.answer('pricing/duration-cloze', day, { ms: 500_000 }),
    ...[0, 1].map(on => write.answer('pricing/request-flashcard', day + on, { ms: 500_000, mode: 'whatif' })),
  ])
  expect(slowest(ideas, progress, 9).map(({ card, ...times }) => ({ id: card.id, ...times }))).toEqual([
    { id: cardId('limits/timeout-flashcard'), seconds: 25, usual: 25 },
    { id: cardId('limits/memory-cloze'), seconds: 8, usual: 9 },
  ])
  expect(slowest(ideas, progress, 1)).toHaveLength(1)
  expect(ownSeconds('ordering', progress)).toBeUndefined()
})

test('a day after which nothing is left to come due is kept in a snapshot as it is', () => {
  const progress = after(write => [
    write.answer('limits/timeout-flashcard', day),
    reset(write, 'limits/timeout', day),
    write.answer('limits/memory-cloze', day + 1),
  ])
  const days = [...progress.days]
  expect(JSON.parse(JSON.stringify(days))).toEqual(days)
})

test('a card that comes to another exam makes a snapshot useless', () => {
  const deck = (exams: Readonly<Record<string, number>>) =>
    bankOf([tinyDeck({ a: { one: { faces: ['flashcard'], exams } } })]).fingerprint
  expect(deck({ DVA: 1 })).toBe(deck({ DVA: 2 }))
  expect(deck({ DVA: 1 })).not.toBe(deck({ DVA: 1, SAA: 1 }))
})
