import { choicesLeft, questionAt, standingOf } from '../../study/exam-question.ts'
import type { Sitting } from '../../study/sitting.ts'
import { bold, type Line, line, quiet, run } from '../lines.ts'
import type { Model } from '../model.ts'
import { sittingOf } from '../screens/exam.ts'
import { clockLine } from './clock.ts'
import type { View } from './view.ts'

export const jumpBody: View<'jump'> = (model, { id, cursor }) => {
  const sitting = sittingOf(model, id)
  if (!sitting) return { left: [], right: [], lines: [] }
  const { open, halves, flagged } = standingOf(sitting, model.bank)
  return {
    left: line(quiet(`${open.length + halves.length} open ${model.glyphs.dot} ${flagged.length} flagged`)),
    right: clockLine(sitting, model.now),
    lines: jumpLines(model, sitting, cursor),
    focus: [cursor, cursor],
  }
}

/** A row for each question: its number, what was chosen, and whether it is flagged. */
export function jumpLines(model: Model, sitting: Sitting, here: number): readonly Line[] {
  const digits = String(sitting.cards.length).length
  return sitting.cards.map((_, place) => {
    const given = sitting.answers[place]
    const letters = (questionAt(sitting, model.bank, place)?.options ?? [])
      .flatMap(({ id }, i) => (given?.picked.includes(id) ? ['abcdef'[i]] : []))
      .join(' ')
    const left = choicesLeft(sitting, model.bank, place)
    const state = letters === '' ? quiet('unanswered') : run(left > 0 ? `${letters}, ${left} more` : letters)
    return line(
      run(place === here ? `${model.glyphs.here} ` : '  ', 'accent'),
      run(String(place + 1).padStart(digits), place === here ? 'accent' : 'text'),
      '   ',
      { ...state, text: state.text.padEnd(12) },
      ...(given?.flagged ? [bold('flagged', 'partly')] : []),
    )
  })
}
