import type { Flashcard } from '../deck/deck.ts'
import type { Kind } from './kind.ts'

export const flashcard: Kind<Flashcard, 'recall'> = {
  answeredBy: 'recall',
  recall: true,
  seconds: 12,
  ask: (card, _seen, seed) => ({ by: 'recall', card, seed, prompt: card.front, back: card.back }),
  judge: (_question, { recalled }) => ({ is: recalled === 1 ? 'wrong' : 'right' }),
}
