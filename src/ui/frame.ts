import type { Size } from './model.ts'

/** The smallest terminal that the screens are made for. */
export const smallest: Size = { columns: 40, rows: 16 }
export const isTooSmall = ({ columns, rows }: Size): boolean => columns < smallest.columns || rows < smallest.rows

/** Rows to draw on. The last one stays empty: a full one makes terminals scroll. */
export const heightOf = ({ rows }: Size): number => Math.max(1, rows - 1)

/** Columns left free on either side. */
export const marginOf = ({ columns }: Size): number => (columns < 60 ? 1 : 2)
/** Text is read best in lines of at most 80. */
const measure = 80
export const widthFor = (size: Size): number => Math.min(measure, size.columns) - 2 * marginOf(size)

const paneGap = 4
const smallestPane = 30
/** Where a second pane stands, and its columns; missing when there is no room for it. */
export function paneFor(size: Size): { readonly from: number; readonly width: number } | undefined {
  const from = marginOf(size) + widthFor(size) + paneGap
  const width = Math.min(measure, size.columns - from - marginOf(size))
  return width < smallestPane ? undefined : { from, width }
}

/** Empty rows under the header. */
export const gapOf = ({ rows }: Size): number => (rows < 24 ? 1 : 2)
/** Rows for the body: all but the header and its gap, a row for notices, the footer and the last row, which stays empty. */
export const roomFor = (size: Size): number => size.rows - 4 - gapOf(size)
