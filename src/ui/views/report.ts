import type { Report } from '../../study/report.ts'
import type { Sitting } from '../../study/sitting.ts'
import { blank, bold, fitted, type Line, line, quiet, run, widthOf, wrap } from '../lines.ts'
import { bar } from '../plot.ts'
import { sittingOf } from '../screens/exam.ts'
import type { View } from './view.ts'
import { clockText, counted, examCode, subjectOf } from './words.ts'

const label = 16

export const reportBody: View<'report'> = (model, { id, report }, width) => {
  const sitting = sittingOf(model, id)
  if (!sitting) return { left: [], right: [], lines: [] }
  const { score, likely } = report
  const [low, high] = likely.map(share => Math.round(share * 100))
  const exam = model.bank.exams[sitting.exam]
  const narrow = width < 60
  const subject = subjectOf(model.bank, [sitting.exam])
  const said = (text: string) => (narrow ? wrap(line(text), width) : indented(text, width))
  const scale = exam ? ` (${exam.pass} of ${exam.scale[1].toLocaleString('en-US')} passes)` : ''
  const title = sitting.paper === undefined ? '' : `Paper ${sitting.paper} ${model.glyphs.dot} `
  return {
    left: line(bold(`${title}${examCode(sitting.exam, exam)}${subject === '' ? '' : `, ${subject} part`}`)),
    right: line(quiet(narrow ? '' : whatText(sitting, report))),
    lines: [
      ...(narrow
        ? [
            line(bold(`${score.rights} of ${score.of} right`)),
            blank,
            ...said(`Likely ${low} to ${high} in 100 on papers like this one.`),
          ]
        : [
            line(
              bold(`${score.rights} of ${score.of} right`.padEnd(label + 4)),
              `Likely ${low} to ${high} in 100 on papers like this one.`,
            ),
          ]),
      blank,
      ...said(
        `Not an AWS score: AWS scales its marks${scale}, and its exam asks about more than ${subject || 'this'}.`,
      ),
      blank,
      ...domainLines(report, width),
      blank,
      ...factLines(sitting, report, width),
    ],
  }
}

const indented = (text: string, width: number): readonly Line[] =>
  wrap(line(text), width - label - 4).map(row => [run(' '.repeat(label + 4)), ...row])

function whatText({ cards, unscored }: Sitting, { firstSight }: Report): string {
  const count = counted(cards.length, 'question')
  if (unscored.length > 0) return `${count}, ${unscored.length} of them do not count`
  return firstSight.of === cards.length ? `${count} you had never seen` : count
}

function domainLines({ domains }: Report, width: number): readonly Line[] {
  const narrow = width < 60
  const room = Math.min(Math.max(...domains.map(({ title }) => widthOf(line(title))), 0), narrow ? width - 10 : 34)
  return domains.map(({ title, rights, of }) => {
    const lead = line(...fitted(line(title), room), '  ', `${rights} of ${of}`)
    return narrow ? lead : line(...fitted(lead, room + 11), run(bar(rights / of, Math.min(20, width - room - 12))))
  })
}

function factLines(sitting: Sitting, report: Report, width: number): readonly Line[] {
  const { seconds, allowed, slowest, changes, marks, unanswered, firstSight, seen } = report
  const wrong = marks.filter(({ is }) => is !== 'right').length
  const through = marks.filter(({ is, flagged }) => is !== 'right' || flagged)
  const flagged = through.length - wrong
  const { pauses, deadline, startedAt, allowed: time } = sitting
  const rows: readonly (readonly [string, string])[] = [
    [
      'Pace',
      `${Math.round(seconds)} s a question; the exam gives ${Math.round(allowed)}.${slowest.length > 0 ? ` Slowest: ${slowest.map(place => place + 1).join(', ')}.` : ''}`,
    ],
    ...(pauses > 0
      ? [['Pauses', `${inWords(pauses)}: the clock stood for ${clockText(deadline - startedAt - time)}.`] as const]
      : []),
    ...(unanswered > 0 ? [['Unanswered', `${unanswered}, which count as wrong.`] as const] : []),
    ['Changed answers', changesText(changes)],
    ...(firstSight.of > 0 && seen.of > 0
      ? [
          [
            'First sight',
            `${firstSight.rights} of ${firstSight.of} right; of those seen before ${seen.rights} of ${seen.of}.`,
          ] as const,
        ]
      : []),
    [
      'Next',
      through.length === 0
        ? 'Nothing to go through.'
        : `${through.length} to go through, ${whatToRead(wrong, flagged)}: about ${counted(Math.max(1, Math.round((through.length * secondsToRead) / 60)), 'minute')}.${wrong > 0 ? ' What you answered wrong comes back within three days.' : ''}`,
    ],
  ]
  return rows.flatMap(([name, text]) =>
    width < 60
      ? [line(quiet(name)), ...wrap(line(text), width)]
      : wrap(line(text), width - label - 4).map((row, i) => [run((i === 0 ? name : '').padEnd(label + 4)), ...row]),
  )
}

const whatToRead = (wrong: number, flagged: number): string =>
  [...(wrong > 0 ? [`${wrong} wrong`] : []), ...(flagged > 0 ? [`${flagged} flagged`] : [])].join(' and ')

/** Seconds that going through a missed question takes. */
const secondsToRead = 75

const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const
const inWords = (count: number): string => words[count] ?? String(count)

function changesText({ all, better, worse }: Report['changes']): string {
  if (all === 0) return 'none.'
  const parts = [
    ...(better > 0 ? [`${inWords(better)} for the better`] : []),
    ...(worse > 0 ? [`${inWords(worse)} for the worse`] : []),
    ...(all > better + worse ? [`${inWords(all - better - worse)} made no difference`] : []),
  ]
  return `${all}: ${parts.join(', ')}.`
}
