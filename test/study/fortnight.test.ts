import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { IdeaId } from '../../src/deck/deck.ts'
import { dice } from '../../src/kinds/random.ts'
import { compileDeck } from '../../src/store/deck.ts'
import { type Bank, bankOf, facesFor, ideasFor } from '../../src/study/bank.ts'
import { dateOf } from '../../src/study/date.ts'
import { studyDay } from '../../src/study/day.ts'
import { newcomer, replay } from '../../src/study/progress.ts'
import { newPerDay } from '../../src/study/queue.ts'
import { defaults, type Settings } from '../../src/study/settings.ts'
import { recallOn } from '../../src/study/stats.ts'
import { type Asked, type Learner, type StudiedDay, study } from '../helpers/learner.ts'
import { fixedWorld, instantOf } from '../helpers/world.ts'

// Two weeks of ten minutes a day on the real deck, by a learner who forgets, with the exam in three weeks.

const content = fileURLToPath(new URL('../../content/lambda', import.meta.url))
const begins = '2026-11-23T09:00+01:00'
const firstDay = studyDay(instantOf(begins), 60, 4)
const examDay = firstDay + 21
const settings: Settings = { ...defaults, exam: 'DVA', examDate: dateOf(examDay), minutes: 10 }

let bank: Bank
let days: readonly StudiedDay[]
const allAsked = () => days.flatMap(({ asked }) => asked)

/** Knows six of ten at first sight, later as often as recall says; half of the misses are sure. */
function forgetful(seed: number): Learner {
  const roll = dice(seed)
  return (question, before, day) => {
    const chance = recallOn(before, { id: question.card.idea }, day) ?? 0.6
    const knows = roll.int(1, 1000) <= chance * 1000
    return { knows, sure: roll.int(1, 2) === 1 || knows ? 1 : 2 }
  }
}

beforeAll(async () => {
  const { deck } = await compileDeck(content)
  if (!deck) throw new Error('the deck cannot be used')
  bank = bankOf([deck])
  const world = fixedWorld(begins, 7)
  const learner = forgetful(11)
  const studied: StudiedDay[] = []
  for (let day = 0; day < 14; day++) {
    // A little earlier or later each day; once after midnight.
    const hour = ['07', '09', '12', '18', '22'][day % 5]
    world.set(day === 8 ? '2026-12-02T01:30+01:00' : `${dateOf(firstDay + day)}T${hour}:00+01:00`)
    studied.push(study(world, bank, studied.at(-1)?.progress ?? newcomer, settings, learner))
  }
  days = studied
})

test('every day is its own study day, the one that went past midnight, too', () => {
  expect(days.map(({ day }) => day - firstDay)).toEqual([...Array(14).keys()])
})

test('new ideas come at the pace that was promised, until every idea of the exam was met', () => {
  const ideas = ideasFor(bank, 'DVA')
  expect(ideas.length).toBeGreaterThan(50)
  let unmet = ideas.length
  for (const { day, today, progress } of days) {
    expect(today.fresh).toBeGreaterThanOrEqual(Math.min(unmet, newPerDay(unmet, day, examDay, firstDay) ?? 0))
    const left = ideas.filter(idea => !progress.ideas.has(idea.id)).length
    expect(left).toBe(unmet - today.fresh)
    unmet = left
  }
  expect(unmet).toBeLessThanOrEqual(Math.floor((ideas.length * 4) / 18))
})

test('only ideas and faces of the exam are asked, a new idea by a recall face where it has one', () => {
  for (const { question, before } of allAsked()) {
    const idea = bank.ideas.get(question.card.idea)
    expect(idea?.exams).toHaveProperty('DVA')
    const faces = idea ? facesFor(idea, 'DVA') : []
    expect(faces).toContain(question.card)
    const recall = faces.filter(({ kind }) => ['flashcard', 'cloze', 'numeric'].includes(kind))
    if (!before.ideas.has(question.card.idea) && recall.length > 0) expect(recall).toContain(question.card)
  }
})

