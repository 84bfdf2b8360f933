import { askable } from '../../study/bank.ts'
import { dayText, yearOf } from '../../study/date.ts'
import { dueByDay } from '../../study/due-by-day.ts'
import { examDayOf, examOf } from '../../study/settings.ts'
import { blank, bold, line, quiet, run, wrap } from '../lines.ts'
import { bar } from '../plot.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

const shown = 14
const lead = 16

/** How many of the ideas met come again on each of the next days, as it stands today. */
export const dueBody: View<'progress'> = (model, _screen, width) => {
  const { bank, progress, settings, day, plain } = model
  const { days, later } = dueByDay(askable(bank, examOf(settings), progress.suspended), progress, day, shown)
  const most = Math.max(1, ...days)
  const examDay = examDayOf(settings)
  const room = Math.min(40, width - lead - 6 - 6)
  return {
    left: line(bold('Due')),
    right: line(quiet('ideas met that come again')),
    lines: [
      ...(progress.ideas.size === 0
        ? [...wrap(line('Nothing is due: no idea was met yet.'), width), blank]
        : days.map((count, i) => {
            const name = i === 0 ? 'today' : i === 1 ? 'tomorrow' : dayText(day + i, yearOf(day))
            const filled = bar(count / most, room).replaceAll('░', '')
            const bars = plain || count === 0 ? '' : `  ${filled === '' ? '█' : filled}`
            const exam = examDay === day + i ? [quiet('  exam')] : []
            return line(name.padEnd(lead), String(count).padStart(4), run(bars), ...exam)
          })),
      line('later'.padEnd(lead), String(later).padStart(4)),
      blank,
      ...wrap(
        line(
          quiet(
            `${counted(
              days.reduce((sum, count) => sum + count, 0),
              'idea',
            )} in ${shown} days. What you answer today moves them; new ideas come on top.`,
          ),
        ),
        width,
      ),
    ],
  }
}
