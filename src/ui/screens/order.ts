import type { Handlers } from '../keys.ts'
import { change, type Model, noting, type ScreenAt, type Step } from '../model.ts'
import { judged, undo } from './answer.ts'
import { flagged } from './marks.ts'
import { paused } from './pause.ts'

const letters = 'abcdef'

/** Gives a step the next place; one that has a place gives it up again. */
function placed(model: Model, screen: ScreenAt<'order'>, step: number): Step {
  if (step >= screen.question.steps.length) return { model }
  const order = screen.order.includes(step) ? screen.order.filter(other => other !== step) : [...screen.order, step]
  return { model: change(model, { ...screen, order, cursor: step }) }
}

const moved = (model: Model, screen: ScreenAt<'order'>, by: number): Step => {
  const last = screen.question.steps.length - 1
  return { model: change(model, { ...screen, cursor: Math.max(0, Math.min(last, screen.cursor + by)) }) }
}

export const order: Handlers<'order'> = {
  place: (model, screen, { key }) => placed(model, screen, letters.indexOf(key)),
  placeHere: (model, screen) => placed(model, screen, screen.cursor),
  takeBack: (model, screen) => ({ model: change(model, { ...screen, order: screen.order.slice(0, -1) }) }),
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  answer: (model, screen, input) => judged(model, screen, { by: 'order', order: screen.order }, input),
  flag: (model, { question }) => flagged(model, question.card.id),
  pause: paused,
  undo,
  missing: (model, { question, order }) => ({
    model: noting(model, `${question.steps.length - order.length} still to be placed.`),
  }),
}
