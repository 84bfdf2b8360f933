import { footer } from './footer.ts'
import { gapOf, isTooSmall, marginOf, roomFor, smallest, widthFor } from './frame.ts'
import { cutTo, type Line, line, quiet, run, sides } from './lines.ts'
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
  const filled = [...body, ...Array.from({ length: room - body.length }, (): Line => [])]
  const gap = Array.from({ length: gapOf(size) }, (): Line => [])
  const notice = model.notice === undefined ? [] : [quiet(model.notice)]
  return [sides(left, right, width), ...gap, ...filled, cutTo(notice, width), footer(model, width)].map(row =>
    row.length === 0 ? row : [margin, ...row.map(one => ({ ...one, text: spelt(one.text, model.glyphs) }))],
  )
}
