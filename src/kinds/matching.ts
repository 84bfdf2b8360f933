import type { Matching } from '../deck/deck.ts'
import type { Kind } from './kind.ts'
import { dice } from './random.ts'

export const matching: Kind<Matching, 'match'> = {
  ask(card, _seen, seed) {
    const items = card.groups.flatMap(({ items }, group) => items.map(text => ({ text, group })))
    return {
      by: 'match',
      card,
      seed,
      prompt: card.stem,
      groups: card.groups.map(group => group.name),
      items: dice(seed).shuffled(items),
    }
  },
  judge({ items }, { groups }) {
    const hits = items.filter((item, i) => item.group === groups[i]).length
    if (hits === items.length) return { is: 'right' }
    return hits === 0
      ? { is: 'wrong' }
      : { is: 'partly', says: `${hits} of ${items.length} in their place; the exam gives nothing for a part.` }
  },
}
