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
    return text === ''
      ? { model: noting(model, 'Type the answer; tab shows it.') }
      : judged(model, screen, { by: 'type', text }, input)
  },
  reveal: (model, screen, input) => judged(model, screen, { by: 'type' }, input),
  pause: paused,
}
