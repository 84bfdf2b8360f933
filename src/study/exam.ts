import {
  type Card,
  type CardId,
  type Exam,
  isScenario,
  type MultipleChoice,
  type MultipleResponse,
} from '../deck/deck.ts'
import { judge } from '../kinds/index.ts'
import { unseen } from '../kinds/kind.ts'
import { drawHinge } from '../kinds/options.ts'
import { dice, mix } from '../kinds/random.ts'
import { askable, type Bank } from './bank.ts'
import type { Draft, ExamStartDraft } from './event.ts'
import { questionAt } from './exam-question.ts'
import type { Progress } from './progress.ts'
import { rate } from './rating.ts'
import { reviewOf } from './review.ts'
import type { Sitting } from './sitting.ts'

export type ExamWishes = {
  readonly exam: string
  /** A sealed paper, whole. */
  readonly paper?: string
  readonly questions?: number
  readonly minutes?: number
  readonly strict?: boolean
}
/** What an exam will hold, before it begins. */
export type Drawn = Pick<ExamStartDraft, 'exam' | 'paper' | 'strict' | 'cards' | 'hinges' | 'unscored' | 'seed'> & {
  readonly minutes: number
}
type Scenario = MultipleChoice | MultipleResponse

/** As on the real exams: one of four, or two and more of five and more. */
const isExamQuestion = (card: Card): card is Scenario =>
  isScenario(card) && (card.kind === 'multiple-choice' ? card.options.length >= 4 : card.options.length >= 5)

/** The sealed papers that can still be sat for an exam, with their number of questions. */
export function papersFor(bank: Bank, exam: string): readonly { readonly paper: string; readonly questions: number }[] {
  const counts = new Map<string, number>()
  for (const { sealed, exams, retired } of bank.sealed)
    if (sealed !== undefined && retired === undefined && exams[exam] !== undefined)
      counts.set(sealed, (counts.get(sealed) ?? 0) + 1)
  return [...counts].sort().map(([paper, questions]) => ({ paper, questions }))
}

/** How many questions an exam of this kind can have. */
export const mostQuestions = (bank: Bank, progress: Progress, exam: string): number =>
  poolOf(bank, progress, { exam }).length

/** Draws an exam by the weights of its domains: of each domain what was not asked before first, and every idea once before any comes twice. */
export function drawExam(bank: Bank, progress: Progress, wishes: ExamWishes, seed: number): Drawn | undefined {
  const blueprint = bank.exams[wishes.exam]
  const pool = poolOf(bank, progress, wishes)
  if (!blueprint || pool.length === 0) return undefined
  const roll = dice(seed)
  const whole = wishes.paper === undefined ? (wishes.questions ?? blueprint.questions) : pool.length
  const count = Math.min(whole, pool.length)
  const byDomain = new Map<string, Scenario[]>()
  for (const card of roll.shuffled(pool)) {
    const domain = String(card.exams[wishes.exam])
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), card])
  }
  const drawn = new Set<CardId>()
  const ideas = new Map<string, number>()
  for (const [domain, share] of sharesOf(blueprint, byDomain, count)) {
    const own = byDomain.get(domain) ?? []
    for (let i = 0; i < share; i++) {
      const rank = ({ id, idea }: Scenario) => 2 * (ideas.get(idea) ?? 0) + (progress.cards.has(id) ? 1 : 0)
      const best = own
        .filter(({ id }) => !drawn.has(id))
        .reduce<Scenario | undefined>(
          (least, card) => (least === undefined || rank(card) < rank(least) ? card : least),
          undefined,
        )
      if (!best) break
      drawn.add(best.id)
      ideas.set(best.idea, (ideas.get(best.idea) ?? 0) + 1)
    }
  }
  const cards = roll.shuffled(pool.filter(({ id }) => drawn.has(id)))
  const places = [...cards.keys()]
  const full = wishes.paper === undefined && count === blueprint.questions
  const minutes = wishes.minutes ?? Math.max(1, Math.round((blueprint.minutes * count) / blueprint.questions))
  return {
    exam: wishes.exam,
    ...(wishes.paper !== undefined && { paper: wishes.paper }),
    strict: wishes.strict ?? false,
    cards: cards.map(({ id }) => id),
    hinges: cards.map((card, place) =>
      card.kind === 'multiple-choice'
        ? (drawHinge(card.hinges, progress.cards.get(card.id) ?? unseen, mix(seed, place))?.id ?? null)
        : null,
    ),
    unscored: full ? [...roll.shuffled(places)].slice(0, blueprint.unscored).sort((a, b) => a - b) : [],
    seed,
    minutes,
  }
}

