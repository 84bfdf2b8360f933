import type { Handlers } from '../keys.ts'
import { change, type Model, noting, type ScreenAt, type Step, show } from '../model.ts'
import { hasLess, hasMore } from '../when.ts'
import { judged, undo } from './answer.ts'
import { askNext } from './ask.ts'
import { flagged } from './marks.ts'
import { paused } from './pause.ts'

const letters = 'abcdef'

export const choose: Handlers<'choose'> = {
  pick(model, screen, { key }) {
    const place = letters.includes(key) ? letters.indexOf(key) : Number(key) - 1
    return chosen(model, screen, place)
  },
  mark: (model, screen) => chosen(model, screen, screen.cursor),
  previous: (model, screen) => (screen.story && hasLess(model) ? scrolled(model, -1) : moved(model, screen, -1)),
  next: (model, screen) => (screen.story && hasMore(model) ? scrolled(model, 1) : moved(model, screen, 1)),
  answer: (model, screen, input) => judged(model, screen, { by: 'choose', picked: screen.picked }, input),
  story: (model, screen) => ({ model: show(model, { ...screen, story: !screen.story }) }),
  flag: (model, { question }) => flagged(model, question.card.id),
  /** Out of a what-if the session goes on. */
  pause: (model, { whatIf, session }, input) => (whatIf ? { model: askNext(model, session, input) } : paused(model)),
  /** Takes back how sure one was, before the answer of the question before. */
  undo(model, screen, input) {
    const { sure, session, question, shownAt } = screen
    return sure === undefined
      ? undo(model, screen, input)
      : { model: show(model, { at: 'commit', session, question, shownAt }) }
  },
  missing(model, { question, picked }) {
    const left = question.choose - picked.length
    const says = question.choose === 1 ? 'Choose one first.' : `Choose ${left} more.`
    return { model: noting(model, says) }
  },
}

/** With one to choose, a choice replaces the one before; with several, it is put in or taken out, and the oldest gives way. */
function chosen(model: Model, screen: ScreenAt<'choose'>, place: number): Step {
  const option = screen.question.options[place]
  if (!option) return { model }
  const { picked, question } = screen
  const without = picked.filter(id => id !== option.id)
  const next =
    question.choose === 1
      ? [option.id]
      : without.length < picked.length
        ? without
        : [...picked, option.id].slice(-question.choose)
  return { model: change(model, { ...screen, cursor: place, picked: next, story: false }) }
}

/** The arrows read a story to its end before they choose. */
const scrolled = (model: Model, by: number): Step => ({ model: { ...model, top: model.top + by } })

/** The arrows choose, where one is to be chosen: what is under the cursor is what Enter answers. */
function moved(model: Model, screen: ScreenAt<'choose'>, by: number): Step {
  const last = screen.question.options.length - 1
  const nothingYet = screen.question.choose === 1 && screen.picked.length === 0
  const cursor = nothingYet && by > 0 ? 0 : Math.max(0, Math.min(last, screen.cursor + by))
  return screen.question.choose === 1
    ? chosen(model, screen, cursor)
    : { model: change(model, { ...screen, cursor, story: false }) }
}
