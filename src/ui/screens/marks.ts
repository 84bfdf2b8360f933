import type { CardId, IdeaId } from '../../deck/deck.ts'
import { type Model, noting, type Step } from '../model.ts'

/** Flags a card, or takes its flag off. */
export function flagged(model: Model, card: CardId): Step {
  const on = !model.progress.flagged.includes(card)
  const says = on ? 'Flagged. lambda-study quiz flagged asks it again.' : 'No longer flagged.'
  return { model: noting(model, says), drafts: [{ type: 'flag', target: card, on }] }
}

/** Asks a card or an idea no more, or again. */
export function suspended(model: Model, target: CardId | IdeaId, what: string): Step {
  const on = !model.progress.suspended.includes(target)
  const says = on ? `${what} is not asked any more. The same key brings it back.` : `${what} is asked again.`
  return { model: noting(model, says), drafts: [{ type: 'suspend', target, on }] }
}

/** Begins an idea anew. */
export function reset(model: Model, idea: IdeaId): Step {
  if (!model.progress.ideas.has(idea)) return { model: noting(model, 'This idea was not met yet.') }
  const says = 'This idea begins anew. lambda-study undo takes that back.'
  return { model: noting(model, says), drafts: [{ type: 'reset', target: idea }] }
}
