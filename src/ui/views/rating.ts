import { blank, bold, labelled, line, quiet, run, wrap } from '../lines.ts'
import type { View } from './view.ts'

const ratings = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const
const meanings = { 1: 'I did not know it', 2: 'barely', 3: 'I knew it', 4: 'at once' } as const

export const ratingBody: View<'rating'> = (_model, { of }, width) => ({
  left: line(bold('How well did you know it?')),
  right: [],
  lines: [
    ...([1, 2, 3, 4] as const).flatMap(rating =>
      labelled(
        line('  ', run(`${rating}`, 'accent'), `  ${ratings[rating].padEnd(6)} `),
        line(quiet(`${meanings[rating]}${rating === of.draft.rating ? ', as it is now' : ''}`)),
        width,
      ),
    ),
    blank,
    ...wrap(line(quiet('The rating says when the idea comes again. The verdict stays.')), width),
  ],
})
