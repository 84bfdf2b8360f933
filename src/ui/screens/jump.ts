import type { Handlers } from '../keys.ts'
import { back, type Input, type Model, push, type ScreenAt, type Step, show } from '../model.ts'
import { questionOf, sittingOf } from './exam.ts'

const moved = (model: Model, screen: ScreenAt<'jump'>, by: number): Step => {
  const last = (sittingOf(model, screen.id)?.cards.length ?? 1) - 1
  return { model: show(model, { ...screen, cursor: Math.max(0, Math.min(last, screen.cursor + by)) }) }
}

/** Leaves the list for a question. */
function opened(model: Model, { id, cursor }: ScreenAt<'jump'>, input: Input): Step {
  const from = sittingOf(model, id)?.place ?? 0
  const given = sittingOf(model, id)?.answers[from]
  return {
    model: show(back(model), questionOf({ id, place: cursor }, input)),
    // The question that the person is at is on record as well, so that a crash comes back to it.
    drafts: [
      {
        type: 'exam-answer',
        session: id,
        place: from,
        answer: given?.picked ?? [],
        flagged: given?.flagged ?? false,
        ms: 0,
        next: cursor,
      },
    ],
  }
}

/** The next question, from the cursor on and round, of which something holds. */
function nextWhere(model: Model, screen: ScreenAt<'jump'>, holds: (place: number) => boolean): Step {
  const count = sittingOf(model, screen.id)?.cards.length ?? 0
  const order = Array.from({ length: count }, (_, i) => (screen.cursor + 1 + i) % count)
  return { model: show(model, { ...screen, cursor: order.find(holds) ?? screen.cursor }) }
}

export const jump: Handlers<'jump'> = {
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  open: opened,
  unanswered: (model, screen) =>
    nextWhere(model, screen, place => !sittingOf(model, screen.id)?.answers[place]?.picked.length),
  flagged: (model, screen) =>
    nextWhere(model, screen, place => sittingOf(model, screen.id)?.answers[place]?.flagged === true),
  handIn: (model, { id }) => ({ model: push(model, { at: 'handin', id }) }),
}
