import { objection } from '../../kinds/index.ts'
import { edited } from '../field.ts'
import type { Handlers } from '../keys.ts'
import { change, noting } from '../model.ts'
import { judged, undo } from './answer.ts'
import { flagged } from './marks.ts'
import { paused } from './pause.ts'

export const type: Handlers<'type'> = {
  type: (model, screen, { key, text }) => ({
    // The line is the last row: what is typed must be seen.
    model: { ...change(model, { ...screen, field: edited(screen.field, key, text) }), top: Number.MAX_SAFE_INTEGER },
  }),
  answer: (model, screen, input) => {
    const text = screen.field.text.trim()
    const objects = text === '' ? undefined : objection(screen.question, { by: 'type', text })
    if (objects !== undefined) return { model: noting(model, objects) }
    return text === ''
      ? { model: noting(model, 'Type the answer; tab shows it.') }
      : judged(model, screen, { by: 'type', text }, input)
  },
  reveal: (model, screen, input) => judged(model, screen, { by: 'type' }, input),
  flag: (model, { question }) => flagged(model, question.card.id),
  pause: paused,
  undo,
}
