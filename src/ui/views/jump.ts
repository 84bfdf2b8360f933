import { questionAt, standingOf } from '../../study/exam-question.ts'
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
    lines: [...sitting.cards.keys()].map(place => jumpLine(model, sitting, place, cursor)),
    focus: [cursor, cursor],
  }
}

/** A question in the list: its number, what was chosen, and whether it is flagged. */
export function jumpLine(model: Model, sitting: Sitting, place: number, here: number): Line {
  const given = sitting.answers[place]
  const picked = given?.picked ?? []
  const question = picked.length > 0 ? questionAt(sitting, model.bank, place) : undefined
  const letters = (question?.options ?? []).flatMap(({ id }, i) => (picked.includes(id) ? ['abcdef'[i]] : [])).join(' ')
  const left = (question?.choose ?? 0) - picked.length
  const state = letters === '' ? quiet('unanswered') : run(left > 0 ? `${letters}, ${left} more` : letters)
  const tone = place === here ? 'accent' : 'text'
  return line(
    run(place === here ? `${model.glyphs.here} ` : '  ', 'accent'),
    run(String(place + 1).padStart(String(sitting.cards.length).length), tone),
    '   ',
    { ...state, text: state.text.padEnd(12) },
    ...(given?.flagged ? [bold('flagged', 'partly')] : []),
  )
}
