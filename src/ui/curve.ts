import { type Line, line, quiet, type Run, run } from './lines.ts'

export type Curve = {
  /** Values from 0 to 1 for the days from today on, one each. */
  readonly values: readonly number[]
  /** A value that is drawn across. */
  readonly goal: number
  /** The day that is marked, in days from today, and what stands below it. */
  readonly marked: { readonly day: number; readonly says: string }
  readonly first: string
  readonly last: string
}

const scale = 5

/** A curve over days, a row for each ten in 100, or for each five where it does not fall far, with its scale on the left and its days below. */
export function curveLines({ values, goal, marked, first, last }: Curve, width: number): readonly Line[] {
  const columns = Math.max(10, width - scale)
  const dayOf = (column: number) => Math.round((column * (values.length - 1)) / (columns - 1))
  const least = Math.min(...values)
  const step = least < 0.7 ? 0.1 : 0.05
  const rowOf = (value: number) => Math.round((1 - value) / step)
  const lowest = Math.max(4, rowOf(least))
  const mark = Math.round((Math.max(0, Math.min(marked.day, values.length - 1)) * (columns - 1)) / (values.length - 1))
  const rows = Array.from({ length: lowest + 1 }, (_, row): Line => {
    const cell = (column: number): Run => {
      const own = rowOf(values[dayOf(column)] ?? 0)
      if (own === row) return run('●')
      if (column === mark && row > own) return quiet('│')
      return quiet(row === rowOf(goal) ? '┄' : ' ')
    }
    const label = quiet(`${Math.round(100 - row * step * 100)}`.padStart(scale - 2).padEnd(scale))
    return [label, ...merged(Array.from({ length: columns }, (_, column) => cell(column)))]
  })
  return [...rows, line(quiet(' '.repeat(scale) + below(columns, mark, { marked, first, last })))]
}

/** Neighbours that look alike as one run: a row of many runs is slow to draw. */
function merged(cells: readonly Run[]): Line {
  const row: Run[] = []
  for (const cell of cells) {
    const before = row.at(-1)
    if (before?.tone === cell.tone) row[row.length - 1] = { ...cell, text: `${before?.text}${cell.text}` }
    else row.push(cell)
  }
  return row
}

/** The names of the days: the marked one below its mark, the others where there is room. */
function below(
  columns: number,
  mark: number,
  { marked, first, last }: Pick<Curve, 'marked' | 'first' | 'last'>,
): string {
  const from = Math.max(0, Math.min(mark - (marked.says.length >> 1), columns - marked.says.length))
  const start = from > first.length + 1 ? first.padEnd(from) : ' '.repeat(from)
  const end = columns - from - marked.says.length
  return start + marked.says + (end > last.length + 1 ? last.padStart(end) : '')
}
