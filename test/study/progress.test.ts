import { expect, test } from 'vitest'
import { unseen } from '../../src/kinds/kind.ts'
import type { Event, Review } from '../../src/study/event.ts'
import { interval } from '../../src/study/memory.ts'
import { earliestDue, newestDay, type Progress, replay } from '../../src/study/progress.ts'
import { cardId, everyFace, ideaId, type TinyIdea, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const bank = tinyBank(everyFace)
const day = 20_000
type Write = ReturnType<typeof diary>
const after = (events: (write: Write) => readonly Event[]): Progress => replay(events(diary(bank)), bank)
const choice = { shown: ['queue', 'topic', 'stream', 'bus'] } as const

test('nobody starts with anything', () => {
  expect(replay([], bank)).toMatchObject({ ideas: new Map(), cards: new Map(), days: new Map() })
})

test('faces of one idea share its memory', () => {
  const progress = after(write => [
    write.answer('limits/payload-flashcard', day),
    write.answer('limits/payload-choice', day + 2, choice),
  ])
  expect(progress.ideas.size).toBe(1)
  expect(progress.ideas.get(ideaId('limits/payload'))).toMatchObject({
    reviews: 2,
    lastCard: cardId('limits/payload-choice'),
  })
  expect(progress.cards.size).toBe(2)
})

test('a card keeps what was seen on it: its options, the hinge, and what the person fell for last', () => {
  const hinged = 'limits/memory-hinged'
  const progress = after(write => [
    write.answer(hinged, day, { ...choice, hinge: 'once', verdict: 'wrong', rating: 1, answer: ['stream'] }),
    write.answer(hinged, day + 1, { shown: ['queue', 'topic', 'table', 'bus'], hinge: 'all', answer: ['topic'] }),
  ])
  expect(progress.cards.get(cardId(hinged))).toEqual({
    options: { queue: 2, topic: 2, stream: 1, bus: 2, table: 1 },
    fell: 'stream',
    hinge: 'all',
    times: 2,
    rights: 1,
    last: day * 86_400_000 + 33 * 3_600_000,
    ms: [5000, 5000],
  })
})

test('of a choice of several that was partly right, the person fell for the wrong pick', () => {
  const partly: Partial<Review> = { ...choice, verdict: 'partly', rating: 1, answer: ['queue', 'bus'] }
  const progress = after(write => [write.answer('limits/payload-response', day, partly)])
  expect(progress.cards.get(cardId('limits/payload-response'))?.fell).toBe('bus')
})

test('options with names of JavaScript itself are counted like others', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf']
  const progress = after(write => [1, 2].map(i => write.answer('limits/timeout-choice', day + i, { shown: names })))
  expect({ ...progress.cards.get(cardId('limits/timeout-choice'))?.options }).toEqual(
    Object.fromEntries(names.map(name => [name, 2])),
  )
})

test('kinds that nobody knows yet do no harm, whatever their names', () => {
  const kind = 'constructor' as Review['kind']
  const progress = after(write => [
    write.answer('basics/handler-flashcard', day, { kind, sure: 3, shown: ['b', 'a'], answer: ['a', 'b'], rating: 1 }),
  ])
  expect(progress.cards.get(cardId('basics/handler-flashcard'))).toMatchObject(unseen)
  expect({ ...progress.guesses }).toEqual({ constructor: { of: 1, rights: 0 } })
  expect({ ...progress.pace }).toEqual({ constructor: [5000] })
  expect(progress.ideas.get(ideaId('basics/handler'))?.lastRating).toBe(1)
})

test('"what if" counts for nothing but what was seen', () => {
  const asked = (write: Write) => [write.answer('triggers/queue-hinged', day, { ...choice, hinge: 'once' })]
  const without = after(asked)
  const over: Partial<Review> = { ...choice, mode: 'whatif', hinge: 'all', rating: 1, verdict: 'wrong', sure: 3 }
  const also = after(write => [
    ...asked(write),
    write.answer('triggers/queue-hinged', day, { ...over, answer: ['bus'] }),
    write.answer('basics/runtime-cloze', day, { mode: 'whatif' }),
  ])
  expect({ ...also, cards: 0, past: 0, tail: 0, last: 0 }).toEqual({ ...without, cards: 0, past: 0, tail: 0, last: 0 })
  expect(also.cards.get(cardId('triggers/queue-hinged'))).toMatchObject({
    options: { queue: 2, topic: 2, stream: 2, bus: 2 },
    fell: 'bus',
    hinge: 'all',
    times: 1,
    rights: 1,
  })
  expect(also.cards.get(cardId('basics/runtime-cloze'))).toMatchObject({ ...unseen, times: 0, rights: 0 })
})

