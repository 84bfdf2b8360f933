import {
  builtIn,
  type Card,
  type CardId,
  type Deck,
  type ExamTags,
  type IdeaId,
  type Note,
  type Topic,
  type TopicId,
} from './deck.ts'
import { type Fault, type Locate, readDocument } from './document.ts'
import { faultsOf, idOf } from './faults.ts'
import { highlighted } from './highlight.ts'
import type { Problem } from './problem.ts'
import { type CardEntry, deckFile, type NoteEntry, type TopicFile, topicFile } from './schema.ts'

/** A topic file that was read. `entry` is missing when the file cannot be used; `locate` turns paths (`['cards', 3, 'stem']`) into places. */
export type ReadTopic = {
  readonly file: string
  readonly entry?: TopicFile
  readonly problems: readonly Problem[]
  readonly locate: Locate
}
/** A deck.yaml: the deck without its topics, the lines that its notes must teach, and the topics in their order. */
export type Heading = Omit<Deck, 'topics'> & { readonly covers: readonly number[]; readonly order: readonly string[] }

/** The topic that a file should hold. */
export const topicName = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '')

/** Reads one topic file. `file` is the name that problems carry. */
export function readTopic(text: string, file: string): ReadTopic {
  const { value, problems, locate } = readDocument(text, file, topicFile)
  if (!value) return { file, problems, locate }
  const named = topicName(file)
  const faults: Fault[] = [
    ...(value.topic === named
      ? []
      : [
          {
            path: ['topic'],
            code: 'topic-name',
            says: `the topic is called \`${value.topic}\`, the file \`${named}\``,
            remedy: 'give both the same name',
          },
        ]),
    ...duplicates([
      ...value.notes.map((note, i) => [note.id, ['notes', i, 'id']] as const),
      ...value.cards.map((card, i) => [card.id, ['cards', i, 'id']] as const),
      ...value.notes.flatMap((note, i) => [note.was ?? []].flat().map(old => [old, ['notes', i, 'was']] as const)),
      ...value.cards.flatMap((card, i) => [card.was ?? []].flat().map(old => [old, ['cards', i, 'was']] as const)),
    ]),
    ...value.notes.flatMap((note, i) => rangeFaults(note.lines, ['notes', i, 'lines'])),
    ...value.cards.flatMap((card, i) => faultsOf(card).map(fault => ({ ...fault, path: ['cards', i, ...fault.path] }))),
  ]
  const all = [...problems, ...faults.map(locate)]
  return faults.length > 0 ? { file, problems: all, locate } : { file, entry: value, problems: all, locate }
}

/** Reads a deck.yaml. */
export function readHeading(
  text: string,
  file: string,
): { readonly heading?: Heading; readonly problems: readonly Problem[]; readonly locate: Locate } {
  const { value, problems, locate } = readDocument(text, file, deckFile)
  if (!value) return { problems, locate }
  const faults = rangeFaults(value.covers, ['covers'])
  if (faults.length > 0) return { problems: [...problems, ...faults.map(locate)], locate }
  const exams = Object.fromEntries(
    Object.entries(value.exams ?? {}).map(([name, exam]) => [name, { ...exam, source: [exam.source].flat() }]),
  )
  return {
    heading: {
      name: value.deck,
      title: value.title,
      exams,
      synonyms: value.synonyms ?? [],
      covers: linesOf(value.covers),
      order: value.topics ?? [],
    },
    problems,
    locate,
  }
}

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

function rangeFaults(lines: readonly (number | string)[] = [], path: Fault['path']): readonly Fault[] {
  const fits = (range: string) => {
    const [from = 0, to = 0] = range.split('-').map(Number)
    return from >= 1 && from <= to && to - from < 500
  }
  return lines.flatMap((line, i) =>
    typeof line === 'number' || fits(line)
      ? []
      : [
          {
            path: [...path, i],
            code: 'line-range',
            says: `"${line}" is no range of lines`,
            remedy: 'write the first line and the last, with fewer than 500 between them',
          },
        ],
  )
}

function duplicates(ids: readonly (readonly [string, readonly (string | number)[]])[]): readonly Fault[] {
  const seen = new Set<string>()
  return ids.flatMap(([id, path]) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      {
        path,
        code: 'duplicate-id',
        says: `\`${id}\` is already an id in this topic`,
        remedy: 'give one of them another id; if the card has been studied, keep the older one',
      },
    ]
  })
}

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
