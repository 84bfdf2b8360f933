import stringWidth from 'string-width'
import type { CodeTone } from '../deck/deck.ts'
import { spans } from '../deck/text.ts'
import { graphemes } from './field.ts'

/** What a run of text means; the theme says how that looks. */
export type Tone = 'text' | 'quiet' | 'accent' | 'right' | 'partly' | 'wrong' | 'focus' | CodeTone
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

export const textOf = (runs: Line): string => runs.map(({ text }) => text).join('')
export const widthOf = (runs: Line): number => stringWidth(textOf(runs))

/** Cuts runs into rows of `width` columns, between words where it can; line ends in the text stay. */
export const wrap = (runs: Line, width: number): readonly Line[] =>
  rowsIn(textOf(runs), Math.max(1, width)).map(([from, to]) => slice(runs, from, to))

/** Where the rows of a text begin and end, without the spaces between them. */
function rowsIn(text: string, width: number): readonly (readonly [from: number, to: number])[] {
  const rows: (readonly [number, number])[] = []
  let offset = 0
  for (const paragraph of text.split('\n')) {
    let from = offset
    let to = offset
    let used = 0
    for (const { 0: word, index } of paragraph.matchAll(/[^ ]+/g)) {
      const at = offset + index
      const gap = used === 0 ? 0 : at - to
      const wide = stringWidth(word)
      // A word that is too long for any row begins here where that saves one.
      if (used > 0 && Math.ceil((used + gap + wide) / width) - 1 >= Math.ceil(wide / width)) {
        rows.push([from, to])
        used = 0
      } else used += gap
      if (used === 0) from = at
      to = at
      if (used + wide <= width) {
        to += word.length
        used += wide
        continue
      }
      for (const letter of graphemes(word)) {
        const columns = stringWidth(letter)
        if (used + columns > width && to > from) {
          rows.push([from, to])
          from = to
          used = 0
        }
        to += letter.length
        used += columns
      }
    }
    rows.push([from, to])
    offset += paragraph.length + 1
  }
  return rows
}

/** The runs from one place of their text to another. */
export function slice(runs: Line, from: number, to: number): Line {
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
  let end = 0
  let used = 0
  for (const letter of graphemes(textOf(runs))) {
    const wide = stringWidth(letter)
    if (used + wide > width - 1) break
    used += wide
    end += letter.length
  }
  return [...slice(runs, 0, end), quiet('…')]
}

/** A row as wide as it is told to be: cut, or filled up with spaces. */
export function fitted(runs: Line, width: number): Line {
  const cut = cutTo(runs, width)
  return [...cut, run(' '.repeat(Math.max(0, width - widthOf(cut))))]
}

/** First row to draw so that the rows from `from` to `to` are in view. */
export const firstVisible = (from: number, to: number, count: number, rows: number): number =>
  Math.max(0, Math.min(from, Math.max(to - rows + 1, 0), Math.max(0, count - rows)))
