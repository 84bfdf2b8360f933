import { standingOf } from '../../study/exam-question.ts'
import { blank, bold, line, run, wrap } from '../lines.ts'
import { sittingOf } from '../screens/exam.ts'
import { clockLine } from './clock.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

export const handinBody: View<'handin'> = (model, { id }, width) => {
  const sitting = sittingOf(model, id)
  if (!sitting) return { left: [], right: [], lines: [] }
  const { open, halves, flagged } = standingOf(sitting, model.bank)
  const all = sitting.cards.length
  const done = all - open.length - halves.length
  const warnings = [
    ...(open.length > 0
      ? [
          `${counted(open.length, 'question')} unanswered: ${open.length === 1 ? 'it counts' : 'they count'} as wrong, and a guess costs nothing.`,
        ]
      : []),
    ...(halves.length > 0
      ? [`Too few choices in question ${halves.map(place => place + 1).join(', ')}: that counts as wrong, too.`]
      : []),
    ...(flagged.length > 0 ? [`${counted(flagged.length, 'question')} flagged to come back to.`] : []),
  ]
  return {
    left: line(bold('Hand in')),
    right: clockLine(sitting, model.now),
    lines: [
      ...wrap(line(bold(done === all ? `All ${all} answered.` : `${done} of ${all} answered.`)), width),
      ...warnings.flatMap(text => [blank, ...wrap(line(text), width)]),
      blank,
      ...wrap(line('After that nothing can be changed, and the report comes.'), width),
      blank,
      line(run('enter  hand in', 'accent')),
      line('esc    back to the questions'),
    ],
  }
}
