import { blank, type Line, labelled, line, quiet, run } from '../lines.ts'
import { placeLine, promptLines } from './question.ts'
import type { View } from './view.ts'
import { examName } from './words.ts'

export const matchBody: View<'match'> = (model, { session, question, cursor, groups }, width) => {
  const keys = question.groups.map((name, i) =>
    labelled(line('  ', run(`${i + 1}`, 'accent'), '  '), line(name), width),
  )
  const above = [...promptLines(question, width), blank, ...keys.flat(), blank]
  const rows = question.items.map(({ text }, i): readonly Line[] => {
    const group = groups[i]
    const here = i === cursor
    const lead = line(
      run(here ? `${model.glyphs.here} ` : '  ', 'accent'),
      run(group === undefined ? '_' : `${group + 1}`),
      '  ',
    )
    return labelled(lead, [{ text, tone: here ? 'focus' : 'text' }], width)
  })
  const before = above.length + rows.slice(0, cursor).flat().length
  return {
    left: placeLine(model, session),
    right: line(quiet(examName(model))),
    lines: [...above, ...rows.flat()],
    ...(cursor > 0 && { focus: [before, before + (rows[cursor]?.length ?? 1) - 1] as const }),
  }
}
