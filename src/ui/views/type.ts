import { blank, line, quiet, wrap } from '../lines.ts'
import { fieldLine } from './field.ts'
import { placeLine, promptLines } from './question.ts'
import type { View } from './view.ts'
import { examName } from './words.ts'

export const typeBody: View<'type'> = (model, { session, question, field }, width) => ({
  left: placeLine(model, session),
  right: line(quiet(examName(model))),
  lines: [
    ...promptLines(question, width),
    blank,
    ...wrap(line(quiet(question.wants)), width),
    blank,
    fieldLine(field, width),
  ],
})
