import { kindNames } from '../kinds/index.ts'
import { askable, ideasFor } from '../study/bank.ts'
import { recallByDay } from '../study/curve.ts'
import { dateOf } from '../study/date.ts'
import { dueByDay } from '../study/due-by-day.ts'
import { standings } from '../study/groups.ts'
import { desiredRetention } from '../study/memory.ts'
import { ownSeconds } from '../study/pace.ts'
import { retained } from '../study/retention.ts'
import { examOf } from '../study/settings.ts'
import { none, type Share } from '../study/share.ts'
import { type Held, held, streak, topicStats } from '../study/stats.ts'
import { mostMissed, slowest } from '../study/trouble.ts'
import type { Run } from './command.ts'
import { type Opened, open } from './open.ts'
import { print, printJson, warn } from './print.ts'
import { modeFor, modelOf, openScreens } from './screens.ts'

/** On a terminal the Progress screen; else its text, or the figures alone. */
export const run: Run = async (world, _args, flags) => {
  if (!flags.json && modeFor(world, flags) === 'screens') return openScreens(world, flags, 'progress')
  const opened = await open(world)
  if (flags.json) printJson(world, statsOf(opened))
  else {
    const { textOfProgress } = await import('../ui/progress-text.ts')
    const { lookFor } = await import('../ui/theme.ts')
    const { glyphs } = lookFor('mono', 0, world.env, process.platform === 'win32')
    print(world, textOfProgress(modelOf(world, opened, { glyphs })).trimEnd())
  }
  warn(world, opened.notices)
  return 0
}

/**
 * The fields of `stats --json`. Shares are from 0 to 1, days like `2026-11-23`; all but answers themselves is about the
 * ideas of the exam chosen, or all of them. Not counted: what was taken back, and what was asked out of curiosity.
 * - `ideas` {all, held, shaky, sureButWrong, notMet}: shaky ones include those sure but wrong.
 * - `recall` [{day, recall}]: what would have been recalled at the end of each study day, and today; `goal`: on the exam's day.
 * - `calibration` {sure, thinkSo, noIdea}, `scenarios` {firstSight, seen}: {answers, right}.
 * - `retention` {desired, answers, recalled, recent}: the first answers of a day to ideas met on an earlier one; `recent`: of the last 30 days.
 * - `topics` [{id, title, ideas, held, shaky, sureButWrong, notMet, recall}]: mean recall of those met, or null.
 * - `kinds` [{kind, answers, right, seconds}]: the middle one of the newest hundred answer times, or null.
 * - `calendar` [{day, answers, right, seconds}]: study days; `streak` in days.
 * - `due` {days: [{day, ideas}], later}: when ideas come again; 30 days from today on.
 * - `leeches` ids; `mostMissed` [{idea, answers, missed}], `slowest` [{card, seconds, usual}]: at most ten.
 */
function statsOf({ bank, progress, settings, now: { at, day } }: Opened) {
  const exam = examOf(settings)
  const ideas = ideasFor(bank, exam)
  const due = dueByDay(askable(bank, exam, progress.suspended), progress, day, 30)
  const returns = (share: Share) => ({ answers: share.of, recalled: share.rights })
  const { kinds: byKind, sure, firstSight, seen } = progress.tallies
  return {
    now: new Date(at).toISOString(),
    studyDay: dateOf(day),
    exam: exam === undefined ? null : { id: exam, date: settings.examDate ?? null },
    ideas: heldFields(held(ideas, progress, day)),
    goal: settings.goal,
    recall: recallByDay(bank, progress, exam, day).map(point => ({
      day: dateOf(point.day),
      recall: thousandths(point.recall),
    })),
    calibration: { sure: answers(sure[1]), thinkSo: answers(sure[2]), noIdea: answers(sure[3]) },
    scenarios: { firstSight: answers(firstSight), seen: answers(seen) },
    retention: {
      desired: desiredRetention,
      ...returns(retained(progress, day)),
      recent: returns(retained(progress, day, 30)),
    },
    topics: topicStats(bank, progress, exam, day).map(({ topic: { id, title }, retrievability, ...known }) => {
      const { all, ...rest } = heldFields(known)
      return {
        id,
        title,
        ideas: all,
        ...rest,
        recall: retrievability === undefined ? null : thousandths(retrievability),
      }
    }),
    kinds: kindNames
      .filter(kind => byKind[kind])
      .map(kind => ({ kind, ...answers(byKind[kind]), seconds: ownSeconds(kind, progress) ?? null })),
    calendar: [...progress.days]
      .filter(([on]) => on <= day)
      .sort(([a], [b]) => a - b)
      .map(([on, { answers, rights, ms }]) => ({
        day: dateOf(on),
        answers,
        right: rights,
        seconds: Math.round(ms / 1000),
      })),
    streak: streak(progress, day),
    due: { days: due.days.map((count, i) => ({ day: dateOf(day + i), ideas: count })), later: due.later },
    leeches: standings(ideas, progress, day).flatMap(({ idea, leech }) => (leech ? [idea.id] : [])),
    mostMissed: mostMissed(bank, ideas, progress, 10).map(({ idea, ...counts }) => ({ idea: idea.id, ...counts })),
    slowest: slowest(ideas, progress, 10).map(({ card, ...times }) => ({ card: card.id, ...times })),
  }
}

const heldFields = ({ all, met, held, shaky, misconceptions }: Held) => ({
  all,
  held,
  shaky,
  sureButWrong: misconceptions,
  notMet: all - met,
})
const answers = ({ of, rights }: Share = none) => ({ answers: of, right: rights })
const thousandths = (share: number): number => Math.round(share * 1000) / 1000
