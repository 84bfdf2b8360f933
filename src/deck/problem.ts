import { safeLine } from './text.ts'

/** What is wrong with a deck, where, and what to do about it. Lines and columns count from 1. */
export type Problem = {
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly file: string
  readonly line: number
  readonly column: number
  readonly says: string
  readonly remedy: string
  /** The lines around the place, with a mark under it. */
  readonly frame: string
}

/** The line at the place with its neighbour above, and a caret under the column. Long lines are cut around it. What cannot be seen, or would work on a terminal, is shown as a sign. */
export function frameOf(lines: readonly string[], line: number, column: number, width = 90): string {
  const from = Math.max(0, column - 1 - Math.floor(width / 2))
  const part = (number: number) =>
    seen(lines[number - 1] ?? '')
      .slice(from, from + width)
      .toWellFormed()
  const gutter = String(line).length
  const rows = [line - 1, line]
    .filter(number => number >= 1 && number <= lines.length)
    .map(number => `${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${part(number)}`)
  const before = part(line)
    .slice(0, Math.max(0, column - 1 - from))
    .padEnd(Math.max(0, column - 1 - from))
  return [...rows, `${' '.repeat(gutter + 2)} | ${spaceFor(before)}^`].join('\n')
}

/** The row in as many characters, each of them harmless: a tab is a space, a control character its picture. */
const seen = (row: string): string =>
  row
    .replace(/\r$/, '')
    .replaceAll('\t', ' ')
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, sign =>
      sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd'.repeat(sign.length),
    )

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u
const letters = new Intl.Segmenter()
/** As much space as a text takes, so that the caret stands under its place. */
const spaceFor = (text: string): string =>
  [...letters.segment(text)].map(({ segment }) => (wide.test(segment) ? '\u3000' : ' ')).join('')

/** A problem as people read it. */
export const problemText = ({ code, level, file, line, column, says, remedy, frame }: Problem): string =>
  [
    `${safeLine(file)}:${line}:${column}  ${level} ${code}`,
    `  ${says}`,
    ...frame.split('\n').map(row => `  ${row}`),
    `  → ${remedy}`,
  ].join('\n')
