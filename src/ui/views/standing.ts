import { ideasFor } from '../../study/bank.ts'
import { examOf } from '../../study/settings.ts'
import { type TopicStats, topicStats } from '../../study/stats.ts'
import { mostMissed } from '../../study/trouble.ts'
import { blank, bold, cutTo, fitted, type Line, line, quiet, run, widthOf } from '../lines.ts'
import type { Model } from '../model.ts'
import { stacked } from '../plot.ts'
import { ideaTitle } from './ideas.ts'
import type { View } from './view.ts'
import { examName } from './words.ts'

const barWidth = 20

/** The topics with what is held, shaky and not met of each; then the ideas that were missed most often. */
export const standingBody: View<'progress'> = (model, _screen, width) => {
  const { bank, progress, settings } = model
  const missed = mostMissed(bank, ideasFor(bank, examOf(settings)), progress, 5)
  return {
    left: line(bold('By topic')),
    right: line(quiet(examName(model))),
    lines: [
      ...topicLines(model, width),
      ...(missed.length === 0
        ? []
        : [
            blank,
            line(bold('Missed most often')),
            ...missed.map(({ idea, missed, answers }) => {
              const count = `${missed} of ${answers}`
              return line(...fitted(line(ideaTitle(idea)), width - 12), quiet(count.padStart(12)))
            }),
          ]),
    ],
  }
}

export function topicLines(model: Model, width: number): readonly Line[] {
  const { bank, progress, settings, day, plain } = model
  const topics = topicStats(bank, progress, examOf(settings), day)
  const titles = Math.max(0, ...topics.map(({ topic }) => widthOf(line(topic.title))))
  if (plain) return topics.map(stats => line(`${stats.topic.title}: ${words(stats)}`))
  const narrow = width < 60
  const room = narrow ? width - 13 : Math.min(titles, width - barWidth - 22)
  return [
    ...topics.map(stats => {
      const { topic, held, all, shaky, met, misconceptions } = stats
      const wrong = misconceptions > 0 ? run(` ${model.glyphs.wrong} ${misconceptions}`, 'wrong') : run('')
      const share = narrow ? `${held}/${all}` : `${held} of ${all} held`
      const cells = stacked(
        [
          [held, '█'],
          [shaky, '▒'],
          [all - met, '·'],
        ],
        barWidth,
      )
      return cutTo(
        line(
          ...fitted(line(topic.title), room),
          '  ',
          share.padStart(narrow ? 6 : 14),
          ...(narrow ? [] : [run(`  ${cells}`)]),
          wrong,
        ),
        width,
      )
    }),
    blank,
    ...(narrow ? [] : [line(quiet('█ held   ▒ shaky   · not met yet'))]),
    ...(topics.some(({ misconceptions }) => misconceptions > 0)
      ? [line(run(model.glyphs.wrong, 'wrong'), quiet(' sure but wrong'))]
      : []),
  ]
}

const words = ({ held, all, shaky, met, misconceptions }: TopicStats): string =>
  [
    `${held} of ${all} held`,
    `${shaky} shaky`,
    ...(misconceptions > 0 ? [`of them ${misconceptions} sure but wrong`] : []),
    `${all - met} not met yet`,
  ].join(', ')
