import fc from 'fast-check'
import type { Card } from '../../src/deck/deck.ts'
import { type Bank, placeOf } from '../../src/study/bank.ts'
import type { Event, Rating, Review, Undo } from '../../src/study/event.ts'
import type { Instant } from '../../src/world.ts'
import { cardId } from './deck.ts'

const dayMs = 86_400_000

/** Writes down what a person does on one device: every event a second later than the one before, from nine o'clock on its day. */
export function diary(bank: Bank, device = 'here') {
  let at = 0
  let count = 0
  const stamp = (day: number) => {
    at = Math.max(at + 1000, day * dayMs + 9 * 3_600_000)
    return { v: 1, id: `${String(count++).padStart(4, '0')}-${device}`, at: at as Instant, day, offset: 0 } as const
  }
  return {
    /** `card` as `limits/timeout-flashcard`; right and Good unless said otherwise. */
    answer(card: string, day: number, over: Partial<Review> = {}): Review {
      const id = cardId(card)
      const known = bank.cards.get(id)
      const { idea } = placeOf(bank, id, over.idea ?? (cardId(card.replace(/-[a-z]+$/, '')) as never))
      return {
        ...stamp(day),
        type: 'review',
        card: id,
        idea,
        rating: 3,
        verdict: over.rating === 1 ? 'wrong' : 'right',
        ms: 5000,
        kind: known?.kind ?? 'flashcard',
        answer: '',
        seed: 1,
        mode: 'today',
        session: 's',
        ...over,
      }
    },
    undo: (of: Event, day: number): Undo => ({ ...stamp(day), type: 'undo', of: of.id }),
  }
}

/** Answers to first flashcards written as day, idea and rating (Good when missing): `-3 a/1 1`; a `!` says sure. Days count from `from`. */
export function answersOf(bank: Bank, from: number, texts: readonly string[]): readonly Review[] {
  const write = diary(bank)
  return texts.map(text => {
    const [on, idea, rating = '3', sure] = text.split(/ |(?=!)/)
    const over: Partial<Review> = { rating: Number(rating) as Rating, ms: 12_000, ...(sure && { sure: 1 }) }
    return write.answer(`${idea}-flashcard`, from + Number(on), over)
  })
}

type Step = {
  readonly device: number
  readonly card: number
  readonly later: number
  readonly clock: number
  readonly rating: number
  readonly sure: number
  readonly verdict: number
  readonly mode: number
  readonly undo: number | undefined
}

const step = (undos: number, far: number): fc.Arbitrary<Step> =>
  fc.record({
    device: fc.nat(2),
    card: fc.nat(1000),
    // Often the same day, often the next one, sometimes the same millisecond as the event before.
    later: fc.oneof(fc.constantFrom(0, 1, 60_000, dayMs), fc.nat(3 * dayMs)),
    // Now and then a clock that is off by days.
    clock: fc.oneof(
      { weight: 12, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -4, max: 4 }) },
    ),
    rating: fc.constantFrom(1, 1, 2, 3, 4),
    sure: fc.nat(3),
    verdict: fc.nat(2),
    mode: fc.nat(4),
    // How many events earlier (or, below zero, later) the one lies that is taken back.
    undo: fc.oneof(
      { weight: 100 - undos - far, arbitrary: fc.constant(undefined) },
      { weight: undos, arbitrary: fc.integer({ min: -2, max: 4 }) },
      { weight: far, arbitrary: fc.integer({ min: -250, max: 250 }) },
    ),
  })

/**
 * Everything that can stand in logs: answers of all kinds, flags and the like, undos of all of these and of undos, undos that
 * come before what they undo or undo nothing, and events of later versions. In order of time; some at the same instant. `undos` and `far`: how
 * many of 100 events take back one nearby, and one up to 250 events away.
 */
export const histories = (bank: Bank, { most = 60, undos = 20, far = 5 } = {}): fc.Arbitrary<readonly Event[]> =>
  fc.limitShrink(
    fc
      .array(step(undos, far), { maxLength: most, size: 'max' })
      .map(steps => historyOf([...bank.cards.values()], steps)),
    500,
  )

function historyOf(cards: readonly Card[], steps: readonly Step[]): readonly Event[] {
  const idOf = (place: number, step: Step) => `${String(place).padStart(4, '0')}-${'abc'[step.device]}`
  let at = 20_000 * dayMs
  return steps.map((step, place): Event => {
    at += step.later
    const id = idOf(place, step)
    const day = Math.floor(at / dayMs) + step.clock
    const stamp = { v: 1, id, at: at as Instant, day, offset: 0 } as const
    if (step.undo !== undefined) {
      const target = steps[place - step.undo]
      return { ...stamp, type: 'undo', of: target ? idOf(place - step.undo, target) : 'nowhere' }
    }
    const card = cards[step.card % cards.length]
    if (!card || step.card === 999) return { type: 'unknown', id, at: at as Instant, line: `{"v":2,"id":"${id}"}` }
    const on = step.rating > 1
    if (step.card > 980) return { ...stamp, type: 'reset', target: card.idea }
    if (step.card > 950) return { ...stamp, type: 'suspend', target: step.sure > 1 ? card.id : card.idea, on }
    if (step.card > 900) return { ...stamp, type: 'flag', target: card.id, on }
    const choice = card.kind === 'multiple-choice' || card.kind === 'multiple-response'
    const sure = choice && step.sure > 0 ? { sure: step.sure as 1 | 2 | 3 } : {}
    const other = cards[(step.card + step.sure) % cards.length]
    const confused = choice && step.verdict > 0 && other ? { confused: other.idea } : {}
    const shown = choice ? { shown: ['queue', 'topic', 'stream', 'bus'], answer: ['stream'] } : { answer: 'blue' }
    return {
      ...stamp,
      type: 'review',
      card: card.id,
      idea: card.idea,
      rating: step.rating as Review['rating'],
      verdict: (['right', 'partly', 'wrong'] as const)[step.verdict] ?? 'wrong',
      ms: 1000 + step.card,
      kind: card.kind,
      seed: place,
      mode: (['today', 'today', 'quiz', 'exam', 'whatif'] as const)[step.mode] ?? 'today',
      session: 's',
      ...shown,
      ...sure,
      ...confused,
    }
  })
}
