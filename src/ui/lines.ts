import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { spans } from '../deck/text.ts'

/** What a run of text means; the theme says how that looks. */
export type Tone = 'text' | 'quiet' | 'accent' | 'right' | 'partly' | 'wrong' | 'focus'
export type Run = { readonly text: string; readonly tone?: Tone; readonly bold?: boolean; readonly underline?: boolean }
/** One row of the screen. */
export type Line = readonly Run[]
export const blank: Line = []

export const run = (text: string, tone: Tone = 'text'): Run => ({ text, tone })
export const bold = (text: string, tone: Tone = 'text'): Run => ({ text, tone, bold: true })
export const quiet = (text: string): Run => ({ text, tone: 'quiet' })
export const line = (...runs: readonly (Run | string)[]): Line =>
  runs.map(part => (typeof part === 'string' ? run(part) : part))

/** Deck text with its Markdown: code in the accent's place is not wanted, so it is bold as well. */
export const marked = (text: string, tone: Tone = 'text'): Line =>
  spans(text).map(span => ({ text: span.text, tone, ...((span.bold || span.code) && { bold: true }) }))

export const widthOf = (runs: Line): number => runs.reduce((sum, { text }) => sum + stringWidth(text), 0)
export const textOf = (runs: Line): string => runs.map(({ text }) => text).join('')

/** Cuts runs into rows of `width` columns, between words where it can; line ends in the text stay. */
export function wrap(runs: Line, width: number): readonly Line[] {
  const text = textOf(runs)
  const rows = wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n')
  let from = 0
  return rows.map(row => {
    const start = row === '' ? from : text.indexOf(row, from)
    from = start + row.length
    return slice(runs, start, from)
  })
}

function slice(runs: Line, from: number, to: number): Line {
  const cut: Run[] = []
  let at = 0
  for (const one of runs) {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, one.text.length)
    if (start < end) cut.push({ ...one, text: one.text.slice(start, end) })
    at += one.text.length
  }
  return cut
}

/** A paragraph behind a label: the label on the first row, the rest under each other. */
export function labelled(label: Line, runs: Line, width: number, indent = widthOf(label)): readonly Line[] {
  const pad = ' '.repeat(indent)
  const lead: Line = [...label, run(' '.repeat(Math.max(0, indent - widthOf(label))))]
  return wrap(runs, width - indent).map((row, i) => (i === 0 ? [...lead, ...row] : [run(pad), ...row]))
}

/** One row with text on the left and on the right; the right one gives way. */
export function sides(left: Line, right: Line, width: number): Line {
  const room = width - widthOf(left) - 1
  const cutRight = cutTo(right, room)
  const gap = Math.max(0, width - widthOf(left) - widthOf(cutRight))
  return widthOf(cutRight) === 0 ? cutTo(left, width) : [...left, run(' '.repeat(gap)), ...cutRight]
}

/** A row cut to a width, with `…` where something is missing. */
export function cutTo(runs: Line, width: number): Line {
  if (width <= 0) return []
  if (widthOf(runs) <= width) return runs
  const text = textOf(runs)
  let end = 0
  let used = 0
  for (const letter of text) {
    const wide = stringWidth(letter)
    if (used + wide > width - 1) break
    used += wide
    end += letter.length
  }
  return [...slice(runs, 0, end), quiet('…')]
}

/** First row to draw so that the rows from `from` to `to` are in view. */
export const firstVisible = (from: number, to: number, count: number, rows: number): number =>
  Math.max(0, Math.min(from, Math.max(to - rows + 1, 0), Math.max(0, count - rows)))
