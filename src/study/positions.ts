import type { Topic } from '../deck/deck.ts'
import type { Fault } from '../deck/document.ts'
import { ask } from '../kinds/index.ts'
import { unseen } from '../kinds/kind.ts'
import { mix } from '../kinds/random.ts'

/** So many questions are drawn: chance alone then stays within a point. */
const draws = 8000
const fewest = 20
const tolerance = 0.05

/**
 * Where the right option stands when a deck's multiple choices are asked at first sight, session after session: at each
 * place a quarter of them, give or take five points. What the file says first does not matter, since options are
 * shuffled; this is about what people see. Banks of fewer than twenty say nothing.
 */
export function positionFaults(topics: readonly Topic[], draw: typeof ask = ask): readonly Fault[] {
  const cards = topics.flatMap(topic =>
    topic.cards.filter(card => card.kind === 'multiple-choice' && card.retired === undefined),
  )
  if (cards.length < fewest) return []
  const places = [0, 0, 0, 0]
  const sessions = Math.ceil(draws / cards.length)
  for (let session = 0; session < sessions; session++)
    for (const [n, card] of cards.entries()) {
      const question = draw(card, unseen, mix(session, n))
      const place = question.by === 'choose' ? question.options.findIndex(option => option.right) : -1
      if (place >= 0) places[place] = (places[place] ?? 0) + 1
    }
  const shares = places.map(count => count / (sessions * cards.length))
  return shares.every(share => Math.abs(share - 1 / places.length) <= tolerance) ? [] : [unbalanced(shares)]
}

const unbalanced = (shares: readonly number[]): Fault => ({
  path: [],
  level: 'warning',
  code: 'position-bias',
  says: `the right option stands at the places a to d in ${shares.map(share => Math.round(share * 100)).join(', ')} of 100 questions`,
  remedy: 'this is a fault of the draw, not of the deck: report it with the deck',
})
