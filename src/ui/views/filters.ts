import { objectionTo, type Unknown } from '../../search/filters.ts'
import { cutTo, type Line, labelled, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'

/** The filters that can be typed into a search, and what they take. */
export function filterLines({ bank }: Model, width: number): readonly Line[] {
  const exams = Object.keys(bank.exams)
  const [topic = 'limits'] = [...bank.topics.keys()]
  const rows: readonly (readonly [filter: string, says: string])[] = [
    ['is:due', 'or new, leech (keeps slipping), flagged, suspended'],
    [`topic:${topic}`, 'one topic'],
    ['kind:cloze', 'one kind, or note'],
    ...(exams.length === 0
      ? []
      : [[`exam:${exams[0]}`, exams.length === 1 ? 'one exam' : `or ${exams.slice(1).join(', ')}`] as const]),
  ]
  const indent = Math.min(width >> 1, Math.max(...rows.map(([filter]) => filter.length)) + 4)
  return rows
    .flatMap(([filter, says]) => labelled(line('  ', run(filter)), line(quiet(says)), width, indent))
    .map(row => cutTo(row, width))
}

/** What to type instead of a value that a filter does not take. */
export const unknownLines = (unknown: Unknown, width: number): readonly Line[] => [
  ...wrap(line(objectionTo(unknown)), width),
  ...(unknown.near === undefined ? [] : wrap(line(`Did you mean ${unknown.filter}:${unknown.near}?`), width)),
]
