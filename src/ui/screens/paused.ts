import type { Handlers } from '../keys.ts'
import { show } from '../model.ts'
import { questionOf, sittingOf } from './exam.ts'

export const paused: Handlers<'paused'> = {
  goOn: (model, { id }, input) => ({
    model,
    drafts: [{ type: 'exam-go-on', session: id }],
    next(recorded) {
      const sitting = sittingOf(recorded, id)
      return sitting ? show(recorded, questionOf(recorded, sitting, input)) : recorded
    },
  }),
}
