import type { IdeaId } from '../../deck/deck.ts'
import { plainText, safeLine } from '../../deck/text.ts'
import { partnersOf } from '../../study/confusion.ts'
import { dayText, yearOf } from '../../study/date.ts'
import type { PastAnswer } from '../../study/history.ts'
import type { IdeaProgress } from '../../study/idea.ts'
import { isLeech } from '../../study/leech.ts'
import { desiredRetention, retrievability } from '../../study/memory.ts'
import { recallOn } from '../../study/stats.ts'
import { curveLines } from '../curve.ts'
import { blank, cutTo, type Line, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { counted, whenText } from './words.ts'

/** What is known of an idea, in one line. */
export function memoryText({ progress, day, glyphs }: Model, id: IdeaId): string {
  const known = progress.ideas.get(id)
  const recall = recallOn(progress, { id }, day)
  const parts =
    known && recall !== undefined
      ? [
          `Recall ${Math.round(recall * 100)} in 100`,
          counted(known.reviews, 'answer'),
          progress.suspended.includes(id) ? 'not asked' : `again ${whenText(known.dueDay - day)}`,
        ]
      : ['Not met yet']
  return [...parts, ...(progress.suspended.includes(id) ? ['suspended'] : [])].join(` ${glyphs.dot} `)
}

/** What makes an idea hard for this person, a sentence each. */
function troubleLines({ bank, progress, day }: Model, id: IdeaId, width: number): readonly Line[] {
  const known = progress.ideas.get(id)
  const pairs = partnersOf(progress.confusions, id).flatMap(other => bank.notes.get(other)?.text ?? [])
  const sentences = [
    ...(known && isLeech(known, day)
      ? [`Keeps slipping: missed again on ${counted(known.lapses.length, 'later day')}.`]
      : []),
    ...(known?.misconception ? [`You were sure of it and missed it on ${dated(known.misconception.day, day)}.`] : []),
    ...pairs.map(text => `Mixed up with: ${safeLine(plainText(text))}`),
  ]
  return sentences.flatMap(sentence => wrap(line(sentence), width))
}

/** What an idea's memory comes to: recall now and over the next weeks, and the answers that made it. `details`: with the figures of the model. */
export function memoryLines(model: Model, id: IdeaId, details: boolean, width: number): readonly Line[] {
  const { progress, day, glyphs } = model
  const known = progress.ideas.get(id)
  const answers = historyLines(model, id, width)
  const figures =
    known && details
      ? wrap(
          line(
            quiet(
              `Stability ${days(known.memory.stability)} ${glyphs.dot} difficulty ${known.memory.difficulty.toFixed(1)} of 10`,
            ),
          ),
          width,
        )
      : []
  return [
    ...wrap(line(memoryText(model, id)), width),
    ...troubleLines(model, id, width),
    ...figures,
    ...(known ? [blank, ...forgetting(known, day, width)] : []),
    ...(answers.length === 0 ? [] : [blank, line('Answers'), ...answers]),
  ]
}

const days = (stability: number): string =>
  stability < 10 ? `${stability.toFixed(1)} days` : counted(Math.round(stability), 'day')

/** Recall from today on, with the recall at which an idea is asked again and the day when it is. */
function forgetting(known: IdeaProgress, day: number, width: number): readonly Line[] {
  const wait = Math.max(0, known.dueDay - day)
  const length = Math.min(366, Math.max(29, Math.ceil(wait * 1.5) + 1))
  const values = Array.from({ length }, (_, i) => retrievability(known.memory, day + i - known.lastDay))
  return [
    line('Recall if it is not asked, in 100'),
    ...curveLines(
      {
        values,
        goal: desiredRetention,
        marked: { day: wait, says: wait === 0 ? 'due today' : `due ${dated(known.dueDay, day)}` },
        first: 'today',
        last: whenText(length - 1),
      },
      Math.min(width, 65),
    ),
  ]
}

const dated = (day: number, today: number): string => dayText(day, yearOf(today))
const ratings = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const

/** The newest answers, the newest first; those before the idea was begun anew below a line that says so. */
function historyLines(model: Model, id: IdeaId, width: number): readonly Line[] {
  const answers = (model.progress.histories.get(id) ?? []).toReversed()
  const counting = model.progress.ideas.get(id)?.reviews ?? 0
  const rows = answers.map(answer => answerLine(model, answer, width))
  return counting >= rows.length
    ? rows
    : [...rows.slice(0, counting), line(quiet('  begun anew; before that')), ...rows.slice(counting)]
}

function answerLine({ glyphs, day: today }: Model, [day, kind, verdict, rating]: PastAnswer, width: number): Line {
  const narrow = width < 50
  const word = narrow ? '' : verdict.padEnd(8)
  const date = dated(day, today).padEnd(narrow ? 11 : 13)
  return cutTo(
    line(
      `  ${date}`,
      run(`${glyphs[verdict]} `, verdict),
      `${word}${ratings[rating].padEnd(narrow ? 6 : 9)}`,
      quiet(kind),
    ),
    width,
  )
}
