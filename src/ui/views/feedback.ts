import type { Question } from '../../kinds/kind.ts'
import { questionsUntil } from '../../study/session.ts'
import { blank, bold, type Line, labelled, line, quiet, run, wrap } from '../lines.ts'
import type { Feedback, Model } from '../model.ts'
import { isCalm } from '../when.ts'
import { answerLines } from './answer.ts'
import { paragraphs, placeLine } from './question.ts'
import type { View } from './view.ts'
import { whenText } from './words.ts'

export const feedbackBody: View<'feedback'> = (model, screen, width) => {
  const { question, session, draft } = screen
  const topic = model.bank.topics.get(question.card.topic)?.title ?? ''
  const calm = isCalm(model) && !screen.idea
  const blocks: (readonly Line[])[] = [
    verdictLines(model, screen, width),
    answerLines(model, screen, width, calm),
    decidedLines(question, width),
    ...(calm ? [] : [ideaLines(model, question, width)]),
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
function decidedLines(question: Question, width: number): readonly Line[] {
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

function ideaLines({ bank }: Model, question: Question, width: number): readonly Line[] {
  const note = bank.notes.get(question.card.idea)
  const indent = width < 60 ? 0 : 15
  const why =
    question.by === 'choose' && question.card.why !== undefined
      ? paragraphs(question.card.why, width - indent).map(row => [run(' '.repeat(indent)), ...row])
      : []
  if (!note) return why
  const rows = paragraphs(note.text, width - indent)
  const first = indent === 0 ? rows : rows.map((row, i) => [run((i === 0 ? 'The idea' : '').padEnd(indent)), ...row])
  const depth =
    note.nuance === undefined
      ? []
      : paragraphs(`In depth: ${note.nuance}`, width - indent).map(row => [run(' '.repeat(indent)), ...row])
  return [...(why.length > 0 ? [...why, blank] : []), ...first, ...depth]
}

function sourceLines({ bank }: Model, question: Question, width: number): readonly Line[] {
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
  const until = questionsUntil(session, question.card.idea)
  if (until === undefined) return wrap(line(`Again ${day}.`), width)
  const soon = until > 0 ? `in ${until} ${until === 1 ? 'question' : 'questions'}` : 'next'
  return wrap(line(`Again ${soon}, and ${day}.`), width)
}
