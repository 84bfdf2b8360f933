import type { Fault } from './document.ts'
import { idOf } from './faults.ts'
import { type Heading, linesOf, type ReadTopic } from './parse.ts'
import type { Problem } from './problem.ts'
import type { CardEntry, NoteEntry, TopicFile } from './schema.ts'

type Usable = ReadTopic & { readonly entry: TopicFile }
type Rule = (topic: Usable, all: readonly Usable[], heading: Heading | undefined) => readonly Fault[]

/** Rules between the topics of a deck. Errors break a reference; warnings are about the craft of asking. */
export function lint(topics: readonly ReadTopic[], heading: Heading | undefined): readonly Problem[] {
  const usable = topics.filter((topic): topic is Usable => topic.entry !== undefined)
  return [
    ...usable.flatMap(topic => rules.flatMap(rule => rule(topic, usable, heading)).map(topic.locate)),
    ...bankProblems(usable, heading),
  ]
}

const recall: ReadonlySet<CardEntry['kind']> = new Set<CardEntry['kind']>(['flashcard', 'cloze'])

const sameTopic: Rule = ({ entry, file }, all) => {
  const other = all.find(topic => topic.entry.topic === entry.topic && topic.file < file)
  return other
    ? [
        {
          path: ['topic'],
          code: 'duplicate-topic',
          says: `${other.file} has the topic \`${entry.topic}\` as well`,
          remedy: 'give one of them another name',
        },
      ]
    : []
}

const references: Rule = ({ entry }, all) => {
  const known = new Set(
    all.flatMap(({ entry: { topic, notes, cards } }) => [...notes, ...cards].map(({ id }) => `${topic}/${id}`)),
  )
  const missing = (name: string | undefined) =>
    name !== undefined && !known.has(name.includes('/') ? name : `${entry.topic}/${name}`)
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

const examNames: Rule = ({ entry }, _all, heading) => {
  if (!heading) return []
  const unknown = (tags: NoteEntry['exams'] | CardEntry['exams'], path: Fault['path']): readonly Fault[] =>
    (Array.isArray(tags) ? tags.map(exam => [exam, undefined] as const) : Object.entries(tags ?? {})).flatMap(
      ([exam, domain]) => {
        const known = heading.exams[exam]
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

const faces: Rule = ({ entry }, all) => {
  const cards = all.flatMap(({ entry: { topic, cards } }) =>
    cards.map(card => ({ card, note: card.note && (card.note.includes('/') ? card.note : `${topic}/${card.note}`) })),
  )
  return entry.notes.flatMap((note, i): Fault[] => {
    const own = cards
      .filter(({ card, note: of }) => of === `${entry.topic}/${note.id}` && card.retired === undefined)
      .map(({ card }) => card)
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
          says: `\`${note.id}\` has no flashcard or cloze`,
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

const stems: Rule = ({ entry, file }, all) => {
  const stem = (card: CardEntry) =>
    ('stem' in card ? card.stem : card.kind === 'cloze' ? card.text : card.front)
      .toLowerCase()
      .replace(/\W+/g, ' ')
      .trim()
  const first = new Map<string, string>()
  for (const topic of all)
    for (const card of topic.entry.cards) if (!first.has(stem(card))) first.set(stem(card), `${topic.file} ${card.id}`)
  return entry.cards.flatMap((card, i): Fault[] => {
    const owner = first.get(stem(card))
    return owner === `${file} ${card.id}`
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

const rules: readonly Rule[] = [sameTopic, references, examNames, faces, stems, wording]

/** Rules over the whole bank. */
function bankProblems(topics: readonly Usable[], heading: Heading | undefined): readonly Problem[] {
  const first = topics[0]
  if (!first) return []
  return [...lengthBias(topics), ...uncovered(topics, heading)].map(first.locate)
}

/** Over twenty scenarios and more, the right option may be the longest of its pool at most ten points more often than chance. */
function lengthBias(topics: readonly Usable[]): readonly Fault[] {
  const pools = topics.flatMap(({ entry }) =>
    entry.cards.flatMap(card => {
      if (card.kind !== 'multiple-choice') return []
      const rights = card.hinges
        ? card.hinges.map(hinge => hinge.right)
        : card.options.filter(option => option.right).map(idOf)
      const longest = card.options.reduce((a, b) => (b.text.length > a.text.length ? b : a))
      return rights.map(right => ({ hit: idOf(longest) === right, chance: 1 / card.options.length }))
    }),
  )
  if (pools.length < 20) return []
  const share = pools.filter(pool => pool.hit).length / pools.length
  const chance = pools.reduce((sum, pool) => sum + pool.chance, 0) / pools.length
  if (share <= chance + 0.1) return []
  return [
    {
      path: [],
      level: 'warning',
      code: 'length-bias',
      says: `the right option is the longest in ${Math.round(share * 100)} of 100 questions; chance is ${Math.round(chance * 100)}`,
      remedy: 'shorten right options, or write wrong ones as fully',
    },
  ]
}

function uncovered(topics: readonly Usable[], heading: Heading | undefined): readonly Fault[] {
  const taught = new Set(topics.flatMap(({ entry }) => entry.notes.flatMap(note => linesOf(note.lines))))
  const missing = (heading?.covers ?? []).filter(line => !taught.has(line))
  return missing.length === 0
    ? []
    : [
        {
          path: [],
          level: 'warning',
          code: 'line-not-taught',
          says: `no note teaches line ${missing.join(', ')} of the notes`,
          remedy: 'add it to the `lines` of the note that teaches it',
        },
      ]
}
