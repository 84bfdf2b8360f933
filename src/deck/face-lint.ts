import type { Fault } from './document.ts'
import { bareStem, type Rule } from './whole.ts'

const recall: ReadonlySet<string> = new Set(['flashcard', 'cloze', 'numeric'])

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

/** What a note is asked by, and that no two cards ask the same. */
export const faceRules: readonly Rule[] = [noteFaces, sameStem]
