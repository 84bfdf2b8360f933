import type { Card, CardId, IdeaId } from '../../src/deck/deck.ts'
import { type Dice, dice } from '../../src/kinds/random.ts'
import { type Event, lineOf, type Mode, type Rating, type Review, type Sure } from '../../src/study/event.ts'
import type { Instant } from '../../src/world.ts'

const dayMs = 86_400_000
const devices = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'] as const

type Stamp = { readonly v: 1; readonly id: string; readonly at: Instant; readonly day: number; readonly offset: number }
/** Answers that can be undone, resets and the like of one device after another, in order of time. */
type Writer = { readonly roll: Dice; readonly stamp: (device: number) => Stamp }

/**
 * The logs of a year on three devices, by device: `count` answers to cards of every kind, with pauses of weeks, undos of
 * answers and of undos, resets, flags, and questions asked out of curiosity. The last answers fall on the day before `day`.
 */
export function yearOf(
  cards: readonly Card[],
  { count, day, seed }: { readonly count: number; readonly day: number; readonly seed: number },
): ReadonlyMap<string, string> {
  const roll = dice(seed)
  const logs = new Map<string, string[]>(devices.map(device => [device, []]))
  const days = studyDays(roll, day)
  const open = cards.filter(card => card.sealed === undefined && card.retired === undefined)
  const reviews: Event[] = []
  let serial = 0
  for (let i = 0; i < count; i++) {
    const place = Math.floor((i * days.length) / count)
    const on = days[place] ?? day - 1
    const since = i - Math.ceil((place * count) / days.length)
    const device = roll.int(0, 9) < 6 ? 0 : roll.int(1, 2)
    const at = on * dayMs + 9 * 3_600_000 + since * 61_000
    const writer: Writer = {
      roll,
      stamp: () => ({
        v: 1,
        id: `${String(serial).padStart(6, '0')}-${device}`,
        at: (at + (serial++ % 5)) as Instant,
        // Now and then a device that is still in the day before.
        day: roll.int(0, 199) === 0 ? on - 1 : on,
        offset: 0,
      }),
    }
    const log = logs.get(devices[device] ?? '') ?? []
    const said = happening(writer, device, drawn(roll, open, i, count), reviews)
    reviews.push(...said.filter(({ type }) => type === 'review' || type === 'undo'))
    log.push(...said.map(lineOf))
  }
  return new Map([...logs].map(([device, lines]) => [device, `${lines.join('\n')}\n`]))
}

/** About two days of three, and two pauses of some weeks. */
function studyDays(roll: Dice, day: number): readonly number[] {
  const all = Array.from({ length: 365 }, (_, i) => day - 365 + i)
  const pauses = [roll.int(60, 120), roll.int(200, 300)].map(from => [from, from + roll.int(10, 25)] as const)
  return all.filter((_, i) => roll.int(0, 2) > 0 && !pauses.some(([from, to]) => i >= from && i < to))
}

/** More and more of the deck as the year goes on. */
function drawn(roll: Dice, cards: readonly Card[], i: number, count: number): Card {
  const reach = Math.max(20, Math.floor((cards.length * (i + count / 10)) / count))
  const card = cards[(roll.int(0, Math.min(cards.length, reach) - 1) * 7) % cards.length]
  if (!card) throw new Error('there are no cards')
  return card
}

/** An answer, and now and then what follows it. */
function happening({ roll, stamp }: Writer, device: number, card: Card, before: readonly Event[]): readonly Event[] {
  const review: Review = { ...stamp(device), ...answer(roll, card) }
  const what = roll.int(0, 99)
  const old = before[roll.int(Math.max(0, before.length - 30), Math.max(0, before.length - 1))]
  if (what < 4) return [review, { ...stamp(device), type: 'undo', of: review.id }]
  if (what < 6 && old) return [review, { ...stamp(device), type: 'undo', of: old.id }]
  if (what < 7) return [review, { ...stamp(device), type: 'reset', target: card.idea }]
  if (what < 8) return [review, { ...stamp(device), type: 'flag', target: card.id, on: true }]
  if (what < 14 && card.kind === 'multiple-choice')
    return [review, { ...stamp(device), ...answer(roll, card), mode: 'whatif' }]
  return [review]
}

function answer(roll: Dice, card: Card): Omit<Review, keyof Stamp> {
  const choice = card.kind === 'multiple-choice' || card.kind === 'multiple-response'
  const sure = choice && roll.int(0, 9) > 0 ? (roll.int(1, 3) as Sure) : undefined
  const isRight = roll.int(0, 99) < (sure === 1 ? 88 : sure === 3 ? 30 : 72)
  const rating = !isRight || sure === 3 ? 1 : roll.int(2, 4)
  return {
    type: 'review',
    card: card.id as CardId,
    idea: card.idea as IdeaId,
    rating: rating as Rating,
    verdict: isRight ? 'right' : roll.int(0, 3) === 0 ? 'partly' : 'wrong',
    ms: roll.int(0, 99) === 0 ? 600_000 : roll.int(2000, choice ? 90_000 : 25_000),
    ...(sure !== undefined && { sure }),
    kind: card.kind,
    answer: choice ? card.options.slice(0, 1).map(({ id }) => id) : '',
    ...(choice && { shown: card.options.slice(0, 4).map(({ id }) => id), opened: roll.int(500, 1500) }),
    seed: roll.int(0, 2 ** 31 - 1),
    mode: (['today', 'today', 'quiz', 'exam'] as const satisfies readonly Mode[])[roll.int(0, 3)] ?? 'today',
    session: 's',
  }
}
