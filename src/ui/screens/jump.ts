import { standingOf } from '../../study/exam-question.ts'
import type { Sitting } from '../../study/sitting.ts'
import type { Handlers } from '../keys.ts'
import { back, type Input, type Model, noting, push, type ScreenAt, type Step, show } from '../model.ts'
import { questionOf, sittingOf } from './exam.ts'

const moved = (model: Model, screen: ScreenAt<'jump'>, by: number): Step => {
  const last = (sittingOf(model, screen.id)?.cards.length ?? 1) - 1
  return { model: show(model, { ...screen, cursor: Math.max(0, Math.min(last, screen.cursor + by)) }) }
}

/** Leaves the list for a question. */
function opened(model: Model, { id, cursor }: ScreenAt<'jump'>, input: Input): Step {
  const sitting = sittingOf(model, id)
  if (!sitting) return { model }
  const from = sitting.place
  const given = sitting.answers[from]
  return {
    model: show(back(model), questionOf(model, sitting, input, cursor)),
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

/** The next question, from the cursor on and round, that is one of some. */
function nextOf(
  model: Model,
  screen: ScreenAt<'jump'>,
  some: (sitting: Sitting) => readonly number[],
  none: string,
): Step {
  const sitting = sittingOf(model, screen.id)
  const places = sitting ? some(sitting).toSorted((a, b) => a - b) : []
  const cursor = places.find(place => place > screen.cursor) ?? places[0]
  return { model: cursor === undefined ? noting(model, none) : show(model, { ...screen, cursor }) }
}

export const jump: Handlers<'jump'> = {
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  open: opened,
  unanswered(model, screen) {
    const open = (sitting: Sitting) => {
      const { open, halves } = standingOf(sitting, model.bank)
      return [...open, ...halves]
    }
    return nextOf(model, screen, open, 'Every question is answered.')
  },
  flagged: (model, screen) =>
    nextOf(model, screen, sitting => standingOf(sitting, model.bank).flagged, 'No question is flagged.'),
  handIn: (model, { id }) => ({ model: push(model, { at: 'handin', id }) }),
}
