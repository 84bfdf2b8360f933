import { describe, expect, test } from 'vitest'
import { searcher } from '../../src/search/search.ts'
import { askable, type Bank, bankOf } from '../../src/study/bank.ts'
import type { Event } from '../../src/study/event.ts'
import { drawExam, mostQuestions, papersFor } from '../../src/study/exam.ts'
import { questionAt } from '../../src/study/exam-question.ts'
import { newcomer, replay } from '../../src/study/progress.ts'
import { quizQueue, unknownWords } from '../../src/study/quiz.ts'
import { withPapers } from '../../src/study/sitting.ts'
import { cardId, type TinyIdea, tinyDeck } from '../helpers/deck.ts'
import { examDiary } from '../helpers/exam.ts'
import { builtInBank } from '../helpers/play.ts'

const idea = (sealed: TinyIdea['sealed'] = {}, over: Partial<TinyIdea> = {}): TinyIdea => ({
  faces: ['flashcard', 'choice', 'response'],
  sealed,
  ...over,
})
const decks = [
  tinyDeck({
    t: {
      a: idea({ choice: 'A', response: 'B' }),
      b: idea({ choice: 'A' }, { exams: { DVA: 1, SAA: 2 } }),
      c: idea(),
      old: idea({ choice: 'A' }, { retired: ['choice'] }),
    },
  }),
]
const bank = bankOf(decks)
const paperA = ['t/a-choice', 't/b-choice'] as const
const sealedIn = (of: Bank) => of.sealed.map(({ id }) => id).sort()

const write = examDiary()
const begun: readonly Event[] = [write.start(paperA.join(' '), { paper: 'A' }), write.answer(0, 'queue')]
const done: readonly Event[] = [...begun, write.mark('exam-finish')]
const after = (events: readonly Event[], of = bank) => withPapers(of, replay(events, of).sittings)

const facesIn = (of: Bank) => [...of.ideas.values()].flatMap(({ faces }) => faces.map(({ id }) => id))
const isAsked = (of: Bank, card: string) => facesIn(of).includes(cardId(card))

describe('a sealed card', () => {
  test.each([
    ['before its paper', []],
    ['while its paper is sat', begun],
  ])('%s is no face, in no quiz, in no other exam', (_, events) => {
    const now = after(events)
    for (const card of paperA) {
      expect(isAsked(now, card)).toBe(false)
      expect(unknownWords(now, [card])).toEqual([card])
    }
    expect(askable(now, 'DVA', []).map(({ faces }) => faces.length)).toEqual([1, 2, 3, 2])
    const quiz = quizQueue(now, newcomer, { what: [], questions: 100, exam: 'DVA', day: 20_000 }, 1)
    expect(quiz.map(({ card }) => card)).not.toContain(cardId('t/a-choice'))
    expect(drawExam(now, newcomer, { exam: 'DVA' }, 1)?.cards.toSorted()).toEqual(
      ['t/b-response', 't/c-choice', 't/c-response', 't/old-response'].map(cardId),
    )
  })

  test('can be shown while its paper is sat', () => {
    const { sittings } = replay(begun, bank)
    expect(sittings[0] && questionAt(sittings[0], bank, 0)?.card.id).toBe(cardId('t/a-choice'))
  })

  test('is an ordinary face once its paper was handed in; the other paper stays sealed', () => {
    const now = after(done)
    for (const card of paperA) expect(isAsked(now, card)).toBe(true)
    expect(sealedIn(now)).toEqual([cardId('t/a-response'), cardId('t/old-choice')])
    expect(mostQuestions(now, newcomer, 'DVA')).toBe(mostQuestions(bank, newcomer, 'DVA') + 2)
    expect(papersFor(bank, 'DVA')).toEqual([
      { paper: 'A', questions: 2 },
      { paper: 'B', questions: 1 },
    ])
    expect(papersFor(now, 'DVA')).toEqual([{ paper: 'B', questions: 1 }])
    expect(papersFor(now, 'SAA')).toEqual([])
  })

  test('is sealed again when the hand-in is taken back', () => {
    const undo = { ...write.mark('exam-pause'), type: 'undo', of: done.at(-1)?.id ?? '' } as Event
    expect(sealedIn(after([...done, undo]))).toEqual(sealedIn(bank))
  })

  test('stays ordinary when it is renamed', () => {
    const renamed = bankOf([
      tinyDeck({ t: { a: idea({ choice: 'A' }), b: idea({ choice: 'A' }, { faceWas: { choice: ['was-choice'] } }) } }),
    ])
    const diary = examDiary()
    const events = [diary.start('t/a-choice t/was-choice', { paper: 'A' }), diary.mark('exam-finish')]
    expect(after(events, renamed).sealed).toEqual([])
  })

  test('a paper is drawn whole, without what is retired', () => {
    expect(drawExam(bank, newcomer, { exam: 'DVA', paper: 'A' }, 1)?.cards.toSorted()).toEqual(paperA.map(cardId))
    expect(drawExam(bank, newcomer, { exam: 'SAA', paper: 'A' }, 1)?.cards).toEqual([cardId('t/b-choice')])
  })

  test('an exam that was no paper opens none', () => {
    const diary = examDiary()
    const events = [diary.start('t/c-choice'), diary.mark('exam-finish')]
    expect(after(events)).toBe(bank)
  })
})

test('of the built-in deck no sealed card is found, while its idea is; afterwards it is found', async () => {
  const real = await builtInBank()
  const first = real.sealed[0]
  if (!first || !('stem' in first)) throw new Error('nothing is sealed')
  const words = first.stem
    .replace(/[^\p{L} ]/gu, ' ')
    .split(/\s+/)
    .slice(0, 6)
    .join(' ')
  const cardsIn = (of: Bank, text: string) => searcher(of)(text).hits.map(({ entry }) => entry.id)
  expect(cardsIn(real, words)).not.toContain(first.id)
  const note = real.notes.get(first.idea)
  expect(real.ideas.get(first.idea)?.faces.length).toBeGreaterThan(0)
  expect(cardsIn(real, (note?.text ?? '').replace(/[^\p{L} ]/gu, ' '))).toContain(first.idea)

  const names = real.sealed.filter(({ sealed }) => sealed === first.sealed).map(({ id }) => id.replace('lambda:', ''))
  const diary = examDiary()
  const events = [diary.start(names.join(' '), { paper: first.sealed ?? '' }), diary.mark('exam-finish')]
  const now = after(events, real)
  expect(cardsIn(now, words)).toContain(first.id)
  expect(now.sealed.length).toBe(real.sealed.length - names.length)
})
