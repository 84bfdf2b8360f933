import { type Card, stemOf } from '../../deck/deck.ts'
import { plainText, safeLine } from '../../deck/text.ts'
import { paneFor, roomFor } from '../frame.ts'
import { blank, cutTo, type Line, line, quiet, run } from '../lines.ts'
import type { Model } from '../model.ts'
import { facesOf } from '../screens/open.ts'
import { cardFacts } from './card.ts'
import { memoryLines, troubleLines } from './memory.ts'
import { paragraphs } from './question.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

export const ideaBody: View<'idea'> = (model, { idea, cursor, scrolled, details }, width) => {
  const { bank, glyphs } = model
  const note = bank.notes.get(idea)
  const faces = facesOf(model, idea)
  const topic = note?.topic ?? bank.ideas.get(idea)?.topic
  const trouble = troubleLines(model, idea, width)
  const above = [
    ...(note ? [...clipped(paragraphs(note.text, width), 2, width), blank] : []),
    ...(trouble.length > 0 ? [...trouble, blank] : []),
  ]
  const rows = faces.flatMap((card, i) => faceLines(model, card, i === cursor, width))
  const list = rows.length > 0 ? rows : [line(quiet('No card asks this yet.'))]
  const room = paneFor(model.size)
  const pane = room && memoryLines(model, idea, details, room.width)
  // What cannot be scrolled must be seen whole.
  const beside = pane !== undefined && pane.length <= roomFor(model.size)
  const at = above.length + 2 * cursor
  return {
    left: line(quiet(`${(topic && bank.topics.get(topic)?.title) ?? ''} ${glyphs.dot} one idea`)),
    right: line(quiet(counted(faces.length, 'question'))),
    lines: beside ? [...above, ...list] : [...above, ...list, blank, ...memoryLines(model, idea, details, width)],
    ...(beside && { pane }),
    ...(scrolled ? {} : { focus: [cursor === 0 ? 0 : at, Math.min(at + 1, above.length + list.length - 1)] as const }),
  }
}

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
