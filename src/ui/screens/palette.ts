import { edited, emptyField, type Field } from '../field.ts'
import type { Handlers } from '../keys.ts'
import { change, type Model, push, type ScreenAt, type Step } from '../model.ts'
import { actionsOn, matching } from '../palette.ts'

/** Lays the list of all actions over the screen. */
export function openPalette(model: Model): Model {
  const actions = actionsOn(model)
  return push(model, { at: 'palette', field: emptyField, cursor: 0, actions, found: actions, top: model.top })
}

/** The same text and place in a list that may have changed. */
export function relisted(model: Model, { field, cursor }: ScreenAt<'palette'>): Model {
  const [screen] = model.screens
  return screen.at === 'palette' ? listed(model, screen, field, cursor) : model
}

function listed(model: Model, screen: ScreenAt<'palette'>, field: Field, cursor: number): Model {
  const found = matching(screen.actions, field.text)
  return change(model, { ...screen, field, found, cursor: Math.max(0, Math.min(found.length - 1, cursor)) })
}

const moved = (model: Model, screen: ScreenAt<'palette'>, by: number): Step => ({
  model: listed(model, screen, screen.field, screen.cursor + by),
})

export const palette: Handlers<'palette'> = {
  type(model, screen, { key, text }) {
    const field = edited(screen.field, key, text)
    return { model: listed(model, screen, field, field.text === screen.field.text ? screen.cursor : 0) }
  },
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
}
