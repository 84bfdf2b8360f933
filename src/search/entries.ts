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

/** Every note and card in use. */
export function entriesOf(bank: Bank): readonly Entry[] {
  const sealed = new Set(bank.sealed)
  return [...bank.topics.values()].flatMap(({ id: topic, title: heading, notes, cards }) => [
    ...notes.map(note => entry('note', note.id, note.id, topic, 'note', note.text, [note.nuance ?? ''], heading)),
    ...cards
      .filter(card => card.retired === undefined && !sealed.has(card))
      .map(card => entry('card', card.id, card.idea, topic, card.kind, stemOf(card), textsOf(card), heading)),
  ])
}

function entry(
  type: Entry['type'],
  id: Entry['id'],
  idea: IdeaId,
  topic: TopicId,
  kind: string,
  title: string,
  texts: readonly string[],
  heading: string,
): Entry {
  const head = safeLine(plainText(title))
  const body = safeLine(plainText(texts.filter(text => text !== '').join(' · ')))
  const text = body === '' ? head : `${head} · ${body}`
  return {
    type,
    id,
    idea,
    topic,
    kind,
    title: head,
    text,
    fields: [
      [folded(head), 4],
      [folded(`${id} ${heading}`), 3],
      [folded(body), 1],
    ],
  }
}

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
