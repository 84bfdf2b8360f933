import { blank, line, quiet, run } from '../lines.ts'
import { placeLine, promptLines } from './question.ts'
import type { View } from './view.ts'
import { examName } from './words.ts'

export const commitBody: View<'commit'> = (model, { session, question }, width) => {
  const choices = [
    ['1', 'sure'],
    ['2', 'think so'],
    ['3', 'no idea'],
  ] as const
  const answers =
    width < 60
      ? [line(...choices.flatMap(([key, says]) => [run(key, 'accent'), ` ${says}   `]))]
      : [
          line('Answer in your head. Then open the options:'),
          blank,
          ...choices.map(([key, says]) => line('     ', run(key, 'accent'), `   ${says}`)),
        ]
  return {
    left: placeLine(model, session),
    right: line(quiet(examName(model))),
    lines: [...promptLines(question, width), blank, ...(width < 60 ? [] : [blank]), ...answers],
  }
}
