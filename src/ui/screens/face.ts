import type { Handlers } from '../keys.ts'
import { type Model, type ScreenAt, type Step, show } from '../model.ts'
import { begin } from './ask.ts'
import { remembered } from './idea.ts'
import { flagged, suspended } from './marks.ts'
import { facesOf } from './open.ts'

const cardAt = (model: Model, { idea, place }: ScreenAt<'face'>) => facesOf(model, idea)[place]

/** Another face; the idea below marks it as well. */
function turned(model: Model, screen: ScreenAt<'face'>, by: number): Step {
  const last = facesOf(model, screen.idea).length - 1
  const place = Math.max(0, Math.min(last, screen.place + by))
  const [top, below, ...rest] = show(model, { ...screen, place }).screens
  const screens: Model['screens'] = below?.at === 'idea' ? [top, { ...below, cursor: place }, ...rest] : model.screens
  return { model: { ...model, top: 0, screens } }
}

export const face: Handlers<'face'> = {
  next: (model, screen) => turned(model, screen, 1),
  previous: (model, screen) => turned(model, screen, -1),
  quiz(model, screen, input) {
    const card = cardAt(model, screen)
    return { model: card ? begin(model, 'quiz', [{ idea: card.idea, card: card.id }], input) : model }
  },
  flag(model, screen) {
    const card = cardAt(model, screen)
    return card ? remembered(flagged(model, card.id)) : { model }
  },
  suspend(model, screen) {
    const card = cardAt(model, screen)
    return card ? remembered(suspended(model, card.id, 'This card')) : { model }
  },
}
