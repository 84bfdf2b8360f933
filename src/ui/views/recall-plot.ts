import { type RecallPoint, recallByDay } from '../../study/curve.ts'
import { dayText, yearOf } from '../../study/date.ts'
import { examDayOf, examOf } from '../../study/settings.ts'
import { type Line, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { axis, curve } from '../plot.ts'

const gutter = 5

/** The share of the ideas that an exam would have found on each study day; in words where nothing is drawn. */
export function recallLines(model: Model, width: number): readonly Line[] {
  const { bank, progress, settings, day, size, plain } = model
  const points = recallByDay(bank, progress, examOf(settings), day)
  const now = hundredths(points.at(-1)?.recall ?? 0)
  if (plain)
    return [
      line(`Recall, if the exam were that day: ${now} in 100 today; your goal is ${hundredths(settings.goal)}.`),
      ...listed(points, day),
    ]
  const legend = line(`Recall ${now} in 100`, quiet('    ● if the exam were that day    ┄ your goal'))
  return [...wrap(legend, width), ...plotted(points, model, width - gutter, size.rows < 40 ? 10 : 20)]
}

function plotted(points: readonly RecallPoint[], model: Model, columns: number, rows: number): readonly Line[] {
  const { settings, day } = model
  const first = points[0]?.day ?? day
  const examDay = examDayOf(settings)
  const last = Math.max(day, examDay ?? day)
  const x = (on: number) => (last === first ? 0 : (on - first) / (last - first))
  const drawn = curve(
    points.map(point => ({ x: x(point.day), y: point.recall })),
    settings.goal,
    columns,
    rows,
  )
  const step = rows / 10
  const names = [
    [x(day), first === day ? 'day 1, today' : 'today'],
    ...(first === day ? [] : ([[0, 'day 1']] as const)),
    ...(examDay !== undefined && examDay > day ? ([[1, dayText(examDay, yearOf(day))]] as const) : []),
  ] as const
  return [
    ...drawn.map((row, i) => {
      const at = rows - i
      const label = at % step === 0 ? String((100 * at) / rows) : ''
      return line(quiet(`${label.padStart(3)}  `), ...signed(row))
    }),
    line(quiet(' '.repeat(gutter) + axis(names, columns))),
  ]
}

/** The goal is quieter than the points. */
const signed = (row: string): Line =>
  [...row.matchAll(/┄+|[^┄]+/g)].map(([text]) => (text.startsWith('┄') ? quiet(text) : run(text)))

const most = 14
const weeks = 13
/** Each study day, or the last one of each week when there are many. */
function listed(points: readonly RecallPoint[], today: number): readonly Line[] {
  const last = new Map(points.map(point => [Math.floor((today - point.day) / 7), point]))
  const some = points.length <= most ? points : [...last.values()].slice(-weeks)
  return some.map(({ day, recall }) =>
    line(`${dayText(day, yearOf(today)).padEnd(16)}${String(hundredths(recall)).padStart(3)} in 100`),
  )
}

const hundredths = (share: number): number => Math.round(share * 100)
