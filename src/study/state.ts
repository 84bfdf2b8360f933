import type { CardId, IdeaId } from '../deck/deck.ts'

/** How an idea or a card stands with the person: what `is:` asks for in a search. */
export const states = ['due', 'new', 'leech', 'flagged', 'suspended'] as const
export type State = (typeof states)[number]
/** Whether an idea, or one of its cards, is in a state. Flags hang on cards alone. */
export type InState = (state: State, idea: IdeaId, card?: CardId) => boolean
