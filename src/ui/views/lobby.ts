import { dayText } from '../../study/date.ts'
import { studyDay } from '../../study/day.ts'
import type { Offer } from '../../study/exam.ts'
import { reportOf } from '../../study/report.ts'
import type { Sitting } from '../../study/sitting.ts'
import type { Instant } from '../../world.ts'
import { blank, bold, fitted, type Line, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { reportsIn } from '../screens/lobby.ts'
import type { View } from './view.ts'
import { clockText, counted, examCode, examName } from './words.ts'

/** Columns of a row beside its name, at the least: mark, gap and `20 of 20 right`. */
const widest = 19

export const lobbyBody: View<'lobby'> = (model, { offers, cursor, strict }, width) => {
  const past = reportsIn(model)
  const many = new Set(offers.map(({ wishes }) => wishes.exam)).size > 1
  const names = offers.map(({ title, wishes }) =>
    many ? `${examCode(wishes.exam, model.bank.exams[wishes.exam])}, ${title.toLowerCase()}` : title,
  )
  const titles = past.map(sitting => titleOf(model, sitting))
  const column = Math.min(width - widest, Math.max(0, ...[...names, ...titles].map(name => name.length)))
  const row = (place: number, name: string, says: string): Line => [
    run(place === cursor ? `${model.glyphs.here} ` : '  ', 'accent'),
    ...fitted(line(run(name, place === cursor ? 'accent' : 'text')), column),
    quiet(`   ${says}`),
  ]
  const above =
    offers.length === 0
      ? wrap(line('No deck has scenarios for an exam.'), width)
      : wrap(
          line('Questions on Lambda in the form of the exam, against the clock. Reasons and answers come at the end.'),
          width,
        )
  const lines = [...above, blank, ...offers.map((offer, i) => row(i, names[i] ?? '', offerText(offer, width)))]
  const reports = past.map((sitting, i) => row(offers.length + i, titles[i] ?? '', scoreText(model, sitting)))
  const focus = above.length + 1 + cursor + (cursor < offers.length ? 0 : 3)
  return {
    left: line(bold('Exam room')),
    right: line(quiet(examName(model))),
    lines: [
      ...lines,
      ...(reports.length === 0 ? [] : [blank, line(quiet('Reports')), blank, ...reports]),
      blank,
      ...wrap(
        line(
          quiet(
            strict
              ? 'Strict: the clock never stands. s allows pauses.'
              : 'esc pauses the clock, and the report says so. s: strict, without pauses.',
          ),
        ),
        width,
      ),
    ],
    focus: [focus, focus],
  }
}

const offerText = ({ questions, unscored, minutes, wishes }: Offer, width: number): string =>
  [
    counted(questions, 'question'),
    ...(width < 60 ? [] : [clockText(minutes * 60_000)]),
    ...(width < 60
      ? []
      : unscored > 0
        ? [`${unscored} do not count`]
        : wishes.paper === undefined
          ? []
          : ['never asked before']),
  ].join(', ')

/** Which exam a report is about. */
export function titleOf(_model: Model, { paper, finishedAt, startedAt }: Sitting): string {
  const day = studyDay((finishedAt ?? startedAt) as Instant, 0, 0)
  return `${paper === undefined ? 'Exam' : `Paper ${paper}`}, ${dayText(day)}`
}

function scoreText(model: Model, sitting: Sitting): string {
  const { score } = reportOf(sitting, model.bank)
  return `${score.rights} of ${score.of} right`
}
