import type { Exhibit } from '../../deck/deck.ts'
import type { Question } from '../../kinds/kind.ts'
import { lengthOf, type Session, secondsLeft } from '../../study/session.ts'
import { blank, type Line, line, marked, quiet, type Run, run, slice, textOf, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { minutesText } from './words.ts'

/** `5 of 14 · 7 min left`: where the question stands in its session. Nothing here names the topic. */
export function placeLine(model: Model, session: Session): Line {
  const place = session.answered.length + 1
  const seconds = secondsLeft(session, model.bank, model.progress, model.day)
  const count = Math.max(place, lengthOf(session) + 1)
  return line(quiet(`${place} of ${count} ${model.glyphs.dot} ${minutesText(seconds)} left`))
}

/** The story, the exhibit, and the task in bold. */
export function promptLines(question: Question, width: number): readonly Line[] {
  const { story, task } = partsOf(question.prompt)
  const exhibit = question.card.exhibit
  return [
    ...(story === '' ? [] : [...paragraphs(story, width), blank]),
    ...(exhibit ? [...exhibitLines(exhibit, width), blank] : []),
    ...taskLines(question, width, task),
  ]
}

/** The task alone: what stands above the options where the story does not fit. */
export const taskLines = (question: Question, width: number, task = partsOf(question.prompt).task): readonly Line[] =>
  task.split('\n').flatMap(row =>
    wrap(
      marked(row).map(part => ({ ...part, bold: true })),
      width,
    ),
  )

/** The last sentence is the task; what comes before is the story. */
export function partsOf(prompt: string): { readonly story: string; readonly task: string } {
  const text = prompt.trim()
  const at = [...text.matchAll(/[.?!:]["”]?\s+(?=["“]?[\p{Lu}\p{N}`*])/gu)].at(-1)
  return at
    ? { story: text.slice(0, at.index + at[0].trimEnd().length), task: text.slice(at.index + at[0].length) }
    : { story: '', task: text }
}

export const paragraphs = (text: string, width: number, tone: 'text' | 'quiet' = 'text'): readonly Line[] =>
  text.split('\n').flatMap(row => wrap(marked(row.trim(), tone), width))

/** Code as it is, behind a mark; rows that are too long go on under themselves. */
function exhibitLines(exhibit: Exhibit, width: number): readonly Line[] {
  return codeRows(exhibit).flatMap(row => {
    const text = textOf(row)
    const indent = Math.min(width >> 1, /^ */.exec(text)?.[0].length ?? 0)
    const rows = wrap(
      text.trim() === '' ? line(' ') : slice(row, indent, text.length),
      Math.max(10, width - 2 - indent),
    )
    return rows.map(part => [quiet('│ '), run(' '.repeat(indent)), ...part])
  })
}

/** The rows of an exhibit, with the tones of its parts. */
function codeRows({ text, marks }: Exhibit): readonly Line[] {
  const parts: Run[] = []
  let at = 0
  for (const [from, to, tone] of marks) {
    parts.push(run(text.slice(at, from)), run(text.slice(from, to), tone))
    at = to
  }
  const all = [...parts, run(text.slice(at))]
  let start = 0
  return text
    .replace(/\n+$/, '')
    .split('\n')
    .map(row => {
      const cut = slice(all, start, start + row.length)
      start += row.length + 1
      return cut
    })
}
