import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankOf } from '../../src/study/bank.ts'
import type { Event } from '../../src/study/event.ts'
import { drawExam } from '../../src/study/exam.ts'
import { choicesLeft, questionAt, standingOf } from '../../src/study/exam-question.ts'
import { newcomer, replay } from '../../src/study/progress.ts'
import type { Sitting } from '../../src/study/sitting.ts'
import { everyFace, tinyBank, tinyDeck } from '../helpers/deck.ts'
import { histories } from '../helpers/events.ts'
import { examDiary } from '../helpers/exam.ts'
import { builtInBank } from '../helpers/play.ts'

const bank = tinyBank(everyFace)
const cards =
  'limits/timeout-choice limits/memory-hinged limits/payload-response pricing/request-response triggers/queue-hinged'
const sittingOf = (events: readonly Event[], of = bank): Sitting => {
  const sitting = replay(events, of).sittings.find(({ id }) => id === 'exam')
  if (!sitting) throw new Error('no exam')
  return sitting
}

describe('a question of an exam', () => {
  test('is the same whatever happens in between', () => {
    const start = examDiary('exam', 19_000).start(cards, { hinges: [null, 'all', null, null, 'once'] })
    const fresh = sittingOf([start])
    const asked = fresh.cards.map((_, place) => questionAt(fresh, bank, place))
    expect(asked[1]?.hinge?.id).toBe('all')
    expect(asked[4]?.hinge?.id).toBe('once')
    fc.assert(
      fc.property(histories(bank, { most: 40 }), events => {
        const later = sittingOf([start, ...events])
        expect(later.cards.map((_, place) => questionAt(later, bank, place))).toEqual(asked)
      }),
      { numRuns: 30 },
    )
  })

  test('shows four, with one right, or five with two right', () => {
    for (let seed = 0; seed < 30; seed++) {
      const sitting = sittingOf([examDiary().start(cards, { seed })])
      for (const [place, count, rights] of [
        [0, 4, 1],
        [1, 4, 1],
        [2, 5, 2],
      ] as const) {
        const question = questionAt(sitting, bank, place)
        expect(question?.options).toHaveLength(count)
        expect(question?.options.filter(({ right }) => right)).toHaveLength(rights)
        expect(question?.choose).toBe(rights)
      }
    }
  })

  test('follows a card that was renamed, and is missing when the deck has it no more', () => {
    const named = bankOf([
      tinyDeck({ limits: { timeout: { faces: ['choice'], faceWas: { choice: ['before-choice'] } } } }),
    ])
    const sitting = sittingOf([examDiary().start('limits/before-choice limits/gone-choice')], named)
    expect(questionAt(sitting, named, 0)?.card.id).toBe('lambda:limits/timeout-choice')
    expect(questionAt(sitting, named, 1)).toBeUndefined()
    expect(questionAt(sitting, named, 2)).toBeUndefined()
    expect(choicesLeft(sitting, named, 1)).toBe(0)
    expect(standingOf(sitting, named)).toEqual({ open: [0], halves: [], flagged: [] })
  })

  test('asks a hinge even if the log does not know the one that the deck has', () => {
    const sitting = sittingOf([examDiary().start('triggers/queue-hinged', { hinges: ['another'] })])
    expect(['once', 'all']).toContain(questionAt(sitting, bank, 0)?.hinge?.id)
  })
})

test('how the questions stand', () => {
  const write = examDiary()
  const events = [
    write.start(cards),
    write.answer(0, 'queue'),
    write.answer(2, 'queue', { flagged: true }),
    write.answer(3, 'queue topic'),
    write.answer(4, '', { flagged: true }),
  ]
  const sitting = sittingOf(events)
  expect(standingOf(sitting, bank)).toEqual({ open: [1, 4], halves: [2], flagged: [2, 4] })
  expect(sitting.cards.map((_, place) => choicesLeft(sitting, bank, place))).toEqual([0, 1, 1, 0, 1])
})

test('every question that the built-in deck can ask is one of four, or some of five or six', async () => {
  const real = await builtInBank()
  for (const exam of Object.keys(real.exams)) {
    for (const paper of [undefined, 'A', 'B']) {
      const drawn = drawExam(real, newcomer, { exam, ...(paper && { paper }), questions: 500 }, 3)
      for (const place of drawn?.cards.keys() ?? []) {
        const question = drawn && questionAt(drawn, real, place)
        expect(question?.card.kind === 'multiple-choice' ? 4 : 5).toBeLessThanOrEqual(question?.options.length ?? 0)
        expect(question?.options.filter(({ right }) => right)).toHaveLength(question?.choose ?? 0)
        expect(question?.prompt).not.toContain('{')
      }
    }
  }
})
