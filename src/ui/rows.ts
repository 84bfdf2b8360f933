import { footer } from './footer.ts'
import { gapOf, isTooSmall, marginOf, roomFor, smallest, widthFor } from './frame.ts'
import { cutTo, type Line, line, quiet, run, sides, wrap } from './lines.ts'
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
  const { left, right, lines } = bodyOf(model)
  const body = lines.slice(model.top, model.top + room)
  const notice = noticeRows(model, width, room - body.length)
  const filled = [...body, ...Array.from({ length: room - body.length - notice.length + 1 }, (): Line => [])]
  const gap = Array.from({ length: gapOf(size) }, (): Line => [])
  return [sides(left, right, width), ...gap, ...filled, ...notice, footer(model, width)].map(row =>
    row.length === 0 ? row : [margin, ...row.map(one => ({ ...one, text: spelt(one.text, model.glyphs) }))],
  )
}

/** A notice has one row of its own, and takes more where the body leaves them empty. */
function noticeRows({ notice = '' }: Model, width: number, spare: number): readonly Line[] {
  const rows = wrap(line(quiet(notice)), width)
  return rows.length <= spare + 1 ? rows : [cutTo(line(quiet(notice)), width)]
}
