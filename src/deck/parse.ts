import type { Deck } from './deck.ts'
import { type Fault, type Locate, readDocument } from './document.ts'
import { faultsOf } from './faults.ts'
import { linesOf } from './link.ts'
import type { Problem } from './problem.ts'
import { deckFile, type TopicFile, topicFile } from './schema.ts'

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
