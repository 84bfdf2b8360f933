import type { Size } from './model.ts'

/** The smallest terminal that the screens are made for. */
export const smallest: Size = { columns: 40, rows: 16 }
export const isTooSmall = ({ columns, rows }: Size): boolean => columns < smallest.columns || rows < smallest.rows

/** Columns left free on either side. */
export const marginOf = ({ columns }: Size): number => (columns < 60 ? 1 : 2)
/** Text is read best in lines of at most 80. */
const measure = 80
export const widthFor = (size: Size): number => Math.min(measure, size.columns) - 2 * marginOf(size)

/** Empty rows under the header. */
export const gapOf = ({ rows }: Size): number => (rows < 24 ? 1 : 2)
/** Rows for the body: all but the header and its gap, a row for notices, the footer and the last row, which stays empty. */
export const roomFor = (size: Size): number => size.rows - 4 - gapOf(size)
