import { bankFaults } from './bank-lint.ts'
import { gap } from './deck.ts'
import type { Fault } from './document.ts'
import { type Heading, type ReadTopic, topicName } from './parse.ts'
import type { Problem } from './problem.ts'
import type { CardEntry, NoteEntry, TopicFile } from './schema.ts'

type Usable = ReadTopic & { readonly entry: TopicFile }
/** What rules ask of the whole deck. References are written out: `topic/id`. */
type Whole = {
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
type Rule = (topic: Usable, whole: Whole) => readonly Fault[]

/** Rules between the topics of a deck. Errors break a reference; warnings are about the craft of asking. */
export function lint(topics: readonly ReadTopic[], heading: Heading | undefined): readonly Problem[] {
  const usable = topics.filter((topic): topic is Usable => topic.entry !== undefined)
  const whole = wholeOf(topics, usable, heading)
  const [first] = usable
  return [
    ...usable.flatMap(topic => rules.flatMap(rule => rule(topic, whole)).map(topic.locate)),
    ...(first
      ? bankFaults(
          usable.map(topic => topic.entry),
          heading,
        ).map(first.locate)
      : []),
  ]
}

function wholeOf(topics: readonly ReadTopic[], usable: readonly Usable[], heading: Heading | undefined): Whole {
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

const fullName = (name: string, topic: string): string => (name.includes('/') ? name : `${topic}/${name}`)

/** What a card asks, as far as letters, digits and signs of operation go. */
const bareStem = (card: CardEntry): string =>
  ('stem' in card ? card.stem : card.kind === 'cloze' ? card.text.replace(gap, '____') : card.front)
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Symbol}#_]+/gu, ' ')
    .trim()

const recall: ReadonlySet<string> = new Set(['flashcard', 'cloze', 'numeric'])

const sameTopic: Rule = ({ entry, file }, { files }) => {
  const other = files.get(entry.topic)
  return other !== undefined && other !== file
    ? [
        {
          path: ['topic'],
          code: 'duplicate-topic',
          says: `${other} has the topic \`${entry.topic}\` as well`,
          remedy: 'give one of them another name',
        },
      ]
    : []
}

const references: Rule = ({ entry }, { ids, unread }) => {
  const missing = (name: string | undefined) => {
    if (name === undefined) return false
    const full = fullName(name, entry.topic)
    return !ids.has(full) && !unread.has(`${full.split('/')[0]}`)
  }
  const fault = (path: Fault['path'], name: string): Fault => ({
    path,
    code: 'unknown-idea',
    says: `there is no note \`${name}\``,
    remedy: 'use the id of a note of this topic, or topic/note',
  })
  return entry.cards.flatMap((card, i) => [
    ...(missing(card.note) ? [fault(['cards', i, 'note'], `${card.note}`)] : []),
    ...('options' in card
      ? card.options.flatMap((option, o) =>
          missing(option.confuses) ? [fault(['cards', i, 'options', o, 'confuses'], `${option.confuses}`)] : [],
        )
      : []),
  ])
}

const examNames: Rule = ({ entry }, { heading }) => {
  if (!heading) return []
  const unknown = (tags: NoteEntry['exams'] | CardEntry['exams'], path: Fault['path']): readonly Fault[] =>
    (Array.isArray(tags) ? tags.map(exam => [exam, undefined] as const) : Object.entries(tags ?? {})).flatMap(
      ([exam, domain]) => {
        const known = Object.hasOwn(heading.exams, exam) ? heading.exams[exam] : undefined
        if (!known)
          return [
            {
              path,
              code: 'unknown-exam',
              says: `deck.yaml has no exam \`${exam}\``,
              remedy: `use one of ${Object.keys(heading.exams).join(', ') || 'those that you add to deck.yaml'}`,
            },
          ]
        return domain === undefined || known.domains[domain]
          ? []
          : [
              {
                path,
                code: 'unknown-domain',
                says: `${exam} has no domain ${domain}`,
                remedy: `use one of ${Object.keys(known.domains).join(', ')}`,
              },
            ]
      },
    )
  return [
    ...entry.notes.flatMap((note, i) => unknown(note.exams, ['notes', i, 'exams'])),
    ...entry.cards.flatMap((card, i) => unknown(card.exams, ['cards', i, 'exams'])),
  ]
}

const noteFaces: Rule = ({ entry }, { faces }) => {
  return entry.notes.flatMap((note, i): Fault[] => {
    const own = faces.get(`${entry.topic}/${note.id}`) ?? []
    const path = ['notes', i, 'id']
    if (own.length === 0)
      return note.exams
        ? [
            {
              path,
              level: 'warning',
              code: 'note-without-card',
              says: `nothing asks about \`${note.id}\``,
              remedy: 'add a card with this note',
            },
          ]
        : []
    if (!note.exams) return []
    const kinds = own.map(card => card.kind)
    if (!kinds.some(kind => recall.has(kind)))
      return [
        {
          path,
          level: 'warning',
          code: 'no-recall-face',
          says: `\`${note.id}\` has no flashcard, cloze or numeric card`,
          remedy: 'add one: a new idea is first asked by it',
        },
      ]
    if (kinds.every(kind => recall.has(kind)))
      return [
        {
          path,
          level: 'warning',
          code: 'no-applied-face',
          says: `\`${note.id}\` has no scenario`,
          remedy: 'add a multiple-choice or multiple-response card',
        },
      ]
    return []
  })
}

const sameStem: Rule = ({ entry, file }, { stems }) => {
  return entry.cards.flatMap((card, i): Fault[] => {
    const stem = bareStem(card)
    const owner = stems.get(stem)
    return stem === '' || owner === `${file} ${card.id}`
      ? []
      : [{ path: ['cards', i], code: 'duplicate-stem', says: `${owner} asks the same`, remedy: 'ask something else' }]
  })
}

const wording: Rule = ({ entry }) =>
  entry.cards.flatMap((card, i): Fault[] => {
    if (!('options' in card)) return []
    const phrases = card.options.flatMap((option, o): Fault[] =>
      /\b(all|none|both) of the (above|other)/i.test(option.text)
        ? [
            {
              path: ['cards', i, 'options', o, 'text'],
              level: 'warning',
              code: 'all-of-the-above',
              says: 'options are shuffled, so "above" means nothing',
              remedy: 'write what it stands for',
            },
          ]
        : [],
    )
    const last =
      card.stem
        .trim()
        .split(/(?<=[.?])\s+/)
        .at(-1) ?? ''
    return /\b(not|except|least likely|false)\b/.test(last)
      ? [
          ...phrases,
          {
            path: ['cards', i, 'stem'],
            level: 'warning',
            code: 'hidden-not',
            says: 'the question asks for what is not so, and hides it',
            remedy: 'write NOT or EXCEPT in capitals, or ask for what is so',
          },
        ]
      : phrases
  })

/** A card whose answer is a figure says where the figure stands, and when it was read. */
const figures: Rule = ({ entry }) =>
  entry.cards.flatMap((card, i): Fault[] => {
    const isFigure = card.kind === 'numeric' || card.kind === 'calculation'
    if (!isFigure || (card.source !== undefined && card.verified !== undefined)) return []
    const path = ['cards', i, 'id']
    const says = 'its answer is a figure, and it does not say where that stands'
    return [{ path, level: 'warning', code: 'figure-without-source', says, remedy: 'add `source` and `verified`' }]
  })

const rules: readonly Rule[] = [sameTopic, references, examNames, noteFaces, sameStem, wording, figures]
