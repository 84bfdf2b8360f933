import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, constants } from 'node:zlib'
import type { Card, Deck } from '../deck/deck.ts'
import { idOf } from '../deck/slug.ts'

/** The parts of the file that the built-in deck is in, packed as one text, so that each of them repeats those before it for nothing and is read without those behind it. */
export const parts = ['outline', 'entries', 'deck'] as const
export type Part = (typeof parts)[number]
const newline = 0x0a

/** What a part of the file says. The file begins with four bytes a part: where the part ends in what follows them. Each part begins with a line end, and has no other. */
export function partOf(file: Buffer, part: Part): string {
  const begin = 4 * parts.length
  const packed = file.subarray(begin, begin + file.readUInt32LE(4 * parts.indexOf(part)))
  const texts = brotliDecompressSync(packed, { finishFlush: constants.BROTLI_OPERATION_FLUSH })
  return texts.subarray(texts.lastIndexOf(newline) + 1).toString()
}

const read = (part: Part): unknown => JSON.parse(partOf(readFileSync(join(import.meta.dirname, 'lambda.br')), part))

/** The deck that comes with the app, compiled when the app was built. */
export const builtInDeck = (): Deck => withHingeIds(read('deck') as Deck)
/** The same without its texts (`outlineOf`), in a fifth of the time. */
export const builtInOutline = (): Deck => read('outline') as Deck
/** What is searched of it: the deck without topics, and these as `TopicEntries` of `search/entries.ts`. */
export const builtInEntries = () => read('entries') as { readonly heading: Deck; readonly topics: unknown }

/** The deck as it is kept: the ids of hinges that follow from their texts would take 16 kB of the package. */
export const withoutHingeIds = (deck: Deck): unknown =>
  withCards(deck, card =>
    card.kind === 'multiple-choice'
      ? { ...card, hinges: card.hinges.map(({ id, ...hinge }) => (id === idOf(hinge) ? hinge : { id, ...hinge })) }
      : card,
  )

const withHingeIds = (deck: Deck): Deck =>
  withCards(deck, card =>
    card.kind === 'multiple-choice' && card.hinges.length > 0
      ? { ...card, hinges: card.hinges.map(hinge => ({ ...hinge, id: idOf(hinge) })) }
      : card,
  )

const withCards = <T>(deck: Deck, change: (card: Card) => T) => ({
  ...deck,
  topics: deck.topics.map(topic => ({ ...topic, cards: topic.cards.map(change) })),
})
