import { type Field, graphemes } from '../field.ts'
import { cutTo, type Line, run, widthOf } from '../lines.ts'

/** A line being typed, with its cursor; what does not fit scrolls out on the left, or is cut on the right. */
export function fieldLine({ text, cursor }: Field, width: number, lead = '    '): Line {
  const parts = graphemes(text)
  const under = parts[cursor] ?? ' '
  const after = parts.slice(cursor + 1).join('')
  let before = parts.slice(0, cursor)
  while (before.length > 0 && widthOf([run(lead + before.join('') + under)]) > width - 1) before = before.slice(1)
  return cutTo([run(lead), run(before.join('')), { text: under, tone: 'focus' }, run(after)], width)
}
