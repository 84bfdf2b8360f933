import type { Hinge, MultipleChoice } from '../deck/deck.ts'
import type { Kind, QuestionBy, Seen } from './kind.ts'
import { drawHinge, drawOptions } from './options.ts'

const shown = 4

export const multipleChoice: Kind<MultipleChoice, 'choose'> = {
  ask: (card, seen, seed) => askWith(card, drawHinge(card.hinges, seen, seed), seen, seed),
  judge: ({ options }, { picked }) => ({
    is: picked.length === 1 && options.some(option => option.right && option.id === picked[0]) ? 'right' : 'wrong',
  }),
}

/** The card with one hinge: the story as it would be with that phrase. */
export function askWith(
  card: MultipleChoice,
  hinge: Hinge | undefined,
  seen: Seen,
  seed: number,
): QuestionBy<'choose'> {
  return {
    by: 'choose',
    card,
    seed,
    prompt: hinge ? card.stem.replaceAll('{hinge}', () => hinge.text) : card.stem,
    options: drawOptions(card.options, card.hinges, hinge, shown, seen, seed),
    choose: 1,
    decides: hinge ? [hinge.text] : card.decides,
    ...(hinge && { hinge }),
  }
}
