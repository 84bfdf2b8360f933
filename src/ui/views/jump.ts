import { questionAt } from '../../study/exam.ts'
import type { Sitting } from '../../study/sitting.ts'
import { bold, type Line, line, quiet, run } from '../lines.ts'
import type { Model } from '../model.ts'
import { sittingOf } from '../screens/exam.ts'
import { clockLine } from './clock.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

export const jumpBody: View<'jump'> = (model, { id, cursor }) => {
  const sitting = sittingOf(model, id)
  if (!sitting) return { left: [], right: [], lines: [] }
  const { open, flagged } = openIn(sitting)
  return {
    left: line(quiet(`${open} unanswered ${model.glyphs.dot} ${flagged} flagged`)),
    right: clockLine(sitting, model.now),
    lines: jumpLines(model, sitting, cursor),
    focus: [cursor, cursor],
  }
}

/** How many questions are unanswered, and how many flagged. */
export function openIn({ cards, answers }: Sitting): { readonly open: number; readonly flagged: number } {
  const given = Object.values(answers)
  return {
    open: cards.length - given.filter(({ picked }) => picked.length > 0).length,
    flagged: given.filter(({ flagged }) => flagged).length,
  }
}

/** A row for each question: its number, what was chosen, and whether it is flagged. */
export function jumpLines(model: Model, sitting: Sitting, here: number): readonly Line[] {
  return sitting.cards.map((_, place) => {
    const given = sitting.answers[place]
    const question = questionAt(sitting, model.bank, place)
    const letters = (question?.options ?? [])
      .flatMap(({ id }, i) => (given?.picked.includes(id) ? ['abcdef'[i]] : []))
      .join(' ')
    const left = question && given && given.picked.length < question.choose ? question.choose - given.picked.length : 0
    const state =
      letters === '' ? quiet('unanswered') : run(`${letters}${left > 0 ? `, ${counted(left, 'more', 'more')}` : ''}`)
    return line(
      run(place === here ? `${model.glyphs.here} ` : '  ', 'accent'),
      run(String(place + 1).padStart(2), place === here ? 'accent' : 'text'),
      '   ',
      { ...state, text: state.text.padEnd(12) },
      ...(given?.flagged ? [bold('flagged', 'partly')] : []),
    )
  })
}
