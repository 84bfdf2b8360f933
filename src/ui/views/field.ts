import { type Field, graphemes } from '../field.ts'
import { cutTo, type Line, run, widthOf } from '../lines.ts'

/** A line being typed, with its cursor; what does not fit scrolls out on the left, or is cut on the right. */
export function fieldLine({ text, cursor }: Field, width: number, lead = '    '): Line {
  const parts = graphemes(text)
  const under = parts[cursor] ?? ' '
  let used = widthOf([run(lead + under)])
  let from = cursor
  for (; from > 0; from--) {
    used += widthOf([run(parts[from - 1] ?? '')])
    if (used > width - 1) break
  }
  const before = parts.slice(from, cursor).join('')
  const after = parts.slice(cursor + 1).join('')
  return cutTo([run(lead), run(before), { text: under, tone: 'focus' }, run(after)], width)
}
