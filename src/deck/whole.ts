import { gap } from './deck.ts'
import type { Fault } from './document.ts'
import { type Heading, type ReadTopic, topicName } from './parse.ts'
import type { CardEntry, TopicFile } from './schema.ts'

export type Usable = ReadTopic & { readonly entry: TopicFile }
/** What rules ask of the whole deck. References are written out: `topic/id`. */
export type Whole = {
  readonly heading: Heading | undefined
  /** The first file of each topic, by path. */
  readonly files: ReadonlyMap<string, string>
  readonly ids: ReadonlySet<string>
  /** Topics whose file has faults of its own: what they hold is not known. */
  readonly unread: ReadonlySet<string>
  readonly faces: ReadonlyMap<string, readonly CardEntry[]>
  /** The card that asks a stem first. */
  readonly stems: ReadonlyMap<string, string>
}
export type Rule = (topic: Usable, whole: Whole) => readonly Fault[]

export function wholeOf(topics: readonly ReadTopic[], usable: readonly Usable[], heading: Heading | undefined): Whole {
  const files = new Map<string, string>()
  const faces = new Map<string, CardEntry[]>()
  const stems = new Map<string, string>()
  const ids = new Set<string>()
  for (const { file, entry } of usable) {
    const first = files.get(entry.topic)
    if (first === undefined || file < first) files.set(entry.topic, file)
    for (const { id } of [...entry.notes, ...entry.cards]) ids.add(`${entry.topic}/${id}`)
    for (const card of entry.cards) {
      const stem = bareStem(card)
      if (!stems.has(stem)) stems.set(stem, `${file} ${card.id}`)
      if (card.note === undefined || card.retired !== undefined || card.sealed !== undefined) continue
      const note = fullName(card.note, entry.topic)
      const own = faces.get(note)
      if (own) own.push(card)
      else faces.set(note, [card])
    }
  }
  const unread = new Set(topics.filter(topic => topic.entry === undefined).map(({ file }) => topicName(file)))
  return { heading, files, ids, unread, faces, stems }
}

export const fullName = (name: string, topic: string): string => (name.includes('/') ? name : `${topic}/${name}`)

/** What a card asks, as far as letters, digits and signs of operation go. */
export const bareStem = (card: CardEntry): string =>
  ('stem' in card ? card.stem : card.kind === 'cloze' ? card.text.replace(gap, '____') : card.front)
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Symbol}#_]+/gu, ' ')
    .trim()

/** A rule that looks at one card after the other; its paths begin at the card. */
export const perCard =
  (faults: (card: CardEntry) => readonly Fault[]): Rule =>
  ({ entry }) =>
    entry.cards.flatMap((card, i) => faults(card).map(fault => ({ ...fault, path: ['cards', i, ...fault.path] })))
