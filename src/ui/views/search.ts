import { excerpt } from '../../search/marks.ts'
import { blank, cutTo, type Line, line, quiet, run, wrap } from '../lines.ts'
import { fieldLine } from './field.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

export const searchBody: View<'search'> = (model, screen, width) => {
  const { hits, taken } = screen.found
  const typed = screen.field.text.trim() !== ''
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
  const empty = typed
    ? `Nothing about "${screen.field.text.trim()}". Try fewer or other words.`
    : 'Type a word of the notes: timeout, cold start, DLQ. topic:limits and kind:cloze narrow it.'
  const before = above.length + rows.slice(0, screen.cursor).flat().length
  return {
    left: line(quiet('Search')),
    right: line(quiet(hits.length > 0 ? `${counted(hits.length, 'hit')}` : '')),
    lines: [...above, ...(rows.length === 0 ? wrap(line(quiet(empty)), width) : rows.flat())],
    focus: [screen.cursor === 0 ? 0 : before, before + 1],
  }
}
