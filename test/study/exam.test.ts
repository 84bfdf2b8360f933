import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exam } from '../../src/deck/deck.ts'
import { type Bank, bankOf } from '../../src/study/bank.ts'
import type { Event } from '../../src/study/event.ts'
import { type Drawn, drawExam, type ExamWishes, mostQuestions, offersFor, papersFor } from '../../src/study/exam.ts'
import { newcomer, type Progress, replay } from '../../src/study/progress.ts'
import { cardId, exams, type TinyDeck, tinyDeck } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'
import { builtInBank } from '../helpers/play.ts'

const builtIn = await builtInBank()
const blueprint = (weights: Readonly<Record<string, number>>, over: Partial<Exam> = {}): Exam => ({
  ...exams.DVA,
  domains: Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, { title: id, weight }])),
  ...over,
})
/** So many ideas of each domain, each with these faces. */
function bankWith(counts: Readonly<Record<string, number>>, faces = 'choice', own = blueprint({ 1: 60, 2: 40 })): Bank {
  const topics: TinyDeck = Object.fromEntries(
    Object.entries(counts).map(([domain, count]) => [
      `d${domain}`,
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `i${i}`,
          { faces: faces.split(' ') as never, exams: { DVA: Number(domain) } },
        ]),
      ),
    ]),
  )
  return bankOf([tinyDeck(topics, undefined, { DVA: own })])
}
function drawn(bank: Bank, wishes: Partial<ExamWishes> = {}, progress: Progress = newcomer, seed = 1): Drawn {
  const exam = drawExam(bank, progress, { exam: 'DVA', ...wishes }, seed)
  if (!exam) throw new Error('nothing was drawn')
  return exam
}
const domainsOf = (bank: Bank, { cards, exam }: Drawn): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const id of cards) {
    const domain = String(bank.cards.get(id)?.exams[exam])
    counts[domain] = (counts[domain] ?? 0) + 1
  }
  return counts
}
const ideasOf = (bank: Bank, { cards }: Drawn) => cards.map(id => bank.cards.get(id)?.idea ?? '')
const seen = (bank: Bank, ...cards: readonly string[]): Progress => {
  const write = diary(bank)
  return replay(
    cards.map(card => write.answer(card, 20_000)),
    bank,
  )
}

