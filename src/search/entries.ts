import type { Card, CardId, IdeaId, TopicId } from '../deck/deck.ts'
import { gap, stemOf } from '../deck/deck.ts'
import { plainText, safeLine } from '../deck/text.ts'
import type { Bank } from '../study/bank.ts'
import { folded } from './query.ts'

/** Something that can be found. `fields`: its texts in lower case, the weightiest first. */
export type Entry = {
  readonly type: 'note' | 'card'
  readonly id: IdeaId | CardId
  readonly idea: IdeaId
  readonly topic: TopicId
  readonly kind: string
  /** The statement, or what the card asks. */
  readonly title: string
  /** All that can be searched, on one line. */
  readonly text: string
  readonly fields: readonly (readonly [text: string, weight: number])[]
}

/** What entries are made of, topic by topic: the built-in deck is kept in this form, since to take its texts apart takes longer than to search them. */
export type TopicEntries = {
  readonly topic: TopicId
  readonly heading: string
  /** `body`: what else can be searched, on one line. */
  readonly rows: readonly (readonly [id: Entry['id'], kind: string, title: string, body: string, idea: IdeaId])[]
}

/** Every note and card in use. */
export const entriesOf = (bank: Pick<Bank, 'topics' | 'sealed'>): readonly Entry[] => entriesFrom(rowsOf(bank))

export function rowsOf({ topics, sealed }: Pick<Bank, 'topics' | 'sealed'>): readonly TopicEntries[] {
  const kept = new Set(sealed)
  return [...topics.values()].map(({ id: topic, title: heading, notes, cards }) => ({
    topic,
    heading,
    rows: [
      ...notes.map(({ id, text, nuance }) => [id, 'note', onOneLine(text), onOneLine(nuance ?? ''), id] as const),
      ...cards
        .filter(card => card.retired === undefined && !kept.has(card))
        .map(card => [card.id, card.kind, onOneLine(stemOf(card)), onOneLine(bodyOf(card)), card.idea] as const),
    ],
  }))
}

export const entriesFrom = (topics: readonly TopicEntries[]): readonly Entry[] =>
  topics.flatMap(({ topic, heading, rows }) =>
    rows.map(
      ([id, kind, title, body, idea]): Entry => ({
        type: kind === 'note' ? 'note' : 'card',
        id,
        idea,
        topic,
        kind,
        title,
        text: body === '' ? title : `${title} · ${body}`,
        fields: [
          [folded(title), 4],
          [folded(`${id} ${heading}`), 3],
          [folded(body), 1],
        ],
      }),
    ),
  )

const onOneLine = (text: string): string => safeLine(plainText(text))
const bodyOf = (card: Card): string =>
  textsOf(card)
    .filter(text => text !== '')
    .join(' · ')

function textsOf(card: Card): readonly string[] {
  switch (card.kind) {
    case 'flashcard':
      return [card.back, card.why ?? '']
    case 'cloze':
      return [card.text.replace(gap, '$1'), card.why ?? '']
    case 'multiple-choice':
      return [...card.hinges.map(hinge => hinge.text), ...card.options.map(option => option.text), card.why ?? '']
    case 'numeric':
      return [card.answer, card.why ?? '']
    case 'calculation':
      return [card.why ?? '']
    case 'matching':
      return [...card.groups.flatMap(group => [group.name, ...group.items]), card.why ?? '']
    case 'ordering':
      return [...card.steps, card.why ?? '']
    case 'multiple-response':
      return [...card.options.map(option => option.text), card.why ?? '']
  }
}