test('no idea is asked twice a day, but for the way back of a first miss, with five others between or at the end', () => {
  let back = 0
  for (const { asked } of days)
    asked.forEach(({ question, isBack }, place) => {
      const earlier = asked.findIndex(other => other.question.card.idea === question.card.idea)
      expect(isBack).toBe(earlier < place)
      if (earlier === place) return
      back += 1
      expect(asked[earlier]?.review.rating).toBe(1)
      expect(asked.filter(other => other.question.card.idea === question.card.idea)).toHaveLength(2)
      const isEnd = asked.slice(place).every(other => other.isBack)
      if (!isEnd) expect(place - earlier).toBeGreaterThan(5)
    })
  expect(back).toBeGreaterThan(20)
})

test('every first miss comes back on its day', () => {
  for (const { asked } of days)
    for (const { question, review, isBack } of asked)
      if (review.rating === 1 && !isBack)
        expect(asked.filter(other => other.question.card.idea === question.card.idea)).toHaveLength(2)
})

test('the same face never comes twice running where there is another, except after a first miss', () => {
  const last = new Map<IdeaId, Asked>()
  let again = 0
  for (const asked of allAsked()) {
    const { idea, id } = asked.question.card
    const before = last.get(idea)
    const known = bank.ideas.get(idea)
    if (before && !asked.isBack && known && facesFor(known, 'DVA').length > 1) {
      expect(id).not.toBe(before.question.card.id)
      again += 1
    }
    last.set(idea, asked)
  }
  expect(again).toBeGreaterThan(50)
})

test('a hinged story never comes with the same hinge twice running', () => {
  const last = new Map<string, string>()
  for (const { question } of allAsked()) {
    if (question.by !== 'choose' || !question.hinge) continue
    expect(question.hinge.id).not.toBe(last.get(question.card.id))
    last.set(question.card.id, question.hinge.id)
  }
  expect(last.size).toBeGreaterThan(5)
})

test('two questions of one topic follow each other only when nothing else is left', () => {
  for (const { asked } of days)
    asked.forEach(({ question, others }, place) => {
      const before = asked[place - 1]?.question.card
      const topic = bank.ideas.get(question.card.idea)?.topic
      if (before && bank.ideas.get(before.idea)?.topic === topic)
        expect(others.filter(other => other !== topic)).toEqual([])
    })
})

test('ten minutes are kept, and used; with the way back of misses it is a tenth more at most', () => {
  for (const { asked, today } of days) {
    const spent = (some: readonly Asked[]) => some.reduce((ms, { review }) => ms + review.ms, 0) / 1000
    expect(today.seconds).toBeLessThanOrEqual(600)
    expect(spent(asked.filter(({ isBack }) => !isBack))).toBeLessThanOrEqual(600)
    expect(spent(asked)).toBeLessThanOrEqual(660)
  }
  expect(days.filter(({ today }) => today.seconds > 500).length).toBeGreaterThan(4)
})

test('what was missed while sure comes back on the next day', () => {
  let mistaken = 0
  days.forEach(({ progress }, place) => {
    const next = days[place + 1]
    if (!next) return
    const due = [...progress.ideas].flatMap(([id, { misconception }]) =>
      misconception?.day === days[place]?.day ? [id] : [],
    )
    for (const id of due) expect(next.asked.map(({ question }) => question.card.idea)).toContain(id)
    mistaken += due.length
  })
  expect(mistaken).toBeGreaterThan(3)
})

test('answer by answer it came to what a replay of the log comes to', () => {
  const {
    ideas,
    cards,
    days: all,
  } = replay(
    allAsked().map(({ review }) => review),
    bank,
  )
  const progress = days.at(-1)?.progress
  expect({ ideas, cards, days: all }).toEqual({ ideas: progress?.ideas, cards: progress?.cards, days: progress?.days })
})
