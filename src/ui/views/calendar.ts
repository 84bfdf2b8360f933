import { dayText, yearOf } from '../../study/date.ts'
import { retained } from '../../study/retention.ts'
import { streak } from '../../study/stats.ts'
import { blank, bold, type Line, line, quiet, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { shadeOf } from '../plot.ts'
import { firstDay, percent, shareText } from './overview.ts'
import type { View } from './view.ts'
import { counted, minutesText } from './words.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const label = 5
/** Weeks begin on Monday; day 0 was a Thursday. */
const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

/** A column for each week, as many as there is room for, and figures of the last ones. */
export const calendarBody: View<'progress'> = (model, _screen, width) => {
  const { progress, day, plain } = model
  const first = firstDay(model)
  const days = streak(progress, day)
  return {
    left: line(bold('Calendar')),
    right: line(quiet(days > 1 ? `${days} days in a row` : '')),
    lines:
      first === undefined
        ? wrap(line('No day of study yet. Each one gets a mark here, darker the more you answered.'), width)
        : [
            ...(plain ? [] : [...grid(model, first, width), blank]),
            ...weekLines(model, first, width),
            ...monthLine(model, width),
          ],
  }
}

function grid({ progress, day }: Model, first: number, width: number): readonly Line[] {
  const most = Math.floor((width - label) / 2)
  const monday = mondayOf(day)
  const count = Math.min(most, (monday - mondayOf(first)) / 7 + 1)
  const weeks = Array.from({ length: count }, (_, i) => monday - 7 * (count - 1 - i))
  const answers = (on: number) => (on > day ? undefined : (progress.days.get(on)?.answers ?? 0))
  const greatest = Math.max(...[...progress.days.values()].map(({ answers }) => answers))
  return [
    line(quiet(monthNames(weeks))),
    ...weekdays.map((name, i) =>
      line(
        quiet(name.padEnd(label)),
        weeks
          .map(week => {
            const count = answers(week + i)
            return count === undefined ? '  ' : `${shadeOf(count, greatest)} `
          })
          .join('')
          .trimEnd(),
      ),
    ),
    line(quiet(`${' '.repeat(label)}· none   ░ ▒ ▓ █ up to ${greatest}`)),
  ]
}

/** The month over the first week that begins in it. */
function monthNames(weeks: readonly number[]): string {
  let names = ' '.repeat(label)
  let before = ''
  for (const [i, week] of weeks.entries()) {
    const month = dayText(week).split(' ')[2] ?? ''
    const at = label + 2 * i
    if (month !== before && names.length <= at) names = `${names.padEnd(at)}${month} `
    before = month
  }
  return names.trimEnd()
}

const weeksShown = 4
/** The last weeks in which something was answered, the newest first. */
function weekLines({ progress, day, plain }: Model, first: number, width: number): readonly Line[] {
  const mondays: number[] = []
  for (let monday = mondayOf(day); monday >= mondayOf(first); monday -= 7) mondays.push(monday)
  const rows = mondays.flatMap(monday => {
    const own = weekdays.flatMap((_, i) => (monday + i > day ? [] : (progress.days.get(monday + i) ?? [])))
    if (own.length === 0) return []
    const sum = (of: (one: (typeof own)[number]) => number) => own.reduce((all, one) => all + of(one), 0)
    const name = monday === mondayOf(day) ? 'this week' : `week of ${dayText(monday, yearOf(day)).slice(4)}`
    const figures = `${counted(own.length, 'day')}, ${counted(
      sum(({ answers }) => answers),
      'answer',
    )}, ${sum(({ rights }) => rights)} right, ${minutesText(sum(({ ms }) => ms) / 1000)}`
    return [{ name, figures }]
  })
  return rows
    .slice(0, plain ? rows.length : weeksShown)
    .flatMap(({ name, figures }) =>
      wrap(line(width < 60 ? `${name}: ${figures}` : `${name.padEnd(22)}${figures}`), width),
    )
}

function monthLine({ progress, day }: Model, width: number): readonly Line[] {
  const recalled = retained(progress, day, 30)
  return recalled.of === 0
    ? []
    : [
        blank,
        ...wrap(
          line(`Recalled on a later day, last 30 days: ${shareText(recalled)}, ${percent(recalled)} in 100.`),
          width,
        ),
      ]
}
