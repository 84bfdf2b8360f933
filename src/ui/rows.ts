import { footer } from './footer.ts'
import { gapOf, isTooSmall, marginOf, paneFor, roomFor, smallest, widthFor } from './frame.ts'
import { cutTo, type Line, line, quiet, run, sides, textOf, widthOf, wrap } from './lines.ts'
import type { Model } from './model.ts'
import { spelt } from './theme.ts'
import { bodyOf } from './views/body.ts'

/** Every row of the screen but the last: header, body, notice and footer. */
export function rowsOf(model: Model): readonly Line[] {
  const { size } = model
  if (isTooSmall(size))
    return [
      cutTo(
        line(`Needs ${smallest.columns} by ${smallest.rows}; here are ${size.columns} by ${size.rows}.`),
        size.columns,
      ),
    ]
  const margin = run(' '.repeat(marginOf(size)))
  const width = widthFor(size)
  const room = roomFor(size)
  const { left, right, lines, pane } = bodyOf(model)
  const body = lines.slice(model.top, model.top + room)
  const notice = noticeRows(model, width, room - body.length)
  const filled = [...body, ...Array.from({ length: room - body.length - notice.length + 1 }, (): Line => [])]
  const gap = Array.from({ length: gapOf(size) }, (): Line => [])
  const rows = [...filled, ...notice]
  const place = pane && paneFor(size)
  const paned = place ? beside(rows, pane, place.from - marginOf(size), place.width) : rows
  return [sides(left, right, width), ...gap, ...paned, footer(model, width)].map(row =>
    row.length === 0 ? row : [margin, ...row.map(one => ({ ...one, text: spelt(one.text, model.glyphs) }))],
  )
}

/** Rows with a second column beside them, as far down as there are rows. */
function beside(rows: readonly Line[], pane: readonly Line[], from: number, width: number): readonly Line[] {
  return rows.map((row, i) => {
    const right = pane[i]
    if (!right || right.length === 0) return row
    return [...row, run(' '.repeat(Math.max(1, from - widthOf(row)))), ...cutTo(right, width)]
  })
}

/** The whole top screen as text, without header and keys: what `save as text` writes. */
export function textOfScreen(model: Model): string {
  const { left, right, lines } = bodyOf(model)
  const head = [textOf(left), textOf(right)].filter(text => text !== '').join('   ')
  return `${[head, '', ...lines.map(row => textOf(row).trimEnd())].join('\n')}\n`
}

/** A notice has one row of its own, and takes more where the body leaves them empty. */
function noticeRows({ notice = '' }: Model, width: number, spare: number): readonly Line[] {
  const rows = wrap(line(quiet(notice)), width)
  return rows.length <= spare + 1 ? rows : [cutTo(line(quiet(notice)), width)]
}