describe('how many questions each domain gets', () => {
  test.each([
    [{ 1: 60, 2: 40 }, { 1: 30, 2: 30 }, 10, { 1: 6, 2: 4 }],
    [{ 1: 32, 2: 26, 3: 24, 4: 18 }, { 1: 30, 2: 30, 3: 30, 4: 30 }, 65, { 1: 21, 2: 17, 3: 15, 4: 12 }],
    [{ 1: 32, 2: 26, 3: 24, 4: 18 }, { 1: 30, 2: 30, 3: 30, 4: 30 }, 20, { 1: 6, 2: 5, 3: 5, 4: 4 }],
    [{ 1: 90, 2: 10 }, { 1: 30, 2: 30 }, 1, { 1: 1 }],
    [{ 1: 50, 2: 50 }, { 1: 2, 2: 30 }, 10, { 1: 2, 2: 8 }],
    [{ 1: 50, 2: 50 }, { 1: 3, 2: 4 }, 65, { 1: 3, 2: 4 }],
    [{ 1: 50, 2: 25, 3: 25 }, { 1: 8, 3: 8 }, 6, { 1: 4, 3: 2 }],
    [{ 1: 1, 2: 1 }, { 1: 0, 2: 5 }, 4, { 2: 4 }],
  ])('weights %j, cards %j, %i questions: %j', (weights, counts, questions, shares) => {
    const bank = bankWith(counts, 'choice', blueprint(weights))
    expect(domainsOf(bank, drawn(bank, { questions }))).toEqual(shares)
  })

  test('no seat would be owed more to another domain that still has cards', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(weights, fc.array(fc.nat(12), { minLength: 5, maxLength: 5 }), fc.nat(40), (list, cards, extra) => {
        const own = Object.fromEntries(list.map((weight, i) => [i + 1, weight]))
        const counts = Object.fromEntries(list.map((_, i) => [i + 1, cards[i] ?? 0]))
        const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
        fc.pre(all > 0)
        const bank = bankWith(counts, 'choice', blueprint(own))
        const questions = 1 + (extra % all)
        const exam = drawn(bank, { questions })
        expect(exam.cards).toHaveLength(questions)
        const got = domainsOf(bank, exam)
        for (const [to, weight] of Object.entries(own))
          for (const [from, other] of Object.entries(own))
            if (to !== from && (got[to] ?? 0) < (counts[to] ?? 0) && (got[from] ?? 0) > 0)
              expect(weight / (2 * (got[to] ?? 0) + 1)).toBeLessThanOrEqual(other / (2 * (got[from] ?? 0) - 1))
      }),
      { numRuns: 60 },
    )
  })

  test('the blueprint is the deck’s own', () => {
    const own = { CKA: blueprint({ x: 75, y: 25 }, { questions: 8, unscored: 2, minutes: 60 }) }
    const idea = (domain: string) => ({ faces: ['choice'] as const, exams: { CKA: domain as never } })
    const many = (domain: string) =>
      Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${domain}${i}`, idea(domain)]))
    const bank = bankOf([tinyDeck({ pods: many('x'), nodes: many('y') }, 'kube', own)])
    const exam = drawn(bank, { exam: 'CKA' })
    expect(domainsOf(bank, exam)).toEqual({ x: 6, y: 2 })
    expect(exam).toMatchObject({ minutes: 60 })
    expect(exam.unscored).toHaveLength(2)
    expect(drawExam(bank, newcomer, { exam: 'DVA' }, 1)).toBeUndefined()
  })
})

describe('which cards are drawn', () => {
  test('nothing twice, only choices, of this exam, in use, whatever the seed', () => {
    const topics: TinyDeck = {
      mixed: {
        choice: 'flashcard choice hinged response cloze',
        other: { faces: ['choice'], exams: { SAA: 1 } },
        narrowed: { faces: ['choice', 'hinged'], examsOf: { choice: { SAA: 1 } } },
        old: { faces: ['choice', 'response'], retired: ['choice'] },
        paper: { faces: ['flashcard', 'choice', 'hinged'], sealed: { choice: 'A' } },
        asleep: 'choice',
        half: 'choice response',
      },
    }
    const bank = bankOf([tinyDeck(topics)])
    const progress = { ...newcomer, suspended: [cardId('mixed/asleep'), cardId('mixed/half-choice')] }
    const wanted = ['choice-choice', 'choice-hinged', 'choice-response', 'half-response', 'narrowed-hinged']
    fc.assert(
      fc.property(fc.nat(), seed => {
        const { cards } = drawn(bank, {}, progress, seed)
        const names = [...wanted, 'old-response', 'paper-hinged'].map(name => cardId(`mixed/${name}`))
        expect([...cards].sort()).toEqual(names.sort())
      }),
      { numRuns: 20 },
    )
    expect(mostQuestions(bank, progress, 'DVA')).toBe(7)
  })

  test('every idea comes once before any comes twice', () => {
    const bank = bankWith({ 1: 6, 2: 4 }, 'choice hinged response')
    for (const questions of [5, 10, 17, 30]) {
      const counts = new Map<string, number>()
      for (const idea of ideasOf(bank, drawn(bank, { questions }))) counts.set(idea, (counts.get(idea) ?? 0) + 1)
      const often = [...bank.ideas.keys()].map(id => counts.get(id) ?? 0)
      for (const domain of ['d1', 'd2']) {
        const own = [...bank.ideas.values()].flatMap((idea, i) => (idea.topic === domain ? [often[i] ?? 0] : []))
        expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1)
      }
    }
  })

  test('what was not asked before comes first', () => {
    const bank = bankWith({ 1: 8, 2: 8 })
    const known = ['d1/i0', 'd1/i1', 'd1/i2', 'd2/i5', 'd2/i6', 'd2/i7'].map(idea => `${idea}-choice`)
    const progress = seen(bank, ...known)
    for (let seed = 0; seed < 20; seed++) {
      const { cards } = drawn(bank, { questions: 8 }, progress, seed)
      expect(cards.filter(id => known.map(cardId).includes(id))).toEqual([])
    }
    expect(drawn(bank, { questions: 16 }, progress).cards).toHaveLength(16)
  })

  test('an idea comes with a face that was not asked before', () => {
    const bank = bankWith({ 1: 5 }, 'choice hinged')
    const progress = seen(bank, 'd1/i0-choice', 'd1/i1-hinged', 'd1/i2-choice')
    const { cards } = drawn(bank, { questions: 5 }, progress)
    for (const card of ['d1/i0-choice', 'd1/i1-hinged', 'd1/i2-choice']) expect(cards).not.toContain(cardId(card))
  })

  test('the same seed draws the same exam, another one another', () => {
    const bank = bankWith({ 1: 20, 2: 20 }, 'choice hinged response')
    expect(drawn(bank, { questions: 12 }, newcomer, 5)).toEqual(drawn(bank, { questions: 12 }, newcomer, 5))
    expect(drawn(bank, { questions: 12 }, newcomer, 5).cards).not.toEqual(
      drawn(bank, { questions: 12 }, newcomer, 6).cards,
    )
  })

  test('a hinge other than the last one asked', () => {
    const bank = bankOf([tinyDeck({ t: { i: 'hinged' } })])
    const events: readonly Event[] = [diary(bank).answer('t/i-hinged', 20_000, { hinge: 'once' })]
    for (let seed = 0; seed < 10; seed++) {
      expect(drawn(bank, {}, replay(events, bank), seed).hinges).toEqual(['all'])
      expect(['once', 'all']).toContain(drawn(bank, {}, newcomer, seed).hinges[0])
    }
  })
})

describe('length', () => {
  const bank = bankWith({ 1: 50, 2: 50 })
  test.each([
    [{}, 65, 130, 15],
    [{ questions: 65 }, 65, 130, 15],
    [{ questions: 65, minutes: 90 }, 65, 90, 15],
    [{ questions: 64 }, 64, 128, 0],
    [{ questions: 20 }, 20, 40, 0],
    [{ questions: 20, minutes: 7 }, 20, 7, 0],
    [{ questions: 1 }, 1, 2, 0],
    [{ questions: 500 }, 100, 200, 0],
  ])('%j: %i questions, %i minutes, %i that do not count', (wishes, questions, minutes, unscored) => {
    const exam = drawn(bank, wishes)
    expect({ questions: exam.cards.length, minutes: exam.minutes, unscored: exam.unscored.length }).toEqual({
      questions,
      minutes,
      unscored,
    })
    expect(new Set(exam.unscored).size).toBe(unscored)
    for (const place of exam.unscored) expect(exam.cards[place]).toBeDefined()
  })

  test('a deck with too little gives what it has, and all of it counts', () => {
    const exam = drawn(bankWith({ 1: 3 }))
    expect(exam).toMatchObject({ minutes: 6, unscored: [] })
    expect(exam.cards).toHaveLength(3)
    expect(drawExam(bankWith({ 1: 0 }), newcomer, { exam: 'DVA' }, 1)).toBeUndefined()
    expect(offersFor(bankWith({ 1: 0 }), newcomer, 'DVA')).toEqual([])
  })
})

test('what is offered: the whole exam, a short one, and the papers', () => {
  expect(offersFor(bankWith({ 1: 50, 2: 50 }), newcomer, 'DVA').map(({ title }) => title)).toEqual([
    'Whole exam',
    'Short exam',
  ])
  expect(offersFor(bankWith({ 1: 9 }), newcomer, 'DVA')).toMatchObject([{ title: 'Long exam', questions: 9 }])
  expect(offersFor(builtIn, newcomer, 'DVA')).toMatchObject([
    { title: 'Whole exam', questions: 65, unscored: 15, minutes: 130 },
    { title: 'Short exam', questions: 20, unscored: 0, minutes: 40 },
    { title: 'Paper A', questions: 20, unscored: 0, minutes: 40 },
    { title: 'Paper B', questions: 20, unscored: 0, minutes: 40 },
  ])
})

test('each exam of the built-in deck can be drawn by its blueprint', () => {
  for (const [id, { domains, questions }] of Object.entries(builtIn.exams)) {
    const exam = drawn(builtIn, { exam: id })
    const got = domainsOf(builtIn, exam)
    if (exam.cards.length < questions) continue
    for (const [domain, { weight }] of Object.entries(domains))
      expect(Math.abs((got[domain] ?? 0) - (weight / 100) * questions)).toBeLessThan(1)
  }
})

test('a paper is sat whole, and its cards come in no other exam', () => {
  const papers = papersFor(builtIn, 'DVA')
  expect(papers.map(({ paper }) => paper)).toEqual(['A', 'B'])
  const a = drawn(builtIn, { paper: 'A' })
  const b = drawn(builtIn, { paper: 'B' }, newcomer, 9)
  expect(a).toMatchObject({ paper: 'A', unscored: [], minutes: 2 * a.cards.length })
  expect(a.cards.filter(id => b.cards.includes(id))).toEqual([])
  const sealed = new Set(builtIn.sealed.map(({ id }) => id))
  for (const id of [...a.cards, ...b.cards]) expect(sealed.has(id)).toBe(true)
  for (let seed = 0; seed < 10; seed++)
    for (const id of drawn(builtIn, {}, newcomer, seed).cards) expect(sealed.has(id)).toBe(false)
  expect(drawExam(builtIn, newcomer, { exam: 'DVA', paper: 'C' }, 1)).toBeUndefined()
})