test('a day keeps its answers, its time, and when something was next due', () => {
  const progress = after(write => [
    write.answer('limits/timeout-flashcard', day, { ms: 4000 }),
    write.answer('limits/memory-cloze', day, { ms: 6000, mode: 'quiz', rating: 1 }),
    write.answer('limits/timeout-flashcard', day + 5, { mode: 'exam' }),
  ])
  expect(progress.days.get(day)).toEqual({
    answers: 2,
    rights: 1,
    ms: 10_000,
    todayMs: 4000,
    retained: { of: 0, rights: 0 },
    dueFrom: day + 1,
    recalled: { none: 2, DVA: 2, SAA: 0 },
  })
  expect(progress.days.get(day + 5)).toEqual({
    answers: 1,
    rights: 1,
    ms: 5000,
    todayMs: 0,
    retained: { of: 1, rights: 1 },
  })
  expect(newestDay(progress.days)).toBe(day + 5)
  expect(earliestDue(progress.ideas.values())).toBe(day + 1)
  expect(newestDay(new Map())).toBeUndefined()
  expect(earliestDue([])).toBe(Number.POSITIVE_INFINITY)
})

test('the share of right typed answers counts first sights, and guesses count "no idea" by kind', () => {
  const progress = after(write => [
    write.answer('limits/memory-cloze', day),
    write.answer('limits/memory-cloze', day + 1, { rating: 1 }),
    write.answer('pricing/duration-cloze', day, { rating: 1 }),
    write.answer('limits/timeout-flashcard', day),
    write.answer('triggers/stream-choice', day, { ...choice, sure: 3, rating: 1, verdict: 'right' }),
    write.answer('triggers/stream-choice', day + 1, { ...choice, sure: 3, rating: 1, verdict: 'wrong' }),
    write.answer('triggers/stream-choice', day + 2, { ...choice, sure: 2, rating: 1, verdict: 'wrong' }),
    write.answer('triggers/stream-response', day, { ...choice, sure: 3, rating: 1, verdict: 'partly' }),
  ])
  expect(progress.typed).toEqual({ of: 2, rights: 1 })
  expect({ ...progress.guesses }).toEqual({
    'multiple-choice': { of: 2, rights: 1 },
    'multiple-response': { of: 1, rights: 0 },
  })
})

test('answer times are those of the newest answers', () => {
  const progress = after(write =>
    Array.from({ length: 1000 }, (_, i) => write.answer('basics/handler-flashcard', day, { ms: i })),
  )
  const times = progress.pace.flashcard ?? []
  expect(times.length).toBeGreaterThan(100)
  expect(times.length).toBeLessThan(210)
  expect(times).toEqual(Array.from({ length: times.length }, (_, i) => 1000 - times.length + i))
})

/** The answers of two days to a deck in which ids were still the old ones. */
const old = (write: Write) => [
  write.answer('limits/oldtime-flashcard', day),
  write.answer('limits/oldtime-flashcard', day + 2, { rating: 1 }),
]
const renamed: Readonly<Record<string, Readonly<Record<string, TinyIdea>>>> = {
  'the note and the card': {
    timeout: { faces: ['flashcard'], was: ['oldtime'], faceWas: { flashcard: ['oldtime-flashcard'] } },
  },
  'the card, which went to another note': {
    timeout: { faces: ['cloze', 'flashcard'], faceWas: { flashcard: ['oldtime-flashcard'] } },
  },
  'the note, while the card was taken out': { timeout: { faces: ['cloze'], was: ['oldtime'] } },
}
test.each(Object.entries(renamed))('a rename carries history over: %s', (_, limits) => {
  const now = tinyBank({ limits })
  const progress = replay(old(diary(bank)), now)
  expect([...progress.ideas.keys()]).toEqual([ideaId('limits/timeout')])
  const known = progress.ideas.get(ideaId('limits/timeout'))
  expect(known).toMatchObject({ firstDay: day, lastDay: day + 2, reviews: 2, lapses: [day + 2], dueDay: day + 3 })
  const face = now.cards.has(cardId('limits/timeout-flashcard')) ? 'timeout-flashcard' : 'oldtime-flashcard'
  expect(progress.cards.get(cardId(`limits/${face}`))?.times).toBe(2)
})

test('what the deck does not know any more keeps its history under its own name', () => {
  const events = old(diary(bank))
  const progress = replay(events, tinyBank({ limits: { timeout: 'flashcard' } }))
  expect([...progress.ideas.keys()]).toEqual([ideaId('limits/oldtime')])
})

test('an undo gives back what was known, the due date included', () => {
  const write = diary(bank)
  const events = [write.answer('limits/timeout-flashcard', day), write.answer('limits/timeout-flashcard', day + 3)]
  const wrong = write.answer('limits/timeout-flashcard', day + 15, { rating: 1 })
  const before = replay(events, bank)
  const { ideas, cards, days } = replay([...events, wrong, write.undo(wrong, day + 15)], bank)
  expect({ ideas, cards, days }).toEqual({ ideas: before.ideas, cards: before.cards, days: before.days })
  const known = ideas.get(ideaId('limits/timeout'))
  expect(known?.dueDay).toBe(
    day + 3 + interval(known?.memory ?? { stability: 0, difficulty: 0 }, 'lambda:limits/timeout 2'),
  )
})
