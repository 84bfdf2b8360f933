import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IdeaId } from '../../src/deck/deck.ts'
import type { Question } from '../../src/kinds/kind.ts'
import { newcomer, type Progress, replay } from '../../src/study/progress.ts'
import {
  afterAnswer,
  lengthOf,
  nextQuestion,
  questionsUntil,
  type Session,
  secondsLeft,
  startSession,
} from '../../src/study/session.ts'
import { cardId, everyFace, ideaId, tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const day = 20_000
const letters = [...'abcdefghijklmnop']
/** Ideas `a/1`, `a/2` … of topics `a` to `d`, each with one flashcard. */
const bank = tinyBank(
  Object.fromEntries(
    [...'abcd'].map(topic => [topic, Object.fromEntries(letters.map((_, i) => [`${i}`, 'flashcard']))]),
  ),
)
const waiting = (ideas: readonly string[]) => ideas.map(idea => ({ idea: ideaId(idea) }))
const today = (...ideas: readonly string[]) => startSession('today', 's', 7, 'DVA', waiting(ideas))
const short = (idea: IdeaId) => idea.replace('lambda:', '')

/** Asks until nothing is left; `missed` says whether the nth answer is a miss. Gives the ideas in the order asked. */
function run(session: Session, missed: (place: number, idea: string) => boolean = () => false): readonly string[] {
  const misses = new Map<string, number>()
  const asked: string[] = []
  let now = session
  for (let next = nextQuestion(now, bank, newcomer, day); next; next = nextQuestion(now, bank, newcomer, day)) {
    const idea = short(next.question.card.idea)
    const wrong = missed(asked.length, idea)
    if (wrong) misses.set(idea, (misses.get(idea) ?? 0) + 1)
    now = afterAnswer(next.session, next.question, !wrong, wrong ? 1 : 3, misses.get(idea) ?? 0, 1000)
    asked.push(idea)
    expect(lengthOf(now)).toBe(asked.length + now.waiting.length + now.back.length)
  }
  return asked
}

test('everything that waits is asked once, in its order where topics allow it', () => {
  expect(run(today('a/1', 'b/1', 'c/1', 'd/1'))).toEqual(['a/1', 'b/1', 'c/1', 'd/1'])
  expect(run(today('a/1', 'a/2', 'b/1', 'b/2'))).toEqual(['a/1', 'b/1', 'a/2', 'b/2'])
  expect(run(today())).toEqual([])
})

const neighbours = (asked: readonly string[]) =>
  asked.filter((idea, i) => i > 0 && idea[0] === asked[i - 1]?.[0]).length
test('two of one topic follow each other only when it cannot be avoided', () => {
  const ideas = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...'aaabbcd'), fc.nat(15)).map(([topic, i]) => `${topic}/${i}`),
    { maxLength: 24 },
  )
  fc.assert(
    fc.property(ideas, queue => {
      const most = Math.max(0, ...[...'abcd'].map(topic => queue.filter(idea => idea.startsWith(topic)).length))
      const asked = run(today(...queue))
      expect([...asked].sort()).toEqual([...queue].sort())
      expect(neighbours(asked)).toBe(Math.max(0, most - (queue.length - most) - 1))
    }),
    { numRuns: 500 },
  )
})

test.each<[string, readonly string[], readonly string[]]>([
  [
    'after five other questions',
    ['a/1', 'b/1', 'c/1', 'd/1', 'b/2', 'c/2', 'd/2', 'b/3'],
    ['a/1', 'b/1', 'c/1', 'd/1', 'b/2', 'c/2', 'a/1', 'd/2', 'b/3'],
  ],
  ['at the end, when there are fewer', ['a/1', 'b/1', 'c/1'], ['a/1', 'b/1', 'c/1', 'a/1']],
  ['at once, when there is nothing else', ['a/1'], ['a/1', 'a/1']],
  [
    'after a sixth question, rather than behind its own topic',
    ['a/1', 'b/1', 'c/1', 'd/1', 'b/2', 'a/2', 'c/2', 'd/2'],
    ['a/1', 'b/1', 'c/1', 'd/1', 'b/2', 'a/2', 'c/2', 'a/1', 'd/2'],
  ],
])('a missed idea comes back %s', (_, queue, asked) => {
  expect(run(today(...queue), place => place === 0)).toEqual(asked)
})

