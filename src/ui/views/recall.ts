import type { IdeaId } from '../../deck/deck.ts'
import { blank, type Line, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { paragraphs, placeLine, promptLines } from './question.ts'
import type { View } from './view.ts'
import { examName } from './words.ts'

export const recallBody: View<'recall'> = (model, { session, question, turned }, width) => {
  const answer = turned
    ? [
        blank,
        ...paragraphs(question.back, width),
        ...whyLines(question.card.why, width),
        ...noteLines(model, question.card.idea, width),
        blank,
        ...gradeLines(width),
      ]
    : [blank, ...wrap(line(quiet('Say the answer in your head, then turn the card.')), width)]
  return {
    left: placeLine(model, session),
    right: line(quiet(examName(model))),
    lines: [...promptLines(question, width), ...answer],
  }
}

const whyLines = (why: string | undefined, width: number): readonly Line[] =>
  why === undefined ? [] : [blank, ...paragraphs(why, width)]

/** What is true in depth, and where it stands. */
function noteLines({ bank }: Model, idea: IdeaId, width: number): readonly Line[] {
  const note = bank.notes.get(idea)
  if (!note) return []
  return [
    ...(note.nuance === undefined ? [] : [blank, ...paragraphs(`In depth: ${note.nuance}`, width)]),
    blank,
    ...note.source.flatMap(url => wrap(line(quiet(url)), width)),
  ]
}

function gradeLines(width: number): readonly Line[] {
  const grades = [
    ['1', 'missed'],
    ['2', 'barely'],
    ['3', 'yes'],
    ['4', 'at once'],
  ] as const
  const keys = line(...grades.flatMap(([key, says]) => [run(key, 'accent'), ` ${says}${width < 60 ? '  ' : '     '}`]))
  return width < 60 ? [keys] : [line('Did you know it?'), blank, line('     ', ...keys)]
}
