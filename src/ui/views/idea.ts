import { type Card, stemOf } from '../../deck/deck.ts'
import { plainText, safeLine } from '../../deck/text.ts'
import { paneFor, roomFor } from '../frame.ts'
import { blank, cutTo, type Line, line, quiet, run } from '../lines.ts'
import type { Model } from '../model.ts'
import { facesOf } from '../screens/open.ts'
import { cardFacts } from './card.ts'
import { memoryLines } from './memory.ts'
import { paragraphs } from './question.ts'
import type { View } from './view.ts'
import { counted, placedLeft } from './words.ts'

export const ideaBody: View<'idea'> = (model, { idea, cursor, scrolled, details }, width) => {
  const { bank } = model
  const note = bank.notes.get(idea)
  const faces = facesOf(model, idea)
  const topic = note?.topic ?? bank.ideas.get(idea)?.topic
  const above = note ? [...clipped(paragraphs(note.text, width), 2, width), blank] : []
  const rows = faces.flatMap((card, i) => faceLines(model, card, i === cursor, width))
  const list = rows.length > 0 ? rows : [line(quiet('No card asks this yet.'))]
  const place = roomFor(model.size) < leastPane ? undefined : paneFor(model.size)
  const pane = place && fitting(memoryLines(model, idea, details, place.width), roomFor(model.size))
  const at = above.length + 2 * cursor
  return {
    left: placedLeft('one idea', (topic && bank.topics.get(topic)?.title) ?? '', model),
    right: line(quiet(counted(faces.length, 'question'))),
    lines: pane ? [...above, ...list] : [...above, ...list, blank, ...memoryLines(model, idea, details, width)],
    ...(pane && { pane }),
    ...(scrolled ? {} : { focus: [cursor === 0 ? 0 : at, Math.min(at + 1, above.length + list.length - 1)] as const }),
  }
}

/** Rows that the curve and some answers need: a pane cannot be scrolled. */
const leastPane = 18

/** The first rows, with a sign where the oldest answers are left out. */
const fitting = (rows: readonly Line[], room: number): readonly Line[] =>
  rows.length <= room ? rows : [...rows.slice(0, room - 1), line(quiet('  …'))]

/** A face in two rows: what it asks, and how that went. */
function faceLines(model: Model, card: Card, here: boolean, width: number): readonly Line[] {
  const stem = safeLine(plainText(stemOf(card)))
  return [
    cutTo(line(run(here ? `${model.glyphs.here} ` : '  ', 'accent'), run(stem, here ? 'accent' : 'text')), width),
    cutTo(line(quiet(`    ${card.kind} ${model.glyphs.dot} ${cardFacts(model, card)}`)), width),
  ]
}

/** No more than `most` rows, with a sign where more follow. */
function clipped(rows: readonly Line[], most: number, width: number): readonly Line[] {
  const last = rows[most - 1]
  return rows.length <= most || !last ? rows : [...rows.slice(0, most - 1), [...cutTo(last, width - 2), quiet(' …')]]
}
