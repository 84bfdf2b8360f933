import { ideasFor } from '../study/bank.ts'
import { dateOf, dayText, yearOf } from '../study/date.ts'
import { todayQueue } from '../study/queue.ts'
import { examDayOf, examOf } from '../study/settings.ts'
import { held, streak, topicStats } from '../study/stats.ts'
import type { World } from '../world.ts'
import type { Run } from './command.ts'
import { type Opened, openOutline } from './open.ts'
import { counted, print, printJson, warn } from './print.ts'

export const run: Run = async (world, _args, flags) => {
  const opened = await openOutline(world)
  if (flags.json) {
    printJson(world, statusOf(opened))
    warn(world, opened.notices)
  } else printStatus(world, opened)
  return 0
}

/** The fields of `status --json`. */
function statusOf({ bank, progress, settings, now }: Opened) {
  const exam = examOf(settings)
  const { due, fresh, seconds } = todayQueue(bank, progress, settings, now.day, 0)
  const { all, met, held: kept } = held(ideasFor(bank, exam), progress, now.day)
  return {
    now: new Date(now.at).toISOString(),
    studyDay: dateOf(now.day),
    due,
    new: fresh,
    minutes: Math.ceil(seconds / 60),
    streak: streak(progress, now.day),
    exam: exam === undefined ? null : { id: exam, date: settings.examDate ?? null },
    ideas: { all, met, held: kept },
    topics: topicStats(bank, progress, exam, now.day).map(({ topic, all, met, held, retrievability }) => ({
      id: topic.id,
      title: topic.title,
      ideas: all,
      met,
      held,
      retrievability: retrievability === undefined ? null : Math.round(retrievability * 1000) / 1000,
    })),
  }
}

export function printStatus(world: World, opened: Opened): void {
  const { bank, progress, settings, now, notices } = opened
  const status = statusOf(opened)
  const exam = status.exam && bank.exams[status.exam.id]
  const examDay = examDayOf(settings)
  const days =
    examDay === undefined
      ? ''
      : examDay < now.day
        ? ', past'
        : examDay === now.day
          ? ', today'
          : `, in ${counted(examDay - now.day, 'day')}`
  print(
    world,
    [
      `Today   ${status.due} due, ${status.new} new, about ${counted(status.minutes, 'minute')}`,
      `Ideas   ${status.ideas.held} held, ${status.ideas.met} met, ${status.ideas.all} in all`,
      `Streak  ${counted(status.streak, 'day')}`,
    ].join('\n'),
  )
  if (exam)
    print(
      world,
      `Exam    ${exam.title}${examDay === undefined ? ', no date yet' : `, ${dayText(examDay, yearOf(now.day))}${days}`}`,
    )
  const width = Math.max(...status.topics.map(topic => topic.title.length))
  print(world, '')
  for (const topic of status.topics) {
    const recall = topic.retrievability === null ? '' : `, recall ${Math.round(topic.retrievability * 100)} in 100`
    print(world, `${topic.title.padEnd(width)}  ${topic.held} of ${topic.ideas} held${recall}`)
  }
  warn(world, notices)
  if (progress.days.size === 0) print(world, '\nNothing answered yet: lambda-study today begins.')
}
