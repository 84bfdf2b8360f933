import { standingOf } from '../../study/exam-question.ts'
import { timeLeft } from '../../study/sitting.ts'
import { blank, bold, line, quiet, run, wrap } from '../lines.ts'
import { sittingOf } from '../screens/exam.ts'
import type { View } from './view.ts'
import { clockText } from './words.ts'

export const pausedBody: View<'paused'> = (model, { id }, width) => {
  const sitting = sittingOf(model, id)
  if (!sitting) return { left: [], right: [], lines: [] }
  const { cards } = sitting
  const { open, halves } = standingOf(sitting, model.bank)
  return {
    left: line(bold('Paused')),
    right: line(quiet(`${clockText(timeLeft(sitting, model.now))} left`)),
    lines: [
      ...wrap(line('The clock stands. You can leave, too: the exam waits.'), width),
      blank,
      line(`${cards.length - open.length - halves.length} of ${cards.length} answered`),
      blank,
      line(run('enter  go on', 'accent')),
    ],
  }
}
