import {
  builtIn,
  type Card,
  type CardId,
  type ExamTags,
  type IdeaId,
  type Note,
  type Topic,
  type TopicId,
} from './deck.ts'
import { highlighted } from './highlight.ts'
import type { CardEntry, NoteEntry, TopicFile } from './schema.ts'
import { idOf } from './slug.ts'

/** Gives the entries of a deck's topics their full ids, and every card the exams of its note. */
export function linkTopics(entries: readonly TopicFile[], deck: string): readonly Topic[] {
  const fullIn = (topic: string) => (name: string) => `${deck}:${name.includes('/') ? name : `${topic}/${name}`}`
  const examsOf = new Map(
    entries.flatMap(({ topic, notes }) =>
      notes.map(note => [fullIn(topic)(note.id) as IdeaId, note.exams ?? {}] as const),
    ),
  )
  return entries.map(({ topic, title, notes, cards }) => {
    const id = (deck === builtIn ? topic : `${deck}:${topic}`) as TopicId
    const full = fullIn(topic)
    return {
      id,
      title,
      notes: notes.map(note => linkNote(note, id, full)),
      cards: cards.map(card => linkCard(card, id, full, examsOf)),
    }
  })
}

export const linesOf = (lines: readonly (number | string)[] = []): readonly number[] =>
  lines.flatMap(line => {
    if (typeof line === 'number') return [line]
    const [from = 0, to = 0] = line.split('-').map(Number)
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  })

type Full = (name: string) => string

function linkNote(note: NoteEntry, topic: TopicId, full: Full): Note {
  const { id, text, verified, nuance, emphasis } = note
  return {
    id: full(id) as IdeaId,
    topic,
    text,
    ...(nuance !== undefined && { nuance }),
    source: [note.source].flat(),
    verified,
    exams: note.exams ?? {},
    ...(emphasis !== undefined && { emphasis }),
    lines: linesOf(note.lines),
    was: [note.was ?? []].flat().map(old => full(old) as IdeaId),
  }
}

function linkCard(card: CardEntry, topic: TopicId, full: Full, examsOf: ReadonlyMap<IdeaId, ExamTags>): Card {
  const id = full(card.id) as CardId
  const idea = (card.note === undefined ? id : full(card.note)) as IdeaId
  const asked = {
    id,
    topic,
    idea,
    ...(card.why !== undefined && { why: card.why }),
    ...(card.exhibit && { exhibit: { ...card.exhibit, marks: highlighted(card.exhibit.language, card.exhibit.text) } }),
    source: [card.source ?? []].flat(),
    ...(card.verified !== undefined && { verified: card.verified }),
    exams: examTags(card.exams, examsOf.get(idea) ?? {}),
    was: [card.was ?? []].flat().map(old => full(old) as CardId),
    ...(card.retired !== undefined && { retired: card.retired }),
    ...(card.sealed !== undefined && { sealed: card.sealed }),
  }
  const options = (entries: Extract<CardEntry, { kind: 'multiple-choice' | 'multiple-response' }>['options']) =>
    entries.map(option => ({
      id: idOf(option),
      text: option.text,
      why: option.why,
      right: option.right ?? false,
      ...(option.confuses !== undefined && { confuses: full(option.confuses) as IdeaId }),
    }))
  switch (card.kind) {
    case 'flashcard':
      return { ...asked, kind: card.kind, front: card.front, back: card.back }
    case 'cloze':
      return { ...asked, kind: card.kind, text: card.text, accept: [card.accept ?? []].flat() }
    case 'multiple-choice': {
      const hinges = (card.hinges ?? []).map(hinge => ({
        id: idOf(hinge),
        text: hinge.text,
        right: hinge.right,
        why: hinge.why,
      }))
      return {
        ...asked,
        kind: card.kind,
        stem: card.stem,
        options: options(card.options),
        hinges,
        decides: [card.decides ?? []].flat(),
      }
    }
    case 'numeric':
      return { ...asked, kind: card.kind, stem: card.stem, answer: card.answer, tolerance: card.tolerance ?? 0 }
    case 'calculation': {
      const given = Object.fromEntries(
        Object.entries(card.given).map(([name, values]) => [name, { ...values, unit: values.unit ?? '' }]),
      )
      const { kind, stem, formula, unit, tolerance, solution } = card
      return { ...asked, kind, stem, given, formula, unit, tolerance, solution, mistakes: card.mistakes ?? [] }
    }
    case 'matching':
      return { ...asked, kind: card.kind, stem: card.stem, groups: card.groups }
    case 'ordering':
      return { ...asked, kind: card.kind, stem: card.stem, steps: card.steps }
    case 'multiple-response':
      return {
        ...asked,
        kind: card.kind,
        stem: card.stem,
        options: options(card.options),
        decides: [card.decides ?? []].flat(),
      }
  }
}

/** A card's own exams narrow its note's (`[DVA]`) or set a domain (`{ SAA: 4 }`). */
function examTags(own: CardEntry['exams'], note: ExamTags): ExamTags {
  if (own === undefined) return note
  if (!Array.isArray(own)) return own
  return Object.fromEntries(own.flatMap(exam => (Object.hasOwn(note, exam) ? [[exam, note[exam] ?? 0]] : [])))
}
