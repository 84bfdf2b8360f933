import { expect, test } from 'vitest'
import { type Bank, ideasFor } from '../../src/study/bank.ts'
import { type Progress, replay } from '../../src/study/progress.ts'
import { dueIdeas, newPerDay } from '../../src/study/queue.ts'
import { type TinyIdea, tinyBank } from '../helpers/deck.ts'
import { answersOf } from '../helpers/events.ts'

// What asks to be in a queue: the ideas that are due, and how many new ones a day must bring.

const day = 20_000
const flashcard: TinyIdea = { faces: ['flashcard'] }
const bank = tinyBank({ a: { 1: flashcard, 2: flashcard, 3: flashcard } })
const due = (progress: Progress, of: Bank = bank) =>
  dueIdeas(ideasFor(of, 'DVA'), progress, day).map(idea => idea.id.replace('lambda:', ''))

test.each<[string, readonly string[], readonly string[]]>([
  ['a new one is not', [], []],
  ['one answered well yesterday is not', ['-1 a/1'], []],
  ['one whose day has come is', ['-9 a/1'], ['a/1']],
  ['one missed yesterday is', ['-1 a/1 1'], ['a/1']],
  ['one missed today is, as it is on its way back', ['0 a/1 1'], ['a/1']],
  ['one missed twice today is not', ['0 a/1 1', '0 a/1 1'], []],
  ['one missed and then right today is not', ['0 a/1 1', '0 a/1'], []],
  ['one that was due and answered today is not', ['-9 a/1', '0 a/1'], []],
  ['one answered under a clock that was ahead by years is', ['700 a/1'], ['a/1']],
  ['one answered on the other side of the date line is not', ['1 a/1'], []],
  ['those recalled least come first', ['-3 a/1', '-30 a/2', '-9 a/3'], ['a/2', 'a/3', 'a/1']],
])('ideas that are due: %s', (_, answers, expected) => {
  expect(due(replay(answersOf(bank, day, answers), bank))).toEqual(expected)
})

test('an idea that the deck or the exam does not ask is not due', () => {
  const progress = replay(answersOf(bank, day, ['-9 a/1', '-9 a/2', '-9 a/3']), bank)
  const a: Record<string, TinyIdea> = {
    1: flashcard,
    2: { faces: ['flashcard'], retired: ['flashcard'] },
    3: { faces: ['flashcard'], exams: { SAA: 1 } },
  }
  expect(due(progress, tinyBank({ a }))).toEqual(['a/1'])
})

test.each<[string, number, number | undefined, number, number | undefined]>([
  ['no date: no number', 100, undefined, 0, undefined],
  ['the exam is over: no number', 100, -1, 0, undefined],
  ['three weeks: all within eighteen days', 130, 21, 0, 8],
  ['it is kept up while nothing is missed', 122, 20, -1, 8],
  ['four days: all today', 40, 4, 0, 40],
  ['three days: all today', 40, 3, -20, 40],
  ['the last two days: none', 40, 2, -20, 0],
  ['the eve: none', 40, 1, -20, 0],
  ['the day itself: none', 40, 0, -20, 0],
  ['fewer than five days at first run: new ones until the end', 40, 2, -2, 40],
  ['five days at first run: none on the last two', 40, 2, -3, 0],
  ['nothing left to meet', 0, 10, -5, 0],
])('new ideas a day, %s', (_, unmet, examIn, first, count) => {
  expect(newPerDay(unmet, day, examIn === undefined ? undefined : day + examIn, day + first)).toBe(count)
})
