import type { IdeaId, Note } from '../../deck/deck.ts'
import type { Question } from '../../kinds/kind.ts'
import { isLeech } from '../../study/leech.ts'
import { questionsUntil } from '../../study/session.ts'
import { blank, bold, type Line, labelled, line, quiet, run, widthOf, wrap } from '../lines.ts'
import type { Feedback, Model } from '../model.ts'
import { isCalm } from '../when.ts'
import { answerLines } from './answer.ts'
import { paragraphs, placeLine, promptLines } from './question.ts'
import type { View } from './view.ts'
import { whenText } from './words.ts'

export const feedbackBody: View<'feedback'> = (model, screen, width) => {
  const { question, session, draft } = screen
  const topic = model.bank.topics.get(question.card.topic)?.title ?? ''
  const calm = isCalm(model) && !screen.idea
  const blocks: (readonly Line[])[] = [
    ...(screen.story ? [promptLines(question, width)] : []),
    verdictLines(model, screen, width),
    answerLines(model, screen, width, calm),
    decidedLines(question, width),
    ...(calm ? [] : [ideaLines(model, question, draft.confused, width)]),
    againLines(model, screen, width),
    ...(calm ? [] : [sourceLines(model, question, width)]),
  ]
  const whatIf = draft.mode === 'whatif'
  return {
    left: whatIf ? line(bold('What if')) : placeLine(model, { ...session, answered: session.answered.slice(0, -1) }),
    right: line(quiet(topic)),
    lines: blocks.filter(block => block.length > 0).flatMap((block, i) => (i === 0 ? block : [blank, ...block])),
  }
}

const signs = { right: 'Right', partly: 'Partly right', wrong: 'Wrong' } as const

function verdictLines({ glyphs }: Model, { verdict, draft }: Feedback, width: number): readonly Line[] {
  const { sure, rating } = draft
  const how =
    verdict.is === 'right'
      ? sure === 3
        ? ', counted as a guess'
        : rating === 1
          ? ', but more likely luck than knowledge'
          : ''
      : sure === 1
        ? ', and you were sure'
        : ''
  const shown =
    draft.kind !== 'flashcard' && verdict.is === 'wrong' && draft.answer === '' ? 'Shown' : signs[verdict.is]
  return [
    ...wrap(line(bold(`${glyphs[verdict.is]} ${shown}${how}`, verdict.is)), width),
    ...(verdict.says === undefined ? [] : wrap(line(verdict.says), width)),
  ]
}

/** The phrase that decides, and what another one would have made of it. */
export function decidedLines(question: Question, width: number): readonly Line[] {
  if (question.by !== 'choose' || question.decides.length === 0) return []
  const narrow = width < 60
  const phrases = question.decides.flatMap(
    (phrase, i): Line => [run(i === 0 ? '"' : ', "'), { text: phrase.replace(/[.]$/, ''), underline: true }, run('"')],
  )
  const decided = narrow
    ? wrap(line('Decided by ', ...phrases), width)
    : labelled(line('What decided'), phrases, width, 15)
  const { hinge, card, options } = question
  if (!hinge || card.kind !== 'multiple-choice') return decided
  const other =
    card.hinges.find(({ right }) => right !== hinge.right && options.some(option => option.id === right)) ??
    card.hinges.find(({ id }) => id !== hinge.id)
  if (!other) return decided
  const place = options.findIndex(option => option.id === other.right)
  const answer = place >= 0 ? `the answer would be ${'abcdef'[place]}` : 'another option would be right'
  return [
    ...decided,
    ...labelled([], line(`Had it said "${other.text.replace(/[.]$/, '')}", ${answer}.`), width, narrow ? 0 : 15),
  ]
}

export function ideaLines(
  model: Model,
  question: Question,
  confused: IdeaId | undefined,
  width: number,
): readonly Line[] {
  const { bank, size } = model
  const note = bank.notes.get(question.card.idea)
  const indent = width < 60 ? 0 : 15
  const reason = question.by === 'choose' ? question.card.why : undefined
  const why = reason === undefined ? [] : inset(paragraphs(reason, width - indent), indent)
  if (!note) return why
  const gap = why.length > 0 ? [blank] : []
  const taken = confused === undefined ? undefined : bank.notes.get(confused)
  if (taken && size.columns >= sideBySide) return [...why, ...gap, ...pairLines(note, taken, size.columns)]
  const other = taken ? [blank, ...noteLines(taken, 'You took it for', width, indent)] : []
  return [...why, ...gap, ...noteLines(note, 'The idea', width, indent), ...other]
}

/** From this width on, two notes stand beside each other. */
const sideBySide = 100

/** A note under its label, with what is true in depth. */
function noteLines(note: Note, label: string, width: number, indent: number): readonly Line[] {
  const rows = paragraphs(note.text, width - indent)
  const depth = note.nuance === undefined ? [] : paragraphs(`In depth: ${note.nuance}`, width - indent)
  if (indent === 0) return [...wrap(line(quiet(label)), width), ...rows, ...depth]
  return [...rows.map((row, i) => [run((i === 0 ? label : '').padEnd(indent)), ...row]), ...inset(depth, indent)]
}

/** Two ideas that were taken for one another, in two columns. */
function pairLines(note: Note, taken: Note, columns: number): readonly Line[] {
  const gutter = 4
  const width = Math.floor((Math.min(columns, 140) - 2 * gutter) / 2)
  const left = noteLines(note, 'The idea', width, 0)
  const right = noteLines(taken, 'You took it for', width, 0)
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const row = left[i] ?? []
    return [...row, run(' '.repeat(Math.max(0, width + gutter - widthOf(row)))), ...(right[i] ?? [])]
  })
}

const inset = (rows: readonly Line[], indent: number): readonly Line[] =>
  rows.map(row => [run(' '.repeat(indent)), ...row])

export function sourceLines({ bank }: Model, question: Question, width: number): readonly Line[] {
  const { source, idea } = question.card
  const urls = source.length > 0 ? source : (bank.notes.get(idea)?.source ?? [])
  return urls.flatMap(url => wrap(line(quiet(url)), width))
}

/** When the idea comes again, as the schedule has it now. */
function againLines(model: Model, { question, session, draft }: Feedback, width: number): readonly Line[] {
  if (draft.mode === 'whatif') return wrap(line(quiet('Asked out of curiosity: it counts for nothing.')), width)
  const known = model.progress.ideas.get(question.card.idea)
  if (!known) return []
  const day = whenText(known.dueDay - model.day)
  const slips = isLeech(known, model.day)
    ? wrap(line('This one keeps slipping: say it aloud, in your own words.'), width)
    : []
  const until = questionsUntil(session, question.card.idea)
  if (until === undefined) return [...wrap(line(`Again ${day}.`), width), ...slips]
  const soon = until > 0 ? `in ${until} ${until === 1 ? 'question' : 'questions'}` : 'next'
  return [...wrap(line(`Again ${soon}, and ${day}.`), width), ...slips]
}
