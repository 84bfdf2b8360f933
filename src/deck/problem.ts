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

/** The line at the place with its neighbour above, and a caret under the column. Long lines are cut around it. */
export function frameOf(text: string, line: number, column: number, width = 90): string {
  const lines = text.split('\n')
  const from = Math.max(0, column - 1 - Math.floor(width / 2))
  const shown = [line - 1, line].filter(number => number >= 1 && number <= lines.length)
  const gutter = String(line).length
  const rows = shown.map(number => {
    const row = `${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | `
    return row + (lines[number - 1] ?? '').replaceAll('\t', ' ').slice(from, from + width)
  })
  return [...rows, `${' '.repeat(gutter + 2)} | ${' '.repeat(Math.max(0, column - 1 - from))}^`].join('\n')
}

/** A problem as people read it. */
export const problemText = ({ code, level, file, line, column, says, remedy, frame }: Problem): string =>
  [
    `${file}:${line}:${column}  ${level} ${code}`,
    `  ${says}`,
    ...frame.split('\n').map(row => `  ${row}`),
    `  → ${remedy}`,
  ].join('\n')
