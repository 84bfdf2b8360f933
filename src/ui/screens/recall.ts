import type { Recalled } from '../../kinds/kind.ts'
import type { Handlers } from '../keys.ts'
import { show } from '../model.ts'
import { answered, undo } from './answer.ts'
import { asFirstShown, askNext } from './ask.ts'
import { flagged } from './marks.ts'
import { paused } from './pause.ts'

const recalls: Readonly<Record<string, Recalled>> = { 1: 1, 2: 2, 3: 3, 4: 4 }

export const recall: Handlers<'recall'> = {
  turn: (model, screen) => ({ model: show(model, { ...screen, turned: true }) }),
  /** The answer was just read, so there is no feedback: the next question comes at once. */
  recalled(model, screen, input) {
    const recalled = recalls[input.key]
    if (recalled === undefined) return { model }
    const { feedback, draft } = answered(model, screen, { by: 'recall', recalled }, input)
    return {
      model: { ...model, trail: [...model.trail, asFirstShown(screen, model.settings.commit)] },
      drafts: [draft],
      next: recorded => askNext(recorded, feedback.session, input),
    }
  },
  flag: (model, { question }) => flagged(model, question.card.id),
  pause: paused,
  undo,
}
