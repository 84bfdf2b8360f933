import { dice } from '../src/kinds/random.ts'
import { lineOf } from '../src/study/event.ts'

const dayMs = 86_400_000
const aDay = 200

/** The lines of a log: `count` answers to the deck's cards, 200 a day, the last ones on the day before `day`. The same seed gives the same lines. */
export function* reviewLines(deck, { count, day, seed }) {
  const roll = dice(seed)
  const cards = deck.topics.flatMap(topic => topic.cards)
  const first = day - Math.ceil(count / aDay)
  for (let n = 0; n < count; n++) {
    const studyDay = first + Math.floor(n / aDay)
    const at = studyDay * dayMs + 9 * 3_600_000 + (n % aDay) * 20_000
    yield lineOf(review(cards[roll.int(0, cards.length - 1)], { at, day: studyDay, roll }))
  }
}

export function review(card, { at, day, roll }) {
  const rating = [1, 2, 3, 3, 3, 3, 4][roll.int(0, 6)]
  const ids = card.options?.map(option => option.id)
  const shown = ids && roll.shuffled(ids).slice(0, 4)
  return {
    v: 1,
    id: `${at.toString(36)}-${roll
      .int(0, 36 ** 4 - 1)
      .toString(36)
      .padStart(4, '0')}`,
    at,
    day,
    offset: 0,
    type: 'review',
    card: card.id,
    idea: card.idea,
    rating,
    verdict: rating === 1 ? 'wrong' : 'right',
    ms: roll.int(2000, 90_000),
    kind: card.kind,
    answer: shown ? shown.slice(0, 1) : 'as soon as the function is ready',
    ...(shown && { shown, opened: roll.int(500, 2000), sure: roll.int(1, 3) }),
    seed: roll.int(0, 2 ** 31 - 1),
    mode: 'today',
    session: (at - (at % dayMs)).toString(36),
  }
}
