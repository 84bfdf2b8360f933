import type { Handlers } from '../keys.ts'
import { back, type Model, type ScreenAt, type Step, show } from '../model.ts'
import { flagged } from './marks.ts'

function turned(model: Model, screen: ScreenAt<'through'>, by: number): Step {
  const place = screen.place + by
  if (place < 0) return { model }
  return { model: place < screen.marks.length ? show(model, { ...screen, place, others: false }) : back(model) }
}

export const through: Handlers<'through'> = {
  next: (model, screen) => turned(model, screen, 1),
  previous: (model, screen) => turned(model, screen, -1),
  others: (model, screen) => ({ model: show(model, { ...screen, others: !screen.others }) }),
  flag(model, { marks, place }) {
    const card = marks[place]?.question.card
    return card ? flagged(model, card.id) : { model }
  },
}
