import { expect, test } from 'vitest'
import { askable } from '../../src/study/bank.ts'
import type { Draft, Event } from '../../src/study/event.ts'
import { stamp } from '../../src/study/event.ts'
import { apply, newcomer, type Progress, replay } from '../../src/study/progress.ts'
import { dueIdeas, todayQueue } from '../../src/study/queue.ts'
import { quizQueue } from '../../src/study/quiz.ts'
import { defaults } from '../../src/study/settings.ts'
import type { Instant } from '../../src/world.ts'
import { cardId, everyFace, ideaId, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const bank = tinyBank(everyFace)
const [idea] = [...bank.ideas.values()]
if (!idea?.faces[0]) throw new Error('the deck has no idea')
const [face] = idea.faces
const day = 20_780
const event = (draft: Draft, n = 0): Event => stamp(draft, { at: (1e12 + n) as Instant, day, offset: 0 }, n)
const after = (...drafts: readonly Draft[]): Progress =>
  drafts.map(event).reduce((progress: Progress, one) => apply(progress, one, bank), newcomer)
const queued = (progress: Progress) => todayQueue(bank, progress, { ...defaults, minutes: 240 }, day, 1).queue

test('a suspended idea is asked no more, and again when it is not', () => {
  const off = { type: 'suspend', target: idea.id, on: true } as const
  expect(queued(newcomer)).toContain(idea.id)
  expect(queued(after(off))).not.toContain(idea.id)
  expect(queued(after(off, { ...off, on: false }))).toContain(idea.id)
})

test('an idea goes on with its other cards when one is suspended, and is not due without any', () => {
  const drafts = idea.faces.map(card => ({ type: 'suspend', target: card.id, on: true }) as const)
  const one = askable(bank, undefined, after(...drafts.slice(0, 1)).suspended).find(({ id }) => id === idea.id)
  expect(one?.faces).toHaveLength(idea.faces.length - 1)
  expect(queued(after(...drafts))).not.toContain(idea.id)
})

test('a flag is put on and taken off, and a quiz finds what has one', () => {
  const on = { type: 'flag', target: face.id, on: true } as const
  const asked = (progress: Progress) =>
    quizQueue(bank, progress, { what: ['flagged'], questions: 10, exam: undefined, day }, 1).map(({ card }) => card)
  expect(asked(after(on))).toEqual([face.id])
  expect(asked(after(on, { ...on, on: false }))).toEqual([])
})

test('a reset begins memory anew and leaves the statistics', () => {
  const notes = diary(bank)
  const answer = notes.answer('basics/handler-flashcard', 0)
  const met = replay([answer], bank)
  const reset: Event = {
    ...event({ type: 'reset', target: ideaId('basics/handler') }),
    at: (answer.at + 1) as Instant,
  } as Event
  const anew = apply(met, reset, bank)
  expect(met.ideas.has(ideaId('basics/handler'))).toBe(true)
  expect(anew.ideas.has(ideaId('basics/handler'))).toBe(false)
  expect(anew.cards.get(cardId('basics/handler-flashcard'))?.times).toBe(1)
  expect([...anew.days.values()]).toEqual([...met.days.values()])
  expect(dueIdeas([...bank.ideas.values()], anew, 99_999)).toEqual([])
})
