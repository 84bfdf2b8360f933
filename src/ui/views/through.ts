import { judge } from '../../kinds/index.ts'
import { blank, bold, type Line, line, quiet } from '../lines.ts'
import type { Model } from '../model.ts'
import { answerLines } from './answer.ts'
import { decidedLines, ideaLines, sourceLines } from './feedback.ts'
import { promptLines } from './question.ts'
import type { View } from './view.ts'

const words = {
  right: 'Right',
  partly: 'Partly right, which counts as wrong',
  wrong: 'Wrong',
  unanswered: 'Not answered',
} as const

/** A question of a handed-in exam with its reasons. */
export const throughBody: View<'through'> = (model, { marks, place, of, others }, width) => {
  const mark = marks[place]
  if (!mark) return { left: [], right: [], lines: [] }
  const { question, picked, is, ms } = mark
  const answer = { by: 'choose', picked } as const
  const confused = question.options.find(option => !option.right && picked.includes(option.id))?.confuses
  const blocks: readonly (readonly Line[])[] = [
    [verdictLine(model, is)],
    promptLines(question, width),
    answerLines(model, { question, answer, verdict: judge(question, answer), others }, width, false),
    decidedLines(question, width),
    ideaLines(model, question, confused, width),
    sourceLines(model, question, width),
  ]
  const more = [
    ...(ms > 0 ? [`${Math.round(ms / 1000)} s`] : []),
    ...(mark.flagged ? ['flagged'] : []),
    ...(mark.counts ? [] : ['did not count']),
  ]
  const notes = [`question ${mark.place + 1}`, ...(width < 60 ? [] : more)]
  return {
    left: line(quiet(`${place + 1} of ${marks.length}, ${of}`)),
    right: line(quiet(notes.join(` ${model.glyphs.dot} `))),
    lines: blocks.filter(block => block.length > 0).flatMap((block, i) => (i === 0 ? block : [blank, ...block])),
  }
}

function verdictLine({ glyphs }: Model, is: keyof typeof words): Line {
  const sign = is === 'unanswered' ? 'wrong' : is
  return line(bold(`${glyphs[sign]} ${words[is]}`, sign))
}
