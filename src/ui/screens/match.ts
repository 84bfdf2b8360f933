import type { Handlers } from '../keys.ts'
import { change, type Model, noting, type ScreenAt, type Step } from '../model.ts'
import { judged, undo } from './answer.ts'
import { flagged } from './marks.ts'
import { paused } from './pause.ts'

const moved = (model: Model, screen: ScreenAt<'match'>, by: number): Step => {
  const last = screen.groups.length - 1
  return { model: change(model, { ...screen, cursor: Math.max(0, Math.min(last, screen.cursor + by)) }) }
}

export const match: Handlers<'match'> = {
  /** Puts the item under the cursor into a group, and goes to the next one that has none. */
  assign(model, screen, { key }) {
    const group = Number(key) - 1
    if (group >= screen.question.groups.length) return { model }
    const groups = screen.groups.with(screen.cursor, group)
    const open = groups.map((_, i) => (screen.cursor + 1 + i) % groups.length).find(i => groups[i] === undefined)
    return { model: change(model, { ...screen, groups, cursor: open ?? screen.cursor }) }
  },
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  answer: (model, screen, input) =>
    judged(model, screen, { by: 'match', groups: screen.groups.map(group => group ?? 0) }, input),
  flag: (model, { question }) => flagged(model, question.card.id),
  pause: paused,
  undo,
  missing: (model, { groups }) => ({
    model: noting(model, `${groups.filter(group => group === undefined).length} still to put into a group.`),
  }),
}
