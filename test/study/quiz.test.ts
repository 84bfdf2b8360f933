import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '../../src/study/event.ts'
import { newcomer, type Progress, replay } from '../../src/study/progress.ts'
import { type QuizWishes, quizQueue, unknownWords } from '../../src/study/quiz.ts'
import { cardId, everyFace, ideaId, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const day = 20_000
const bank = tinyBank(everyFace)
const quiz = (wishes: Partial<QuizWishes>, progress: Progress = newcomer, seed = 1, of = bank) =>
  quizQueue(of, progress, { what: [], questions: 100, exam: 'DVA', day, ...wishes }, seed).map(
    ({ card }) => card?.replace('lambda:', '') ?? '',
  )
const after = (events: (write: ReturnType<typeof diary>) => readonly Event[]) => replay(events(diary(bank)), bank)
const ideasOf = (cards: readonly string[]) => [...new Set(cards.map(card => card.replace(/-[a-z]+$/, '')))].sort()

test.each<[string, readonly string[], readonly string[]]>([
  ['a topic', ['triggers'], ['triggers/queue', 'triggers/stream', 'triggers/topic']],
  ['a note', ['timeout'], ['limits/timeout']],
  ['a note with its topic', ['limits/timeout'], ['limits/timeout']],
  ['a note with its deck', ['lambda:limits/timeout'], ['limits/timeout']],
  ['a card', ['limits/timeout-choice'], ['limits/timeout']],
  [
    'several of them',
    ['pricing', 'limits/timeout', 'timeout'],
    ['limits/timeout', 'pricing/duration', 'pricing/request'],
  ],
  ['nothing that there is', ['nonsense'], []],
])('a quiz asks what was named: %s', (_, what, ideas) => {
  expect(ideasOf(quiz({ what }))).toEqual(ideas)
})

test('named words that mean nothing are told apart', () => {
  expect(unknownWords(bank, ['triggers', 'timeot', 'limits/timeout', 'lambda', ''])).toEqual(['timeot', 'lambda', ''])
})

test('it asks one face of each idea first, scenarios before recall, then further faces while questions are wanted', () => {
  const all = quiz({ what: ['limits', 'basics'] })
  expect(all).toHaveLength(11)
  expect(new Set(all).size).toBe(11)
  expect(ideasOf(all.slice(0, 5))).toHaveLength(5)
  const payload = all.filter(card => card.includes('payload'))
  expect(
    payload
      .map(card => card.replace(/^.*-/, ''))
      .slice(0, 3)
      .sort(),
  ).toEqual(['choice', 'hinged', 'response'])
  expect(all.find(card => card.includes('timeout'))).toBe('limits/timeout-choice')
})

test('a scenario never seen comes before those seen, and those seen longest ago next', () => {
  const progress = after(write =>
    ['hinged', 'choice', 'flashcard'].map((face, i) => write.answer(`limits/payload-${face}`, day - 9 + i)),
  )
  const faces = quiz({ what: ['payload'] }, progress).map(card => card.replace(/^.*-/, ''))
  expect(faces).toEqual(['response', 'hinged', 'choice', 'cloze', 'flashcard'])
})

test('one kind can be asked alone', () => {
  expect(quiz({ kind: 'cloze' }).every(card => card.endsWith('-cloze'))).toBe(true)
  expect(quiz({ kind: 'cloze' })).toHaveLength(4)
  expect(quiz({ kind: 'cloze', what: ['triggers'] })).toEqual([])
})

test('it has as many questions as were wished for, and no more than there are', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(), (questions, seed) => {
      const cards = quiz({ questions }, newcomer, seed)
      expect(cards).toHaveLength(Math.min(questions, bank.cards.size))
      expect(new Set(cards).size).toBe(cards.length)
    }),
  )
})

test('the same seed asks the same, another seed in another order', () => {
  expect(quiz({}, newcomer, 5)).toEqual(quiz({}, newcomer, 5))
  expect(quiz({}, newcomer, 5)).not.toEqual(quiz({}, newcomer, 6))
})

test('where nothing is named, the exam says which ideas and faces are asked', () => {
  const mixed = tinyBank({
    a: {
      1: { faces: ['flashcard', 'choice'], exams: { DVA: 1, SAA: 1 }, examsOf: { choice: { SAA: 1 } } },
      2: { faces: ['flashcard'], exams: { SAA: 1 } },
    },
  })
  const asked = (wishes: Partial<QuizWishes>) => quiz(wishes, newcomer, 1, mixed).sort()
  expect(asked({})).toEqual(['a/1-flashcard'])
  expect(asked({ exam: 'SAA' })).toEqual(['a/1-choice', 'a/1-flashcard', 'a/2-flashcard'])
  expect(asked({ what: ['a'] })).toEqual(['a/1-choice', 'a/1-flashcard', 'a/2-flashcard'])
})

test('cards that were retired are not asked', () => {
  const retired = tinyBank({
    a: { 1: { faces: ['flashcard', 'choice'], retired: ['choice'] }, 2: { faces: ['cloze'], retired: ['cloze'] } },
  })
  expect(quiz({ what: ['a'] }, newcomer, 1, retired)).toEqual(['a/1-flashcard'])
})

const change = (type: 'flag' | 'suspend', target: string): Event => ({
  v: 1,
  id: `${type} ${target}`,
  at: 1 as never,
  day,
  offset: 0,
  type,
  target: target as never,
  on: true,
})

test('what is suspended is not asked, not even by name', () => {
  const suspended = replay(
    [change('suspend', cardId('pricing/duration-choice')), change('suspend', ideaId('pricing/request'))],
    bank,
  )
  expect(quiz({ what: ['pricing'] }, suspended)).toEqual(['pricing/duration-cloze'])
})

test.each<[string, readonly string[], Progress, readonly string[]]>([
  [
    'flagged cards',
    ['flagged'],
    replay([change('flag', cardId('limits/payload-choice')), change('flag', cardId('basics/handler-flashcard'))], bank),
    ['basics/handler-flashcard', 'limits/payload-choice'],
  ],
  [
    'weak ideas: met and not held',
    ['weak'],
    after(write => [
      write.answer('basics/handler-flashcard', day, { rating: 1 }),
      write.answer('basics/runtime-cloze', day, { rating: 4 }),
    ]),
    ['basics/handler-flashcard'],
  ],
  [
    'leeches: three lapses in 21 days',
    ['leeches'],
    after(write => [0, 1, 2, 3].map(i => write.answer('basics/handler-flashcard', day - 9 + i, { rating: 1 }))),
    ['basics/handler-flashcard'],
  ],
  [
    'ideas that were confused',
    ['confused'],
    after(write => [write.answer('basics/handler-flashcard', day, { rating: 1, confused: ideaId('basics/runtime') })]),
    ['basics/handler-flashcard', 'basics/runtime-cloze'],
  ],
])('a quiz can ask %s', (_, what, progress, cards) => {
  expect([...quiz({ what }, progress)].sort()).toEqual(cards)
  expect(quiz({ what })).toEqual([])
  expect(unknownWords(bank, what)).toEqual([])
})
