import type { Flashcard } from '../deck/deck.ts'
import type { Kind } from './kind.ts'

export const flashcard: Kind<Flashcard, 'recall'> = {
  ask: (card, _seen, seed) => ({ by: 'recall', card, seed, prompt: card.front, back: card.back }),
  judge: (_question, { recalled }) => ({ is: recalled === 1 ? 'wrong' : 'right' }),
}
