import type { Card, Deck, Note } from './deck.ts'

/** A deck without its texts: ids, kinds, exams and order, and what is right of several. Progress, queue and figures come out of it as of the whole deck. */
export const outlineOf = (deck: Deck): Deck => ({
  ...deck,
  topics: deck.topics.map(topic => ({
    ...topic,
    notes: topic.notes.map(outlineOfNote),
    cards: topic.cards.map(outlineOfCard),
  })),
})

const outlineOfNote = ({ id, topic, exams, emphasis, was }: Note): Note => ({
  id,
  topic,
  text: '',
  source: [],
  verified: '',
  exams,
  ...(emphasis !== undefined && { emphasis }),
  lines: [],
  was,
})

function outlineOfCard(card: Card): Card {
  const { id, topic, idea, exams, was, retired, sealed } = card
  const asked = {
    id,
    topic,
    idea,
    source: [],
    exams,
    was,
    ...(retired !== undefined && { retired }),
    ...(sealed !== undefined && { sealed }),
  }
  switch (card.kind) {
    case 'flashcard':
      return { ...asked, kind: card.kind, front: '', back: '' }
    case 'cloze':
      return { ...asked, kind: card.kind, text: '', accept: [] }
    case 'numeric':
      return { ...asked, kind: card.kind, stem: '', answer: '', tolerance: 0 }
    case 'calculation': {
      const { kind } = card
      return { ...asked, kind, stem: '', given: {}, formula: '', unit: '', tolerance: 0, mistakes: [], solution: '' }
    }
    case 'multiple-choice':
      return { ...asked, kind: card.kind, stem: '', options: [], hinges: [], decides: [] }
    case 'multiple-response': {
      const rights = card.options.filter(option => option.right)
      const options = rights.map(({ id, right }) => ({ id, text: '', why: '', right }))
      return { ...asked, kind: card.kind, stem: '', options, decides: [] }
    }
    case 'matching':
      return { ...asked, kind: card.kind, stem: '', groups: [] }
    case 'ordering':
      return { ...asked, kind: card.kind, stem: '', steps: [] }
  }
}
