import { expect, test } from 'vitest'
import type { Event } from '../../src/study/event.ts'
import { faceFor, isOnItsWayBack, quizFaces } from '../../src/study/face.ts'
import { newcomer, type Progress, replay } from '../../src/study/progress.ts'
import { type Face, ideaId, type TinyIdea, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const day = 20_000
/** An idea with faces, and a slow card of another idea to set the pace with. */
const bankWith = (timeout: TinyIdea | string) =>
  tinyBank({ limits: { timeout, other: 'flashcard cloze choice response' } })
type Bank = ReturnType<typeof bankWith>
const timeoutOf = (bank: Bank) => {
  const idea = bank.ideas.get(ideaId('limits/timeout'))
  if (!idea) throw new Error('the idea is gone')
  return idea
}
const faceOf = (bank: Bank, progress: Progress, on: number, exam = 'DVA') =>
  faceFor(timeoutOf(bank), progress, exam === 'none' ? undefined : exam, on).id.replace('lambda:limits/timeout-', '')
/** Answers to the idea, written as day, face and rating: `0 flashcard 1`. */
const after = (bank: Bank, ...answers: readonly string[]) => {
  const write = diary(bank)
  return replay(
    answers.map((text): Event => {
      const [on, face, rating] = text.split(' ')
      return write.answer(`limits/timeout-${face}`, day + Number(on), { rating: Number(rating) as 1 | 2 | 3 | 4 })
    }),
    bank,
  )
}

test.each([
  ['choice cloze flashcard', 'cloze'],
  ['hinged response', 'hinged'],
  ['response flashcard', 'flashcard'],
])('a new idea with %s is first asked by %s', (faces, face) => {
  const bank = bankWith(faces)
  expect(faceOf(bank, newcomer, day)).toBe(face)
})

test('a new idea is first asked by the recall face that this person answers fastest', () => {
  const bank = bankWith('cloze flashcard')
  const write = diary(bank)
  const slow = Array.from({ length: 20 }, () => write.answer('limits/other-cloze', day, { ms: 30_000 }))
  expect(faceOf(bank, replay(slow, bank), day)).toBe('flashcard')
})

test.each([
  ['another recall face', 'flashcard cloze choice', '0 flashcard 1', 'cloze'],
  ['a recall face after a missed scenario', 'choice flashcard', '0 choice 1', 'flashcard'],
  ['the same one if there is no other', 'flashcard choice', '0 flashcard 1', 'flashcard'],
  ['another scenario where there is no recall face', 'choice hinged', '0 choice 1', 'hinged'],
  ['the same one where there is nothing else', 'choice', '0 choice 1', 'choice'],
])('after a first miss there comes %s', (_, faces, answer, face) => {
  const bank = bankWith(faces)
  expect(faceOf(bank, after(bank, answer), day)).toBe(face)
})

test.each([
  ['missed once today', ['0 flashcard 1'], 0, true],
  ['missed once and then right', ['0 flashcard 1', '0 flashcard 3'], 0, false],
  ['missed twice today', ['0 flashcard 1', '0 flashcard 1'], 0, false],
  ['right first, then missed', ['0 flashcard 3', '0 flashcard 1'], 0, true],
  ['right today', ['0 flashcard 3'], 0, false],
  ['missed yesterday', ['0 flashcard 1'], 1, false],
])('an idea %s is on its way back: %s', (_, answers, on, back) => {
  const bank = bankWith('flashcard')
  const known = after(bank, ...answers).ideas.get(ideaId('limits/timeout'))
  expect(known && isOnItsWayBack(known, day + on)).toBe(back)
})

test.each([
  ['well known: a scenario not seen yet', 'flashcard cloze choice', ['0 flashcard 3'], 2, 'choice'],
  [
    'well known: the second scenario when the first was seen',
    'flashcard choice hinged',
    ['0 flashcard 3', '2 choice 3'],
    5,
    'hinged',
  ],
  [
    'well known, all seen: the face seen longest ago',
    'flashcard cloze choice',
    ['0 cloze 3', '2 choice 3', '9 flashcard 3'],
    30,
    'cloze',
  ],
  [
    'hardly known: not a scenario for its own sake',
    'flashcard cloze choice',
    ['0 flashcard 1', '1 flashcard 1', '2 flashcard 1'],
    30,
    'cloze',
  ],
  ['the only face there is, again and again', 'flashcard', ['0 flashcard 3', '2 flashcard 3'], 9, 'flashcard'],
])('%s', (_, faces, answers, on, face) => {
  const bank = bankWith(faces)
  expect(faceOf(bank, after(bank, ...answers), day + on)).toBe(face)
})

test('the same face never comes twice running where there is another', () => {
  const bank = bankWith('flashcard cloze choice hinged')
  for (const last of ['flashcard', 'cloze', 'choice', 'hinged'])
    for (const on of [1, 3, 10, 100]) expect(faceOf(bank, after(bank, `0 ${last} 3`), day + on)).not.toBe(last)
})

test('the last face is not asked again, though another was seen since out of curiosity', () => {
  const bank = bankWith('flashcard hinged')
  const write = diary(bank)
  const events = [
    write.answer('limits/timeout-hinged', day - 9),
    write.answer('limits/timeout-flashcard', day - 5),
    write.answer('limits/timeout-hinged', day - 5, { mode: 'whatif' }),
  ]
  expect(faceOf(bank, replay(events, bank), day)).toBe('hinged')
})

const saaOnly: Partial<Record<Face, { SAA: number }>> = { flashcard: { SAA: 1 } }
test('an exam is asked by its own faces, even when only one is left', () => {
  const bank = bankWith({ faces: ['flashcard', 'choice'], exams: { DVA: 1, SAA: 1 }, examsOf: saaOnly })
  expect(faceOf(bank, newcomer, day, 'DVA')).toBe('choice')
  expect(faceOf(bank, after(bank, '0 choice 3'), day + 2, 'DVA')).toBe('choice')
  expect(faceOf(bank, after(bank, '0 choice 1'), day, 'DVA')).toBe('choice')
  expect(faceOf(bank, newcomer, day, 'none')).toBe('flashcard')
  expect(faceOf(bank, newcomer, day, 'CLF')).toBe('flashcard')
})

test('a quiz asks scenarios first, those never seen before those seen longest ago', () => {
  const bank = bankWith('flashcard choice hinged response cloze')
  const progress = after(bank, '0 hinged 3', '1 choice 3', '2 flashcard 3')
  const faces = quizFaces(timeoutOf(bank).faces, progress).map(card => card.id.replace(/^.*-/, ''))
  expect(faces).toEqual(['response', 'hinged', 'choice', 'cloze', 'flashcard'])
})
