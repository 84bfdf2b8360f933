import type { Rating } from '../../study/event.ts'
import { afterAnswer } from '../../study/session.ts'
import type { Handlers } from '../keys.ts'
import { back, change, noting } from '../model.ts'
import { missesToday } from './answer.ts'

const ratings: Readonly<Record<string, Rating>> = { 1: 1, 2: 2, 3: 3, 4: 4 }

export const rating: Handlers<'rating'> = {
  /** Another rating undoes the review and records it again: nothing is ever edited. */
  rate(model, { of }, { key }) {
    const rating = ratings[key]
    const last = model.progress.tail.findLast(
      event => event.type === 'review' && event.session === of.session.id && event.card === of.draft.card,
    )
    if (rating === undefined || !last || rating === of.draft.rating) return { model: back(model) }
    const draft = { ...of.draft, rating }
    const { before, question, verdict } = of
    const misses = missesToday(model, of.draft.idea) + Number(rating === 1) - Number(of.draft.rating === 1)
    const session = afterAnswer(before, question, verdict.is === 'right', rating, misses, draft.ms)
    return {
      model: noting(change(back(model), { ...of, draft, session }), 'Rating changed.'),
      drafts: [{ type: 'undo', of: last.id }, draft],
    }
  },
}
