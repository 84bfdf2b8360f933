import { drawExam, offersFor } from '../../study/exam.ts'
import { reportOf } from '../../study/report.ts'
import { examOf } from '../../study/settings.ts'
import { openSitting, type Sitting } from '../../study/sitting.ts'
import type { Handlers } from '../keys.ts'
import { type Input, type Model, noting, push, type ScreenAt, type Step, show } from '../model.ts'
import { questionOf } from './exam.ts'

/** Reports that can be opened again, newest first. */
export const reportsIn = ({ progress }: Model): readonly Sitting[] =>
  progress.sittings
    .filter(({ finishedAt }) => finishedAt !== undefined)
    .toReversed()
    .slice(0, 5)

/** The way into the exam room: back to the exam that was begun, or to what can be sat. */
export function openExam(model: Model, input: Pick<Input, 'elapsed'>, wished?: ScreenAt<'lobby'>): Model {
  const begun = openSitting(model.progress.sittings)
  if (begun)
    return push(model, begun.pausedAt === undefined ? questionOf(model, begun, input) : { at: 'paused', id: begun.id })
  if (wished) return push(model, wished)
  const own = examOf(model.settings)
  const exams = own !== undefined && model.bank.exams[own] ? [own] : Object.keys(model.bank.exams)
  const offers = exams.flatMap(exam => offersFor(model.bank, model.progress, exam))
  return push(model, { at: 'lobby', offers, cursor: 0, strict: false })
}

const moved = (model: Model, screen: ScreenAt<'lobby'>, by: number): Step => {
  const last = screen.offers.length + reportsIn(model).length - 1
  return { model: show(model, { ...screen, cursor: Math.max(0, Math.min(last, screen.cursor + by)) }) }
}

export const lobby: Handlers<'lobby'> = {
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  strict: (model, screen) => ({ model: show(model, { ...screen, strict: !screen.strict }) }),
  begin(model, { offers, cursor, strict }, input) {
    const offer = offers[cursor]
    const past = reportsIn(model)[cursor - offers.length]
    if (past) return { model: push(model, { at: 'report', id: past.id, report: reportOf(past, model.bank) }) }
    const drawn = offer && drawExam(model.bank, model.progress, { ...offer.wishes, strict }, input.seed)
    if (!drawn) return { model: noting(model, 'No deck has scenarios for an exam.') }
    const { minutes, ...start } = drawn
    // The time that its first event gets, which the clock may be behind.
    const at = Math.max(model.now, model.lastAt + 1)
    const session = at.toString(36)
    return {
      model,
      drafts: [{ type: 'exam-start', session, ...start, deadline: at + minutes * 60_000 }],
      next(recorded) {
        const sitting = openSitting(recorded.progress.sittings)
        return sitting ? show(recorded, questionOf(recorded, sitting, input)) : recorded
      },
    }
  },
}
