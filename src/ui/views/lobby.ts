import { dayText } from '../../study/date.ts'
import type { Offer } from '../../study/exam.ts'
import { reportOf } from '../../study/report.ts'
import type { Sitting } from '../../study/sitting.ts'
import { blank, bold, fitted, type Line, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { reportsIn } from '../screens/lobby.ts'
import type { View } from './view.ts'
import { clockText, counted, examCode, examName, subjectOf } from './words.ts'

/** Columns of a row beside its name, at the least: mark, gap and `20 of 20 right`. */
const _widest = 19

export const lobbyBody: View<'lobby'> = (model, { offers, cursor, strict }, width) => {
  const past = reportsIn(model)
  const exams = [...new Set(offers.map(({ wishes }) => wishes.exam))]
  const many = exams.length > 1
  const only = many ? undefined : exams[0]
  const named = ({ title, wishes }: Offer) =>
    many
      ? `${examCode(wishes.exam, model.bank.exams[wishes.exam])}, ${wishes.paper === undefined ? title.toLowerCase() : title}`
      : title
  const above =
    offers.length === 0
      ? wrap(line('No deck has scenarios for an exam.'), width)
      : wrap(
          line(
            `Questions on ${subjectOf(model.bank, exams)} in the form of the exam, against the clock. Answers and reasons come at the end.`,
          ),
          width,
        )
  const rows = (entries: readonly (readonly [name: string, says: string])[], from: number): readonly Line[] => {
    const room = width - 2 - Math.max(0, ...entries.map(([, says]) => says.length))
    const column = Math.min(room, Math.max(0, ...entries.map(([name]) => name.length)) + 3)
    return entries.map(([name, says], i) => [
      run(from + i === cursor ? `${model.glyphs.here} ` : '  ', 'accent'),
      ...fitted(line(run(name, from + i === cursor ? 'accent' : 'text')), column),
      quiet(says),
    ])
  }
  const lines = [
    ...above,
    blank,
    ...rows(
      offers.map(offer => [named(offer), offerText(offer, width)]),
      0,
    ),
  ]
  const reports = rows(
    past.map(sitting => [titleOf(model, sitting), scoreText(model, sitting)]),
    offers.length,
  )
  const focus = above.length + 1 + cursor + (cursor < offers.length ? 0 : 3)
  return {
    left: line(bold('Exam room')),
    right: line(quiet(only === undefined ? examName(model) : examCode(only, model.bank.exams[only]))),
    lines: [
      ...lines,
      ...(reports.length === 0 ? [] : [blank, line(quiet('Reports')), blank, ...reports]),
      blank,
      ...[...(offers[cursor]?.wishes.paper === undefined ? [] : [paperText]), strict ? strictText : pausesText].flatMap(
        text => wrap(line(quiet(text)), width),
      ),
    ],
    focus: [focus, focus],
  }
}

const paperText = 'A paper is sat once. After that its questions come up in practice.'
const strictText = 'Strict: nothing stops the clock. s allows pauses.'
const pausesText = 'With pauses: esc stops the clock, and the report says so. s forbids them.'

function offerText({ questions, unscored, minutes, wishes }: Offer, width: number): string {
  const time = clockText(minutes * 60_000)
  if (width < 60) return `${questions} in ${time}`
  const note = unscored > 0 ? `, ${unscored} do not count` : wishes.paper === undefined ? '' : ', never asked before'
  return `${counted(questions, 'question')}, ${time}${note}`
}

/** Which exam a report is about. */
const titleOf = ({ bank }: Model, { paper, exam, day }: Sitting): string =>
  `${paper === undefined ? examCode(exam, bank.exams[exam]) : `Paper ${paper}`}, ${dayText(day)}`

function scoreText(model: Model, sitting: Sitting): string {
  const { score } = reportOf(sitting, model.bank)
  return `${score.rights} of ${score.of} right`
}
