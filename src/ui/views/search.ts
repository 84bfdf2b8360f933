import { excerpt } from '../../search/marks.ts'
import { queryOf } from '../../search/query.ts'
import { paneFor } from '../frame.ts'
import { blank, cutTo, type Line, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { mostHits } from '../screens/search.ts'
import { fieldLine } from './field.ts'
import { filterLines, unknownLines } from './filters.ts'
import { previewLines } from './preview.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

export const searchBody: View<'search'> = (model, screen, width) => {
  const { hits, taken, unknown = [] } = screen.found
  const typed = screen.field.text.trim()
  const swaps = Object.entries(taken).map(([word, near]) =>
    line(quiet(`"${word}" is in no note; searched for ${near.join(', ')}`)),
  )
  const above = [fieldLine(screen.field, width, '/ '), blank, ...swaps.map(row => cutTo(row, width))]
  const rows = hits.map(({ entry, words }, i): readonly Line[] => {
    const here = i === screen.cursor
    const title = excerpt(entry.title, words, width - 4).map(part => ({
      ...run(part.text, part.hit ? 'accent' : 'text'),
      ...(part.hit && { bold: true }),
    }))
    const topic = model.bank.topics.get(entry.topic)?.title ?? entry.topic
    return [
      cutTo(line(run(here ? `${model.glyphs.here} ` : '  ', 'accent'), ...title), width),
      cutTo(line('    ', quiet(`${entry.type === 'note' ? 'note' : entry.kind} ${model.glyphs.dot} ${topic}`)), width),
    ]
  })
  const empty = unknown.length > 0 ? unknown.flatMap(one => unknownLines(one, width)) : emptyLines(model, typed, width)
  const hit = hits[screen.cursor]
  const beside = paneFor(model.size)
  const before = above.length + rows.slice(0, screen.cursor).flat().length
  return {
    left: line(quiet('Search')),
    right: line(
      quiet(hits.length > 0 ? `${counted(hits.length, 'hit')}${hits.length === mostHits ? ' and more' : ''}` : ''),
    ),
    lines: [...above, ...(rows.length === 0 ? empty : rows.flat())],
    ...(hit && beside && { pane: previewLines(model, hit.entry, beside.width) }),
    focus: [screen.cursor === 0 ? 0 : before, before + 1],
  }
}

/** What can be typed, or that nothing is found. */
function emptyLines(model: Model, typed: string, width: number): readonly Line[] {
  if (typed === '')
    return [
      ...wrap(line(quiet('Type a word of the notes: timeout, cold start, DLQ. These narrow it:')), width),
      ...(width < 60 ? [] : [blank]),
      ...filterLines(model, width),
    ]
  const says =
    queryOf(typed).words.length === 0
      ? `Nothing is found by ${typed} now.`
      : `Nothing about "${typed}". Try fewer or other words.`
  return wrap(line(quiet(says)), width)
}
