import type { Emphasis } from '../../deck/deck.ts'
import { blank, bold, line, quiet, wrap } from '../lines.ts'
import { memoryText } from './memory.ts'
import { paragraphs } from './question.ts'
import type { View } from './view.ts'
import { counted, examCode, placedLeft } from './words.ts'

const marks: Readonly<Record<Emphasis, string>> = {
  important: 'very important',
  critical: 'exam critical',
  favorite: 'an exam favourite',
  trap: 'an exam trap',
  scenario: 'an exam scenario',
  decision: 'an exam decision',
  detail: 'an exam detail',
}

export const pageBody: View<'page'> = (model, { topic, place }, width) => {
  const found = model.bank.topics.get(topic)
  const note = found?.notes[place]
  if (!found || !note)
    return {
      left: line(quiet(found?.title ?? '')),
      right: [],
      lines: [line(quiet('This topic has no notes, only cards.'))],
    }
  const { bank, glyphs } = model
  const exams = Object.entries(note.exams).map(
    ([exam, domain]) => `${examCode(exam, bank.exams[exam])} domain ${domain}`,
  )
  const tags = [...(note.emphasis ? [marks[note.emphasis]] : []), ...exams].join(` ${glyphs.dot} `)
  const faces = bank.ideas.get(note.id)?.faces.length ?? 0
  return {
    left: placedLeft(`${place + 1} of ${found.notes.length}`, found.title, model),
    right: [],
    lines: [
      ...paragraphs(note.text, width),
      ...(note.nuance === undefined ? [] : [blank, line(bold('In depth')), ...paragraphs(note.nuance, width)]),
      blank,
      ...note.source.flatMap(url => wrap(line(quiet(url)), width)),
      ...wrap(line(quiet(`read ${note.verified}${tags === '' ? '' : ` ${glyphs.dot} ${tags}`}`)), width),
      blank,
      ...wrap(line(`${memoryText(model, note.id)} ${glyphs.dot} ${counted(faces, 'question')}`), width),
    ],
  }
}
