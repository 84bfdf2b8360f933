/** A share (0 to 1) as a bar of `width` columns. */
export function bar(share: number, width: number): string {
  const full = Math.max(0, Math.min(width, Math.round(share * width)))
  return '█'.repeat(full) + '░'.repeat(width - full)
}

/** Parts of a whole side by side in one bar: each part that is there gets a column at least. */
export function stacked(parts: readonly (readonly [count: number, sign: string])[], width: number): string {
  const whole = parts.reduce((sum, [count]) => sum + count, 0)
  if (whole === 0) return ''
  let cells = ''
  let before = 0
  for (const [i, [count, sign]] of parts.entries()) {
    before += count
    const rest = parts.slice(i + 1).filter(([later]) => later > 0).length
    const end = Math.min(
      width - rest,
      Math.max(Math.round((before / whole) * width), cells.length + (count > 0 ? 1 : 0)),
    )
    cells += sign.repeat(Math.max(0, end - cells.length))
  }
  return cells
}

/** A point of a curve; both 0 to 1. */
export type Point = { readonly x: number; readonly y: number }

/** The column of an `x` (0 to 1). */
export const columnOf = (x: number, columns: number): number => Math.round(x * (columns - 1))
/** The row of a share, counted from 1 at the bottom: row `rows` stands for 1. */
export const rowOf = (y: number, rows: number): number => Math.max(1, Math.min(rows, Math.round(y * rows)))

/** Points over a dashed line at `goal`: rows from the top, each `columns` wide. Where points share a column the last one is drawn. */
export function curve(points: readonly Point[], goal: number, columns: number, rows: number): readonly string[] {
  const heights = new Map(points.map(({ x, y }) => [columnOf(x, columns), rowOf(y, rows)]))
  return Array.from({ length: rows }, (_, i) => {
    const row = rows - i
    const ground = row === rowOf(goal, rows) ? '┄' : ' '
    return Array.from({ length: columns }, (_, column) => (heights.get(column) === row ? '●' : ground)).join('')
  })
}

/** Names under an axis, each centred on its column as far as there is room; what would touch one before it in the list is left out. */
export function axis(names: readonly (readonly [x: number, name: string])[], columns: number): string {
  const cells = Array.from({ length: columns }, () => ' ')
  for (const [x, name] of names) {
    const from = Math.max(0, Math.min(columns - name.length, columnOf(x, columns) - (name.length >> 1)))
    const around = cells.slice(Math.max(0, from - 2), from + name.length + 2)
    if (name.length <= columns && around.every(cell => cell === ' ')) cells.splice(from, name.length, ...name)
  }
  return cells.join('').trimEnd()
}

const shades = ['░', '▒', '▓', '█'] as const
/** A count as one of four shades against the greatest of them; nothing is a dot. */
export const shadeOf = (count: number, greatest: number): string =>
  count <= 0 ? '·' : (shades[Math.ceil((count / Math.max(count, greatest)) * shades.length) - 1] ?? '█')
