import { judge } from '../kinds/index.ts'
import type { QuestionBy } from '../kinds/kind.ts'
import type { Bank } from './bank.ts'
import { questionAt } from './exam-question.ts'
import type { Share } from './share.ts'
import type { Sitting } from './sitting.ts'

/** A question of an exam with its answer, judged. */
export type Marked = {
  readonly place: number
  readonly question: QuestionBy<'choose'>
  readonly picked: readonly string[]
  /** The exam gives nothing for a part. */
  readonly is: 'right' | 'partly' | 'wrong' | 'unanswered'
  readonly flagged: boolean
  readonly ms: number
  readonly counts: boolean
  /** Asked before the exam. */
  readonly met: boolean
  readonly domain: string
  /** What came of the first complete answer, where the last one is another. */
  readonly change?: 'better' | 'worse' | 'neither'
}
export type Report = {
  readonly marks: readonly Marked[]
  /** Of the questions that count. */
  readonly score: Share
  /** The share right (0 to 1) on papers like this one: 90 % Wilson interval. */
  readonly likely: readonly [number, number]
  readonly domains: readonly ({ readonly title: string } & Share)[]
  readonly unanswered: number
  /** Mean seconds a question, and what the real exam gives for one. */
  readonly seconds: number
  readonly allowed: number
  readonly slowest: readonly number[]
  readonly changes: { readonly all: number; readonly better: number; readonly worse: number }
  readonly firstSight: Share
  readonly seen: Share
}

/** What an exam came to. */
export function reportOf(sitting: Sitting, bank: Bank): Report {
  const marks = [...sitting.cards.keys()].flatMap(place => markAt(sitting, bank, place) ?? [])
  const counting = marks.filter(({ counts }) => counts)
  const score = shareOf(counting)
  const blueprint = bank.exams[sitting.exam]
  const changed = counting.flatMap(({ change }) => change ?? [])
  const spent = marks.filter(({ ms }) => ms > 0)
  return {
    marks,
    score,
    likely: wilson(score),
    domains: Object.entries(blueprint?.domains ?? {}).flatMap(([id, { title }]) => {
      const own = counting.filter(({ domain }) => domain === id)
      return own.length === 0 ? [] : [{ title, ...shareOf(own) }]
    }),
    unanswered: marks.filter(({ is }) => is === 'unanswered').length,
    seconds: spent.reduce((sum, { ms }) => sum + ms, 0) / 1000 / Math.max(1, spent.length),
    allowed: blueprint ? (blueprint.minutes * 60) / blueprint.questions : 0,
    slowest: slowestOf(marks),
    changes: {
      all: changed.length,
      better: changed.filter(change => change === 'better').length,
      worse: changed.filter(change => change === 'worse').length,
    },
    firstSight: shareOf(counting.filter(({ met }) => !met)),
    seen: shareOf(counting.filter(({ met }) => met)),
  }
}

const slow = 3
/** The places of those that took longest, where they took longer than the others. */
export function slowestOf(marks: readonly Pick<Marked, 'place' | 'ms'>[]): readonly number[] {
  const byTime = marks.toSorted((a, b) => b.ms - a.ms)
  const middle = byTime[byTime.length >> 1]?.ms ?? 0
  return byTime
    .filter(({ ms }) => ms > middle)
    .slice(0, slow)
    .map(({ place }) => place)
}

function markAt(sitting: Sitting, bank: Bank, place: number): Marked | undefined {
  const question = questionAt(sitting, bank, place)
  if (!question) return undefined
  const given = sitting.answers[place]
  const picked = given?.picked ?? []
  const judged = (choice: readonly string[]) => judge(question, { by: 'choose', picked: choice }).is
  const is = picked.length === 0 ? 'unanswered' : judged(picked)
  const first = [...(given?.earlier ?? []), picked].find(choice => choice.length === question.choose)
  const was = first && first.toSorted().join() !== picked.toSorted().join() ? judged(first) : undefined
  return {
    place,
    question,
    picked,
    is,
    flagged: given?.flagged ?? false,
    ms: given?.ms ?? 0,
    counts: !sitting.unscored.includes(place),
    met: sitting.met.includes(place),
    domain: String(question.card.exams[sitting.exam] ?? ''),
    ...(was !== undefined && {
      change: (was === 'right') === (is === 'right') ? 'neither' : is === 'right' ? 'better' : 'worse',
    }),
  }
}

const shareOf = (marks: readonly Marked[]): Share => ({
  of: marks.length,
  rights: marks.filter(({ is }) => is === 'right').length,
})

/** The 90 % Wilson score interval of a share. https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm */
export function wilson({ of, rights }: Share): readonly [number, number] {
  if (of === 0) return [0, 1]
  const z = 1.6449
  const share = rights / of
  const middle = share + (z * z) / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return [Math.max(0, (middle - reach) / whole), Math.min(1, (middle + reach) / whole)]
}
