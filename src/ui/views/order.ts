import { blank, type Line, labelled, line, quiet, run } from '../lines.ts'
import { placeLine, promptLines } from './question.ts'
import type { View } from './view.ts'
import { examName } from './words.ts'

export const orderBody: View<'order'> = (model, { session, question, cursor, order }, width) => {
  const above = [...promptLines(question, width), blank]
  const rows = question.steps.map(({ text }, i): readonly Line[] => {
    const place = order.indexOf(i)
    const lead = line(
      run(i === cursor ? `${model.glyphs.here} ` : '  ', 'accent'),
      run(place < 0 ? '_' : `${place + 1}`),
      `  ${'abcdef'[i] ?? ''}  `,
    )
    return labelled(lead, [{ text, tone: place < 0 ? 'text' : 'quiet' }], width)
  })
  const before = above.length + rows.slice(0, cursor).flat().length
  return {
    left: placeLine(model, session),
    right: line(quiet(examName(model))),
    lines: [...above, ...rows.flat(), blank, line(quiet('Press the letters in the right order.'))],
    ...(cursor > 0 && { focus: [before, before + (rows[cursor]?.length ?? 1) - 1] as const }),
  }
}
