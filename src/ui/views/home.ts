import type { TopicId } from '../../deck/deck.ts'
import { ideasFor } from '../../study/bank.ts'
import { timesConfused } from '../../study/confusion.ts'
import { todayQueue } from '../../study/queue.ts'
import { examOf } from '../../study/settings.ts'
import { openSitting, timeLeft } from '../../study/sitting.ts'
import { held, streak, topicStats, weakest } from '../../study/stats.ts'
import { blank, bold, cutTo, fitted, type Line, line, quiet, run, widthOf } from '../lines.ts'
import type { Model } from '../model.ts'
import type { View } from './view.ts'
import { begunText, counted, examLine } from './words.ts'

const indent = '          '

export const homeBody: View<'home'> = (model, _screen, width) => {
  const exam = examOf(model.settings)
  const ideas = ideasFor(model.bank, exam)
  const known = held(ideas, model.progress, model.day)
  const weak = weakest(
    topicStats(model.bank, model.progress, exam, model.day).filter(topic => topic.met > 0),
    3,
  )
  const narrow = width < 60
  const figures = [
    `${known.all} ideas`,
    `held ${known.held}`,
    `shaky ${known.shaky}`,
    `not met yet ${known.all - known.met}`,
  ]
  const room = Math.min(width - indent.length - 35, Math.max(...weak.map(({ topic }) => widthOf(line(topic.title))), 0))
  const days = streak(model.progress, model.day)
  return {
    left: line(bold('lambda-study')),
    right: line(quiet(examLine(model))),
    lines: [
      ...todayLines(model, narrow),
      blank,
      ...examLines(model, narrow),
      blank,
      ...(narrow
        ? [line(figures.slice(0, 2).join('  ')), line(figures.slice(2).join('  '))]
        : [line(figures.join('    '))]),
      ...(weak.length === 0
        ? []
        : [
            blank,
            line('Worth most now'),
            ...weak.map(({ topic, held, all }) => {
              const share = `${held} of ${all} held`
              const mixed = mixedUp(model, topic.id)
              return narrow
                ? line('  ', ...cutTo(line(topic.title), width - share.length - 4), '  ', quiet(share))
                : line(
                    indent,
                    ...fitted(line(topic.title), room),
                    '   ',
                    quiet(`${share.padEnd(14)}${mixed}`.trimEnd()),
                  )
            }),
          ]),
      ...(days > 1 ? [blank, line(quiet(`${days} days in a row`))] : []),
    ],
  }
}

function mixedUp({ bank, progress }: Model, topic: TopicId): string {
  const times = timesConfused(progress.confusions, idea => bank.ideas.get(idea)?.topic === topic)
  return times === 0 ? '' : `   mixed up ${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`}`
}

/** The exam that was begun and not handed in. */
function examLines({ progress, now }: Model, narrow: boolean): readonly Line[] {
  const begun = openSitting(progress.sittings)
  if (!begun) return []
  const tail = narrow ? [] : [quiet(timeLeft(begun, now) === 0 ? '   e opens the report' : '   e goes there')]
  return [line('Exam'.padEnd(narrow ? 7 : indent.length), begunText(begun, now), ...tail)]
}

function todayLines(model: Model, narrow: boolean): readonly Line[] {
  const today = todayQueue(model.bank, model.progress, model.settings, model.day, 0)
  const answered = model.progress.days.get(model.day)?.answers ?? 0
  const enter = (says: string): Line => line(narrow ? '  ' : indent, run(`enter  ${says}`, 'accent'))
  const first = (text: string): Line => line(narrow ? 'Today  ' : 'Today'.padEnd(indent.length), bold(text))
  if (today.queue.length === 0) {
    const more = todayQueue(model.bank, model.progress, model.settings, model.day, 0, { seconds: 600 }).queue.length > 0
    const done = answered > 0 ? `done, ${counted(answered, 'answer')}` : 'nothing is due'
    return [first(done), blank, enter(more ? 'ten minutes more' : 'a quiz on what you know')]
  }
  const mistakes = today.misconceptions
  const parts = [
    `${today.due} due`,
    counted(today.fresh, 'new idea'),
    ...(mistakes > 0 ? [`${mistakes} you were sure of and missed`] : []),
  ]
  const minutes = Math.max(1, Math.round(today.seconds / 60))
  const list = narrow ? parts.map(part => line(`  ${part}`)) : [line(indent + parts.join('     '))]
  return [
    first(`${counted(minutes, 'minute')} ${model.glyphs.dot} ${counted(today.queue.length, 'question')}`),
    blank,
    ...list,
    blank,
    enter(answered > 0 ? 'go on' : 'start'),
  ]
}
