import type { MultipleResponse } from '../deck/deck.ts'
import type { Kind } from './kind.ts'
import { drawOptions } from './options.ts'

export const multipleResponse: Kind<MultipleResponse, 'choose'> = {
  ask(card, seen, seed) {
    const choose = card.options.filter(option => option.right).length
    return {
      by: 'choose',
      card,
      seed,
      prompt: card.stem,
      options: drawOptions(card.options, [], undefined, choose === 3 ? 6 : 5, seen, seed),
      choose,
      decides: card.decides,
    }
  },
  judge({ options, choose }, { picked }) {
    const hits = options.filter(option => option.right && picked.includes(option.id)).length
    if (hits === choose && picked.length === choose) return { is: 'right' }
    return hits > 0
      ? { is: 'partly', says: `${hits} of the ${choose} right ones; the exam gives nothing for a part.` }
      : { is: 'wrong' }
  },
}
