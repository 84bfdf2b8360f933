import { judge } from '../../kinds/index.ts'
import type { Answer, Question } from '../../kinds/kind.ts'
import { blank, type Line, line, quiet, wrap } from '../lines.ts'
import { facesOf } from '../screens/open.ts'
import { answerLines } from './answer.ts'
import { cardFacts, questionOf } from './card.ts'
import { decidedLines, sourceLines } from './feedback.ts'
import { paragraphs, promptLines } from './question.ts'
import type { View } from './view.ts'

/** A card to be read: what it asks, its answer, and why. */
export const faceBody: View<'face'> = (model, { idea, place }, width) => {
  const faces = facesOf(model, idea)
  const card = faces[place]
  if (!card) return { left: [], right: [], lines: [line(quiet('No card asks this yet.'))] }
  const question = questionOf(model, card)
  const answer = rightAnswer(question)
  const verdict = judge(question, answer)
  const told = question.by === 'type' ? undefined : card.why
  const blocks: readonly (readonly Line[])[] = [
    promptLines(question, width),
    answerLines(model, { question, answer, verdict, others: true }, width, false),
    decidedLines(question, width),
    told === undefined ? [] : paragraphs(told, width),
    [...wrap(line(quiet(cardFacts(model, card))), width), ...sourceLines(model, question, width)],
  ]
  return {
    left: line(quiet(`${place + 1} of ${faces.length} ${model.glyphs.dot} ${card.kind}`)),
    right: line(quiet(model.bank.topics.get(card.topic)?.title ?? '')),
    lines: blocks.filter(block => block.length > 0).flatMap((block, i) => (i === 0 ? block : [blank, ...block])),
  }
}

/** The answer that shows a question solved. A single choice is left open: nobody chose. */
function rightAnswer(question: Question): Answer {
  switch (question.by) {
    case 'recall':
      return { by: 'recall', recalled: 3 }
    case 'type':
      return { by: 'type', text: question.answer }
    case 'choose': {
      const rights = question.options.filter(option => option.right).map(option => option.id)
      return { by: 'choose', picked: question.choose === 1 ? [] : rights }
    }
    case 'match':
      return { by: 'match', groups: question.items.map(item => item.group) }
    case 'order': {
      const places = [...question.steps.keys()]
      return {
        by: 'order',
        order: places.sort((a, b) => (question.steps[a]?.place ?? 0) - (question.steps[b]?.place ?? 0)),
      }
    }
  }
}
