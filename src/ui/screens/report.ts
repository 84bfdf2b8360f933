import { dateOf } from '../../study/date.ts'
import { type Marked, slowestOf } from '../../study/report.ts'
import type { Handlers } from '../keys.ts'
import { type Model, noting, push, type ScreenAt, type Step } from '../model.ts'
import { textOfScreen } from '../rows.ts'
import { sittingOf } from './exam.ts'

const missed = ({ is }: Marked): boolean => is !== 'right'

function opened(model: Model, { id }: ScreenAt<'report'>, of: string, marks: readonly Marked[]): Step {
  return {
    model:
      marks.length === 0
        ? noting(model, 'There is none of these.')
        : push(model, { at: 'through', id, of, marks, place: 0, others: false }),
  }
}

export const report: Handlers<'report'> = {
  open: (model, screen) =>
    opened(
      model,
      screen,
      'wrong or flagged',
      screen.report.marks.filter(mark => missed(mark) || mark.flagged),
    ),
  all: (model, screen) => opened(model, screen, 'all', screen.report.marks),
  wrong: (model, screen) => opened(model, screen, 'wrong', screen.report.marks.filter(missed)),
  flagged: (model, screen) =>
    opened(
      model,
      screen,
      'flagged',
      screen.report.marks.filter(({ flagged }) => flagged),
    ),
  slow: (model, screen) => {
    const places = slowestOf(screen.report.marks)
    return opened(
      model,
      screen,
      'slowest',
      screen.report.marks.filter(({ place }) => places.includes(place)),
    )
  },
  byDomain: (model, screen) =>
    opened(
      model,
      screen,
      'by domain',
      screen.report.marks.toSorted((a, b) => a.domain.localeCompare(b.domain) || a.place - b.place),
    ),
  save: (model, { id }) => ({
    model,
    file: {
      name: `lambda-study-exam-${dateOf(sittingOf(model, id)?.day ?? model.day)}.txt`,
      text: textOfScreen(model),
    },
  }),
}