function poolOf(
  bank: Bank,
  { suspended }: Progress,
  { exam, paper }: Pick<ExamWishes, 'exam' | 'paper'>,
): readonly Scenario[] {
  const cards =
    paper === undefined
      ? askable(bank, exam, suspended).flatMap(idea => idea.faces)
      : bank.sealed.filter(card => card.sealed === paper && card.retired === undefined)
  return cards.filter(isExamQuestion).filter(card => card.exams[exam] !== undefined)
}

/** How many questions each domain gets: seat by seat to the one furthest behind its weight (Sainte-Laguë), as long as it has cards. */
function sharesOf(
  { domains }: Exam,
  byDomain: ReadonlyMap<string, readonly Scenario[]>,
  count: number,
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>([...byDomain.keys()].sort().map(domain => [domain, 0]))
  const behind = (domain: string) => (domains[domain]?.weight ?? 1) / (2 * (shares.get(domain) ?? 0) + 1)
  for (let seat = 0; seat < count; seat++) {
    const open = [...shares.keys()].filter(domain => (byDomain.get(domain)?.length ?? 0) > (shares.get(domain) ?? 0))
    const [first, ...others] = open
    if (first === undefined) break
    const next = others.reduce((best, domain) => (behind(domain) > behind(best) ? domain : best), first)
    shares.set(next, (shares.get(next) ?? 0) + 1)
  }
  return shares
}

/** The end of an exam, and a review for each question that was answered. */
export function finishing(sitting: Sitting, bank: Bank, progress: Progress, day: number): readonly Draft[] {
  const reviews = [...sitting.cards.keys()].flatMap((place): readonly Draft[] => {
    const question = questionAt(sitting, bank, place)
    const given = sitting.answers[place]
    if (!question || !given || given.picked.length === 0) return []
    const answer = { by: 'choose', picked: given.picked } as const
    const verdict = judge(question, answer)
    const rating = rate(question, answer, verdict, undefined, progress, day)
    return [reviewOf(question, answer, verdict, { rating, ms: given.ms, mode: 'exam', session: sitting.id })]
  })
  return [{ type: 'exam-finish', session: sitting.id }, ...reviews]
}

/** An exam that can be begun now. */
export type Offer = {
  readonly title: string
  readonly wishes: ExamWishes
  readonly questions: number
  readonly unscored: number
  readonly minutes: number
}

const shortExam = 20

/** What can be sat for an exam: as long as the real one or as the deck allows, a short one, and the sealed papers. */
export function offersFor(bank: Bank, progress: Progress, exam: string): readonly Offer[] {
  const most = mostQuestions(bank, progress, exam)
  const whole = Math.min(most, bank.exams[exam]?.questions ?? 0)
  return [
    ...(whole > 0
      ? [offerOf(bank, progress, whole === bank.exams[exam]?.questions ? 'Whole exam' : 'Long exam', { exam })]
      : []),
    ...(whole > shortExam ? [offerOf(bank, progress, 'Short exam', { exam, questions: shortExam })] : []),
    ...papersFor(bank, exam).map(({ paper }) => offerOf(bank, progress, `Paper ${paper}`, { exam, paper })),
  ].flatMap(offer => offer ?? [])
}

/** An exam by one's own wishes; missing when nothing can be drawn for them. */
export function offerOf(bank: Bank, progress: Progress, title: string, wishes: ExamWishes): Offer | undefined {
  const drawn = drawExam(bank, progress, wishes, 0)
  return (
    drawn && { title, wishes, questions: drawn.cards.length, unscored: drawn.unscored.length, minutes: drawn.minutes }
  )
}
