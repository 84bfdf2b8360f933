import type { CardId, IdeaId } from '../../deck/deck.ts'
import type { Entry } from '../../search/entries.ts'
import { blank, type Line, line, quiet, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { cardFacts, questionOf } from './card.ts'
import { memoryText } from './memory.ts'
import { paragraphs, promptLines } from './question.ts'

/** What was found, beside the list. A card without its answer: reading that in passing would spend the next recall of it. */
export function previewLines(model: Model, { type, id, idea, topic }: Entry, width: number): readonly Line[] {
  const { bank, glyphs } = model
  const heading = bank.topics.get(topic)?.title ?? topic
  const memory = memoryText(model, idea)
  if (type === 'note') {
    const note = bank.notes.get(id as IdeaId)
    if (!note) return []
    return [
      ...wrap(line(quiet(`note ${glyphs.dot} ${heading}`)), width),
      blank,
      ...paragraphs(note.text, width),
      blank,
      ...wrap(line(memory), width),
      ...(note.nuance === undefined ? [] : [blank, ...paragraphs(`In depth: ${note.nuance}`, width)]),
      blank,
      ...note.source.flatMap(url => wrap(line(quiet(url)), width)),
    ]
  }
  const card = bank.cards.get(id as CardId)
  if (!card) return []
  return [
    ...wrap(line(quiet(`${card.kind} ${glyphs.dot} ${heading}`)), width),
    blank,
    ...promptLines(questionOf(model, card), width),
    blank,
    ...wrap(line(`This card: ${cardFacts(model, card)}`), width),
    ...wrap(line(`Its idea: ${memory.charAt(0).toLowerCase()}${memory.slice(1)}`), width),
    blank,
    ...wrap(line(quiet('Its answer: enter, and enter again.')), width),
  ]
}
