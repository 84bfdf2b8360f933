import { type CardId, isScenario } from '../deck/deck.ts'
import { ask } from '../kinds/index.ts'
import { type QuestionBy, unseen } from '../kinds/kind.ts'
import { askWith } from '../kinds/multiple-choice.ts'
import { drawHinge } from '../kinds/options.ts'
import { mix } from '../kinds/random.ts'
import type { Bank } from './bank.ts'
import type { Sitting } from './sitting.ts'

/** A question of an exam, the same each time; missing when the decks no longer have it. */
export function questionAt(
  { cards, hinges, seed }: Pick<Sitting, 'cards' | 'hinges' | 'seed'>,
  bank: Bank,
  place: number,
): QuestionBy<'choose'> | undefined {
  const id = cards[place]
  const card = id === undefined ? undefined : bank.cards.get((bank.renamed.get(id) ?? id) as CardId)
  if (!card || !isScenario(card)) return undefined
  const own = mix(seed, place)
  if (card.kind === 'multiple-choice' && card.hinges.length > 0) {
    const hinge = card.hinges.find(({ id }) => id === hinges[place]) ?? drawHinge(card.hinges, unseen, own)
    return askWith(card, hinge, unseen, own)
  }
  const question = ask(card, unseen, own)
  return question.by === 'choose' ? question : undefined
}

/** How many choices a question still asks for; none when the decks no longer have it. */
export function choicesLeft(sitting: Sitting, bank: Bank, place: number): number {
  const question = questionAt(sitting, bank, place)
  return question ? Math.max(0, question.choose - (sitting.answers[place]?.picked.length ?? 0)) : 0
}

/** The questions by how they stand: not answered, with fewer choices than they ask for, flagged. */
export type Standing = {
  readonly open: readonly number[]
  readonly halves: readonly number[]
  readonly flagged: readonly number[]
}
export function standingOf(sitting: Sitting, bank: Bank): Standing {
  const places = [...sitting.cards.keys()]
  const begun = (place: number) => (sitting.answers[place]?.picked.length ?? 0) > 0
  const short = places.filter(place => choicesLeft(sitting, bank, place) > 0)
  return {
    open: short.filter(place => !begun(place)),
    halves: short.filter(begun),
    flagged: places.filter(place => sitting.answers[place]?.flagged === true),
  }
}
