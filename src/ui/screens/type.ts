import { objection } from '../../kinds/index.ts'
import { edited } from '../field.ts'
import type { Handlers } from '../keys.ts'
import { noting, show } from '../model.ts'
import { judged } from './ask.ts'
import { paused } from './pause.ts'

export const type: Handlers<'type'> = {
  type: (model, screen, { key, text }) => ({
    model: show(model, { ...screen, field: edited(screen.field, key, text) }),
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
  pause: paused,
}
