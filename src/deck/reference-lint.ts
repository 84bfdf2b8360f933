import type { Fault } from './document.ts'
import type { CardEntry, NoteEntry } from './schema.ts'
import { fullName, type Rule } from './whole.ts'

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

/** Names that lead to another place of the deck. */
export const referenceRules: readonly Rule[] = [sameTopic, references, examNames]
