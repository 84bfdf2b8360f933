import type { Handlers } from '../keys.ts'
import { change, type Model, noting, push, type Screen, type ScreenAt, type Step } from '../model.ts'
import { hasLess, hasMore } from '../when.ts'
import { begin } from './ask.ts'
import { flagged, reset, suspended } from './marks.ts'
import { facesOf, openPage, openSearch } from './open.ts'
import { quizOn } from './page.ts'

const faceAt = (model: Model, { idea, cursor }: ScreenAt<'idea'>) => facesOf(model, idea)[cursor]
const noFace = (model: Model): Step => ({ model: noting(model, 'No card asks this.') })

/** Remembers the change that a step records, on the idea that is open, so that it can be taken back. */
export function remembered(step: Step): Step {
  const [draft] = step.drafts ?? []
  if (!draft) return step
  return {
    ...step,
    next(recorded) {
      const made = recorded.progress.tail.findLast(({ at, type }) => at === recorded.lastAt && type === draft.type)
      const withChange = (screen: Screen): Screen =>
        screen.at === 'idea' && made ? { ...screen, changes: [...screen.changes, made.id] } : screen
      const [top, below, ...rest] = recorded.screens
      // A face lies over its idea.
      if (top.at === 'face' && below) return { ...recorded, screens: [top, withChange(below), ...rest] }
      return change(recorded, withChange(top))
    },
  }
}

export const idea: Handlers<'idea'> = {
  /** From face to face, then on through what stands below them. */
  next(model, screen) {
    if (screen.scrolled || screen.cursor >= facesOf(model, screen.idea).length - 1)
      return hasMore(model)
        ? { model: change({ ...model, top: model.top + 1 }, { ...screen, scrolled: true }) }
        : { model }
    return { model: change(model, { ...screen, cursor: screen.cursor + 1 }) }
  },
  previous(model, screen) {
    if (screen.scrolled && hasLess(model))
      return { model: change({ ...model, top: model.top - 1 }, { ...screen, scrolled: model.top > 1 }) }
    return { model: change(model, { ...screen, scrolled: false, cursor: Math.max(0, screen.cursor - 1) }) }
  },
  open: (model, screen) =>
    faceAt(model, screen)
      ? { model: push(model, { at: 'face', idea: screen.idea, place: screen.cursor }) }
      : noFace(model),
  quiz(model, screen, input) {
    const card = faceAt(model, screen)
    return card ? { model: begin(model, 'quiz', [{ idea: card.idea, card: card.id }], input) } : noFace(model)
  },
  quizAll: (model, screen, input) => quizOn(model, screen.idea, input),
  page(model, { idea }) {
    const note = model.bank.notes.get(idea)
    return {
      model: note ? openPage(model, note.topic, idea) : noting(model, 'This idea has no page: its card is all.'),
    }
  },
  flag(model, screen) {
    const card = faceAt(model, screen)
    return card ? remembered(flagged(model, card.id)) : noFace(model)
  },
  suspend(model, screen) {
    const card = faceAt(model, screen)
    return card ? remembered(suspended(model, card.id, 'This card')) : noFace(model)
  },
  suspendIdea: (model, { idea }) => remembered(suspended(model, idea, 'This idea')),
  reset: (model, { idea }) => remembered(reset(model, idea)),
  undo(model, screen) {
    const last = screen.changes.at(-1)
    if (last === undefined) return { model }
    const rest = change(model, { ...screen, changes: screen.changes.slice(0, -1) })
    return { model: noting(rest, 'Taken back.'), drafts: [{ type: 'undo', of: last }] }
  },
  details: (model, screen) => ({ model: change(model, { ...screen, details: !screen.details }) }),
  search: model => ({ model: openSearch(model) }),
}
