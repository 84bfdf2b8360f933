import type { Ordering } from '../deck/deck.ts'
import type { Kind } from './kind.ts'
import { dice, mix } from './random.ts'

export const ordering: Kind<Ordering, 'order'> = {
  ask(card, _seen, seed) {
    const places = card.steps.map((_, place) => place)
    // Never in the right order already: that would give it away.
    let shown = dice(seed).shuffled(places)
    for (let again = 1; shown.every((place, i) => place === i); again++) shown = dice(mix(seed, again)).shuffled(places)
    return {
      by: 'order',
      card,
      seed,
      prompt: card.stem,
      steps: shown.map(place => ({ text: card.steps[place] ?? '', place })),
    }
  },
  judge({ steps }, { order }) {
    const wrong = order.findIndex((shown, place) => steps[shown]?.place !== place)
    if (wrong < 0 && order.length === steps.length) return { is: 'right' }
    return { is: 'wrong', says: `The first wrong step is number ${wrong + 1}.` }
  },
}