test('an idea that is missed again comes tomorrow', () => {
  expect(run(today('a/1', 'b/1'), (_, idea) => idea === 'a/1')).toEqual(['a/1', 'b/1', 'a/1'])
})

test('every idea is asked once, but for one way back after a miss, and never before five others while any wait', () => {
  const ideas = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...'abcd'), fc.nat(15)).map(([topic, i]) => `${topic}/${i}`),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(ideas, fc.infiniteStream(fc.boolean()), (queue, stream) => {
      const missed: boolean[] = []
      const asked = run(today(...queue), place => (missed[place] = stream.next().value === true))
      for (const idea of queue) {
        const [first = -1, second, third] = asked.flatMap((other, place) => (other === idea ? [place] : []))
        expect(third).toBeUndefined()
        expect(second !== undefined).toBe(missed[first])
        const lastNew = Math.max(...queue.map(other => asked.indexOf(other)))
        if (second !== undefined && second < lastNew) expect(second - first).toBeGreaterThan(5)
      }
      expect(new Set(asked)).toEqual(new Set(queue))
    }),
    { numRuns: 300 },
  )
})

test('in a quiz nothing comes back', () => {
  const session = startSession('quiz', 's', 7, 'DVA', [{ idea: ideaId('a/1'), card: cardId('a/1-flashcard') }])
  expect(run(session, () => true)).toEqual(['a/1'])
})

const wide = tinyBank(everyFace)
const asked = (session: Session, progress: Progress = newcomer): Question => {
  const next = nextQuestion(session, wide, progress, day)
  if (!next) throw new Error('nothing is left')
  return next.question
}

test('a quiz asks the card it names, today the face that is right for the idea', () => {
  const card = cardId('limits/payload-response')
  const idea = ideaId('limits/payload')
  expect(asked(startSession('quiz', 's', 7, 'DVA', [{ idea, card }])).card.id).toBe(card)
  expect(asked(today('limits/payload')).card.kind).toBe('flashcard')
})

test('the same seed asks the same options in the same order, another seed others', () => {
  const session = (seed: number) => startSession('today', 's', seed, 'DVA', waiting(['triggers/stream']))
  expect(asked(session(7))).toEqual(asked(session(7)))
  const orders = Array.from({ length: 20 }, (_, seed) => JSON.stringify(asked(session(seed))))
  expect(new Set(orders).size).toBeGreaterThan(5)
})

test('a hinged card is asked with another hinge than last time', () => {
  for (const hinge of ['once', 'all']) {
    const progress = replay([diary(wide).answer('triggers/queue-hinged', day - 9, { hinge })], wide)
    for (let seed = 0; seed < 10; seed++) {
      const question = asked(startSession('today', 's', seed, 'DVA', waiting(['triggers/queue'])), progress)
      expect(question.by === 'choose' && question.hinge?.id).toBe(hinge === 'once' ? 'all' : 'once')
    }
  }
})

test('ideas and cards that left the deck are passed over', () => {
  const gone = { idea: ideaId('a/99'), card: cardId('a/99-flashcard') }
  expect(run(today('a/99', 'b/1', 'x/1'))).toEqual(['b/1'])
  expect(
    run(startSession('quiz', 's', 7, 'DVA', [gone, { idea: ideaId('b/1'), card: cardId('b/1-flashcard') }])),
  ).toEqual(['b/1'])
})

test('a session is a value: an answer changes nothing of the session before it', () => {
  const session = today('a/1', 'b/1')
  const copy = structuredClone(session)
  run(session, () => true)
  expect(session).toEqual(copy)
})

test('it says how many questions lie before a missed idea, and how long the rest takes', () => {
  const session = today('a/1', 'b/1', 'c/1', 'd/1', 'b/2', 'c/2', 'd/2')
  const before = secondsLeft(session, bank, newcomer, day)
  const next = nextQuestion(session, bank, newcomer, day)
  if (!next) throw new Error('nothing is left')
  const missed = afterAnswer(next.session, next.question, false, 1, 1, 1000)
  expect(questionsUntil(missed, ideaId('a/1'))).toBe(5)
  expect(questionsUntil(missed, ideaId('b/1'))).toBeUndefined()
  expect(secondsLeft(missed, bank, newcomer, day)).toBe(before)
  expect(secondsLeft(next.session, bank, newcomer, day)).toBeCloseTo((before * 6) / 7)
  expect(lengthOf(missed)).toBe(8)
})
