import { stemOf } from '../../deck/deck.ts'
import { plainText, safeLine } from '../../deck/text.ts'
import { askable } from '../../study/bank.ts'
import { dueIdeas, todayQueue } from '../../study/queue.ts'
import { examOf } from '../../study/settings.ts'
import { blank, bold, cutTo, line, quiet, run } from '../lines.ts'
import type { View } from './view.ts'
import { counted, examLine, whenText } from './words.ts'

export const summaryBody: View<'summary'> = (model, { session }, width) => {
  const { answered } = session
  const right = answered.filter(answer => answer.right).length
  const seconds = answered.reduce((sum, answer) => sum + answer.ms, 0) / 1000
  const missed = [...new Map(answered.filter(answer => !answer.right).map(answer => [answer.idea, answer])).values()]
  const ideas = askable(model.bank, examOf(model.settings), model.progress.suspended)
  const tomorrow = dueIdeas(ideas, model.progress, model.day + 1).length
  const next = Math.min(...ideas.flatMap(idea => model.progress.ideas.get(idea.id)?.dueDay ?? []))
  const more = todayQueue(model.bank, model.progress, model.settings, model.day, 0, { seconds: 600 }).queue.length
  const time = seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`
  return {
    left: line(bold(session.mode === 'quiz' ? 'Quiz done' : 'Done for now')),
    right: line(quiet(examLine(model))),
    lines: [
      answered.length === 0
        ? line('No question was answered.')
        : line(bold(`${right} of ${answered.length} right`), `     ${time}`),
      blank,
      ...(missed.length === 0
        ? []
        : [
            line('To come back to'),
            ...missed.flatMap(answer => {
              const title =
                model.bank.notes.get(answer.idea)?.text ??
                (model.bank.cards.get(answer.card) ? stemOf(model.bank.cards.get(answer.card) as never) : answer.card)
              return [cutTo(line(run(`  ${model.glyphs.wrong} `, 'wrong'), safeLine(plainText(title))), width)]
            }),
            blank,
          ]),
      line(
        tomorrow > 0
          ? `Tomorrow: ${counted(tomorrow, 'idea')} due.`
          : Number.isFinite(next) && next > model.day
            ? `Next due ${whenText(next - model.day)}.`
            : 'Nothing is due tomorrow.',
      ),
      blank,
      line(run(more > 0 ? 'enter  ten minutes more' : 'enter  a quiz on what you know', 'accent')),
    ],
  }
}
