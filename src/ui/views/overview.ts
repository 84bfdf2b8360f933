import { ideasFor } from '../../study/bank.ts'
import { desiredRetention } from '../../study/memory.ts'
import { retained } from '../../study/retention.ts'
import { examDayOf, examOf } from '../../study/settings.ts'
import type { Share } from '../../study/share.ts'
import { held, streak } from '../../study/stats.ts'
import type { Tallies } from '../../study/tally.ts'
import { paneFor } from '../frame.ts'
import { blank, bold, type Line, line, quiet, run, widthOf, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { recallLines } from './recall-plot.ts'
import { topicLines } from './standing.ts'
import type { View } from './view.ts'
import { counted, examName } from './words.ts'

const empty =
  'Nothing answered yet. esc goes home, and enter there asks the first questions. Then this page shows what you hold, your recall day by day, and how often your "sure" is right.'

export const overviewBody: View<'progress'> = (model, _screen, width) => {
  const pane = paneFor(model.size)
  const isNew = firstDay(model) === undefined
  return {
    left: line(bold('Progress')),
    right: line(quiet(spanText(model))),
    lines: [
      ...countLines(model, width),
      blank,
      ...(isNew ? wrap(line(empty), width) : [...recallLines(model, width), blank, ...factLines(model, width)]),
    ],
    ...(pane && !isNew && { pane: [line(bold('By topic')), blank, ...topicLines(model, pane.width)] }),
  }
}

/** The first study day on record. */
export function firstDay({ progress, day }: Model): number | undefined {
  const days = [...progress.days.keys()].filter(on => on <= day)
  return days.length === 0 ? undefined : Math.min(...days)
}

/** `day 8 of 21 · 14 left`; without an exam to come only the day. */
function spanText(model: Model): string {
  const first = firstDay(model)
  if (first === undefined) return examName(model)
  const on = model.day - first + 1
  const examDay = examDayOf(model.settings)
  if (examDay === undefined || examDay < model.day) return `day ${on}`
  const all = examDay - first
  const left = examDay === model.day ? 'exam today' : `${examDay - model.day} left`
  return on <= all ? `day ${on} of ${all} ${model.glyphs.dot} ${left}` : left
}

/** What is sure and wrong is named with its sign: it is the one thing to worry about. */
function countLines({ bank, progress, settings, day, glyphs }: Model, width: number): readonly Line[] {
  const { all, met, held: kept, shaky, misconceptions } = held(ideasFor(bank, examOf(settings)), progress, day)
  const parts: readonly Line[] = [
    line(bold(counted(all, 'idea'))),
    line(`held ${kept}`),
    misconceptions === 0
      ? line(`shaky ${shaky}`)
      : line(`shaky ${shaky}, of them `, run(`${glyphs.wrong} ${misconceptions} sure but wrong`, 'wrong')),
    line(`not met yet ${all - met}`),
  ]
  const rows = ['    ', '   '].map(gap => parts.flatMap((part, i) => (i === 0 ? part : [run(gap), ...part])))
  const row = rows.find(one => widthOf(one) <= width)
  return row ? [row] : parts.flatMap(part => wrap(part, width))
}

function factLines({ progress, day }: Model, width: number): readonly Line[] {
  const { firstSight, seen } = progress.tallies
  const days = streak(progress, day)
  const calibration = calibrationText(progress.tallies)
  const scenarios = [
    ...(firstSight.of > 0 ? [`${shareText(firstSight)} right at first sight`] : []),
    ...(seen.of > 0 ? [`${shareText(seen)} ${firstSight.of > 0 ? '' : 'right '}when seen before`] : []),
  ].join(', ')
  const recalled = retained(progress, day)
  const desired = desiredRetention * 100
  const sentences = [
    ...(calibration === '' ? [] : [`${calibration}.`]),
    ...(scenarios === '' ? [] : [`Scenarios: ${scenarios}.`]),
    [
      ...(recalled.of > 0 ? [`Recalled on a later day: ${inShort(recalled)}; ${desired} in 100 is aimed at.`] : []),
      ...(days > 1 ? [`${days} days in a row.`] : []),
    ].join(' '),
  ]
  return sentences.filter(text => text !== '').flatMap(text => wrap(line(text), width))
}

/** How often the person is right who is sure: in figures as long as they are small. */
function calibrationText({ sure }: Tallies): string {
  const hows = [
    ['sure', sure[1]],
    ['think so', sure[2]],
    ['no idea', sure[3]],
  ] as const
  const said = hows.flatMap(([how, share]) => (share ? [{ how, share }] : []))
  const [first, ...rest] = said
  if (!first) return ''
  const many = said.some(({ share }) => share.of >= 100)
  const text = (share: Share) => (many ? `${percent(share)} times in 100` : shareText(share))
  const times = many ? '' : first.share.of === 1 ? ' time' : ' times'
  return [
    `Your "${first.how}" is right ${text(first.share)}${times}`,
    ...rest.map(({ how, share }) => `"${how}" ${many ? percent(share) : shareText(share)}`),
  ].join(', ')
}

export const shareText = ({ rights, of }: Share): string => `${rights} of ${of}`
export const percent = ({ rights, of }: Share): number => Math.round((100 * rights) / of)
const inShort = (share: Share): string => (share.of < 100 ? shareText(share) : `${percent(share)} in 100`)
