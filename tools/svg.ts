import type { IBufferCell, Terminal } from '@xterm/headless'

export type Palette = {
  readonly text: string
  readonly background: string
  /** The 16 colours that a terminal's own theme decides. */
  readonly colours: readonly string[]
}

export const dark: Palette = {
  text: '#cdd6f4',
  background: '#1e1e2e',
  colours:
    '#45475a #f38ba8 #a6e3a1 #f9e2af #89b4fa #cba6f7 #94e2d5 #bac2de #868ba8 #f38ba8 #a6e3a1 #f9e2af #89b4fa #cba6f7 #94e2d5 #ffffff'.split(
      ' ',
    ),
}

export const light: Palette = {
  text: '#383a42',
  background: '#fafafa',
  colours:
    '#383a42 #ca1243 #3a7d34 #986801 #2f5fd0 #a626a4 #0b7285 #a0a1a7 #696c77 #ca1243 #3a7d34 #986801 #2f5fd0 #a626a4 #0b7285 #ffffff'.split(
      ' ',
    ),
}

const CELL = 8.4
const LINE = 18
const PADDING = 16
const TITLE = 28

type Run = {
  readonly column: number
  readonly look: string
  readonly background: string | undefined
  text: string
  width: number
}

/** What the terminal shows, as a picture of its own window. */
export function svg(terminal: Terminal, palette: Palette = dark, title = 'lambda-study'): string {
  const buffer = terminal.buffer.active
  const parts: string[] = []
  for (let row = 0; row < terminal.rows; row++) {
    const line = buffer.getLine(buffer.viewportY + row)
    const cells = Array.from({ length: terminal.cols }, (_, column) => line?.getCell(column))
    for (const run of runs(cells, palette)) parts.push(drawn(run, TITLE + PADDING + row * LINE))
  }
  const width = number(terminal.cols * CELL + PADDING * 2)
  const height = number(terminal.rows * LINE + PADDING * 2 + TITLE)
  const lights = ['#ff5f56', '#ffbd2e', '#27c93f'].map(
    (fill, index) => `<circle cx="${20 + index * 18}" cy="20" r="5.5" fill="${fill}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 ${width} ${height}" fill="${palette.text}" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14">
<title>${safe(title)}</title>
<style>text{white-space:pre}.b{font-weight:700}.d{opacity:.6}.i{font-style:italic}.u{text-decoration:underline}</style>
<rect width="100%" height="100%" rx="8" fill="${palette.background}"/>${lights.join('')}
${parts.filter(part => part !== '').join('\n')}
</svg>
`
}

/** Neighbours that look alike go together, but a wide character stands alone: it fits no grid. */
function runs(cells: readonly (IBufferCell | undefined)[], palette: Palette): readonly Run[] {
  const found: Run[] = []
  let wide = false
  for (const [column, cell] of cells.entries()) {
    const width = cell?.getWidth() ?? 1
    if (width === 0) continue
    const { look, background } = lookOf(cell, palette)
    const text = cell?.getChars() || ' '
    const last = found.at(-1)
    if (last && last.look === look && last.background === background && width === 1 && !wide) {
      last.text += text
      last.width += width
    } else found.push({ column, look, background, text, width })
    wide = width > 1
  }
  return found
}

function lookOf(cell: IBufferCell | undefined, palette: Palette): Pick<Run, 'look' | 'background'> {
  if (cell === undefined) return { look: '', background: undefined }
  const own = cell.isFgDefault() ? undefined : colour(cell.getFgColor(), cell.isFgRGB(), palette)
  const behind = cell.isBgDefault() ? undefined : colour(cell.getBgColor(), cell.isBgRGB(), palette)
  const [fill, background] = cell.isInverse() ? [behind ?? palette.background, own ?? palette.text] : [own, behind]
  const marks =
    (cell.isBold() ? 'b ' : '') +
    (cell.isDim() ? 'd ' : '') +
    (cell.isItalic() ? 'i ' : '') +
    (cell.isUnderline() ? 'u ' : '')
  return { look: (marks && ` class="${marks.trim()}"`) + (fill ? ` fill="${fill}"` : ''), background }
}

function colour(value: number, isRgb: boolean, { colours }: Palette): string {
  if (isRgb) return hex(value)
  if (value < 16) return colours[value] ?? ''
  if (value >= 232) return hex((8 + (value - 232) * 10) * 0x010101)
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40)
  const cube = value - 16
  return hex(level(Math.floor(cube / 36)) * 0x10000 + level(Math.floor(cube / 6) % 6) * 0x100 + level(cube % 6))
}

function drawn({ column, look, background, text, width }: Run, top: number): string {
  const place = (from: number, cells: number) => [number(PADDING + from * CELL), number(cells * CELL)]
  const [left, breadth] = place(column, width)
  const behind =
    background === undefined
      ? ''
      : `<rect x="${left}" y="${top}" width="${breadth}" height="${LINE}" fill="${background}"/>`
  const shown = text.trim()
  if (shown === '') return behind
  const [x, length] = place(column + text.length - text.trimStart().length, width - (text.length - shown.length))
  return `${behind}<text x="${x}" y="${top + 13}" textLength="${length}"${look}>${safe(shown)}</text>`
}

const hex = (value: number) => `#${value.toString(16).padStart(6, '0')}`
const number = (value: number) => String(Math.round(value * 10) / 10)
const safe = (text: string) => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '')
