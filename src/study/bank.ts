import { crc32 } from 'node:zlib'
import {
  type Card,
  type CardId,
  type Deck,
  type Exam,
  type ExamTags,
  type IdeaId,
  isScenario,
  type Note,
  type Topic,
  type TopicId,
} from '../deck/deck.ts'
import { isRecall } from '../kinds/traits.ts'

/** A statement that memory hangs on, and the cards that ask it. */
export type Idea = {
  readonly id: IdeaId
  readonly topic: TopicId
  readonly note?: Note
  /** Cards in use, in the deck's order. */
  readonly faces: readonly Card[]
  readonly exams: ExamTags
  /** Whether its deck names exams at all; if not, the idea belongs to every exam. */
  readonly examined: boolean
}

/** All decks together, with the ways into them. */
export type Bank = {
  readonly decks: readonly Deck[]
  readonly topics: ReadonlyMap<TopicId, Topic>
  readonly cards: ReadonlyMap<CardId, Card>
  readonly notes: ReadonlyMap<IdeaId, Note>
  readonly ideas: ReadonlyMap<IdeaId, Idea>
  /** Cards of papers that were not sat yet: no faces, and not to be found. */
  readonly sealed: readonly Card[]
  /** The exams of all decks. */
  readonly exams: Readonly<Record<string, Exam>>
  /** Old ids to new ones. */
  readonly renamed: ReadonlyMap<string, string>
  /** Changes when a card comes to another idea or exam, or an id is renamed: then progress is replayed. */
  readonly fingerprint: string
}

/** `sat`: cards of papers that were sat, which are ordinary from then on. */
export function bankOf(decks: readonly Deck[], sat: readonly CardId[] = []): Bank {
  const topics = decks.flatMap(deck => deck.topics)
  const notes = topics.flatMap(topic => topic.notes)
  const cards = topics.flatMap(topic => topic.cards)
  const noteOf = new Map(notes.map(note => [note.id, note]))
  const examined = new Map(
    decks.flatMap(deck => deck.topics.map(topic => [topic.id, Object.keys(deck.exams).length > 0] as const)),
  )
  const open = new Set(sat)
  const isSealed = (card: Card) => card.sealed !== undefined && !open.has(card.id)
  const faces = new Map<IdeaId, Card[]>()
  for (const card of cards)
    if (card.retired === undefined && !isSealed(card)) {
      const of = faces.get(card.idea)
      if (of) of.push(card)
      else faces.set(card.idea, [card])
    }
  const ideas = new Map<IdeaId, Idea>()
  const topicOrder = [...notes.map(note => note.id), ...faces.keys()]
  for (const id of topicOrder) {
    const own = faces.get(id)
    if (!own?.[0] || ideas.has(id)) continue
    const note = noteOf.get(id)
    const topic = note?.topic ?? own[0].topic
    ideas.set(id, {
      id,
      topic,
      ...(note && { note }),
      faces: own,
      exams: Object.assign({}, ...own.map(card => card.exams)),
      examined: examined.get(topic) ?? false,
    })
  }
  const renamed = new Map([...notes, ...cards].flatMap(({ id, was }) => was.map(old => [old, id] as const)))
  const known = cards.map(
    ({ id, idea, exams, retired }) => `${id} ${idea} ${Object.keys(exams)}${retired === undefined ? '' : ' retired'}`,
  )
  const exams: Bank['exams'] = Object.assign({}, ...decks.map(deck => deck.exams))
  const map = [...known, ...renamed, ...Object.keys(exams)].join('\n')
  return {
    decks,
    topics: new Map(topics.map(topic => [topic.id, topic])),
    cards: new Map(cards.map(card => [card.id, card])),
    notes: noteOf,
    ideas,
    sealed: cards.filter(isSealed),
    exams,
    renamed,
    fingerprint: crc32(map).toString(16),
  }
}

/** Where a review belongs now: renames followed, and the idea by the deck, or by the event where the deck no longer knows the card. */
export function placeOf(
  bank: Pick<Bank, 'cards' | 'renamed'>,
  card: CardId,
  idea: IdeaId,
): { readonly card: CardId; readonly idea: IdeaId } {
  const now = (bank.renamed.get(card) ?? card) as CardId
  return { card: now, idea: bank.cards.get(now)?.idea ?? ((bank.renamed.get(idea) ?? idea) as IdeaId) }
}

/** The ideas of an exam, in the deck's order; all of them when none is chosen. */
export const ideasFor = (bank: Bank, exam: string | undefined): readonly Idea[] =>
  [...bank.ideas.values()].filter(idea => exam === undefined || isAskedBy(idea, exam))

/** Whether an exam asks for an idea; every exam does where a deck names none. */
export const isAskedBy = ({ examined, exams }: Idea, exam: string): boolean => !examined || exams[exam] !== undefined

/** An idea without its suspended cards; missing when it is suspended itself, or all of its cards are. */
export function unsuspended(idea: Idea, suspended: readonly string[]): Idea | undefined {
  if (suspended.length === 0) return idea
  const faces = idea.faces.filter(card => !suspended.includes(card.id))
  return suspended.includes(idea.id) || faces.length === 0 ? undefined : { ...idea, faces }
}

/** The ideas of an exam that can be asked. */
export const askable = (bank: Bank, exam: string | undefined, suspended: readonly string[]): readonly Idea[] =>
  ideasFor(bank, exam).flatMap(idea => unsuspended(idea, suspended) ?? [])

/** The faces of an idea that an exam asks; all of them when it asks none. */
export function facesFor(idea: Idea, exam: string | undefined): readonly Card[] {
  const own = exam === undefined ? idea.faces : idea.faces.filter(card => card.exams[exam] !== undefined)
  return own.length > 0 ? own : idea.faces
}

export const recallFaces = (faces: readonly Card[]): readonly Card[] => faces.filter(isRecall)
export const scenarios = (faces: readonly Card[]): readonly Card[] => faces.filter(isScenario)
