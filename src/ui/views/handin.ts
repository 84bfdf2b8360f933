import { blank, bold, line, run, wrap } from '../lines.ts'
import { sittingOf } from '../screens/exam.ts'
import { clockLine } from './clock.ts'
import { openIn } from './jump.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

export const handinBody: View<'handin'> = (model, { id }, width) => {
  const sitting = sittingOf(model, id)
  if (!sitting) return { left: [], right: [], lines: [] }
  const { open, flagged } = openIn(sitting)
  const halves = Object.values(sitting.answers).length
  const warnings = [
    ...(open > 0
      ? [
          `${counted(open, 'question')} unanswered: ${open === 1 ? 'it counts' : 'they count'} as wrong, and a guess costs nothing.`,
        ]
      : []),
    ...(flagged > 0 ? [`${counted(flagged, 'question')} flagged to come back to.`] : []),
  ]
  return {
    left: line(bold('Hand in')),
    right: clockLine(sitting, model.now),
    lines: [
      ...wrap(
        line(
          bold(
            open === 0
              ? `All ${halves} questions are answered.`
              : `${sitting.cards.length - open} of ${sitting.cards.length} questions are answered.`,
          ),
        ),
        width,
      ),
      ...warnings.flatMap(text => [blank, ...wrap(line(text), width)]),
      blank,
      line(run('enter  hand in', 'accent')),
      line('esc    back to the questions'),
    ],
  }
}
