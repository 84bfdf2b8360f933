import { unseen } from '../../kinds/kind.ts'
import { askWith } from '../../kinds/multiple-choice.ts'
import { drawHinge } from '../../kinds/options.ts'
import type { Handlers } from '../keys.ts'
import { change, push, show } from '../model.ts'
import { undo } from './answer.ts'
import { askNext } from './ask.ts'
import { flagged, suspended } from './marks.ts'
import { paused } from './pause.ts'

export const feedback: Handlers<'feedback'> = {
  go: (model, { session }, input) => ({ model: askNext(model, session, input) }),
  /** The same story with another deciding phrase, at once. */
  whatIf(model, { question, session }, input) {
    const { card } = question
    if (question.by !== 'choose' || card.kind !== 'multiple-choice' || !question.hinge) return { model }
    const seen = model.progress.cards.get(card.id) ?? unseen
    const hinge = drawHinge(card.hinges, { ...seen, hinge: question.hinge.id }, input.seed)
    const other = askWith(card, hinge, seen, input.seed)
    return {
      model: show(model, {
        at: 'choose',
        session,
        question: other,
        shownAt: input.elapsed,
        cursor: 0,
        picked: [],
        story: false,
        whatIf: true,
      }),
    }
  },
  idea: (model, screen) => ({ model: change(model, { ...screen, idea: !screen.idea }) }),
  story: (model, screen) => ({ model: show(model, { ...screen, story: !screen.story }) }),
  others: (model, screen) => ({ model: change(model, { ...screen, others: !screen.others }) }),
  rating: (model, screen) => ({ model: push(model, { at: 'rating', of: screen }) }),
  flag: (model, { question }) => flagged(model, question.card.id),
  suspend: (model, { question }) => suspended(model, question.card.id, 'This card'),
  pause: paused,
  undo,
}
