import type { IdeaId, TopicId } from '../deck/deck.ts'
import { dice } from '../kinds/random.ts'
import { askable, type Bank, type Idea } from './bank.ts'
import { partnersOf } from './confusion.ts'
import { faceFor, isOnItsWayBack } from './face.ts'
import { isAhead } from './idea.ts'
import { retrievability } from './memory.ts'
import { secondsToAsk } from './pace.ts'
import type { Progress } from './progress.ts'
import { examDayOf, examOf, type Settings } from './settings.ts'

/** What today holds. `due`: all ideas due, whether they fit or not; the rest describes the queue. */
export type Today = {
  readonly queue: readonly IdeaId[]
  readonly due: number
  readonly fresh: number
  readonly misconceptions: number
  readonly seconds: number
}
export type Wishes = {
  /** Seconds to fill; without it the minutes set, less what was spent today. */
  readonly seconds?: number
  readonly topic?: TopicId
}

/** Ideas due on a day: met before, with a card in use, and due by date, on their way back, or answered under a clock that was ahead. Lowest recall first. */
export function dueIdeas(ideas: readonly Idea[], progress: Progress, day: number): readonly Idea[] {
  const recall = (idea: Idea) => {
    const known = progress.ideas.get(idea.id)
    return known ? retrievability(known.memory, day - known.lastDay) : 1
  }
  return ideas
    .filter(idea => {
      const known = progress.ideas.get(idea.id)
      if (!known) return false
      return (known.dueDay <= day && known.lastDay < day) || isOnItsWayBack(known, day) || isAhead(known, day)
    })
    .sort((a, b) => recall(a) - recall(b))
}

/** How many new ideas a day must bring: none on the last two days, unless there never were five. Without a date: no number, a share of the minutes. */
export function newPerDay(
  unmet: number,
  day: number,
  examDay: number | undefined,
  firstDay: number,
): number | undefined {
  if (examDay === undefined || examDay < day) return undefined
  if (examDay - day <= 2 && examDay - firstDay >= 5) return 0
  return Math.ceil(unmet / Math.max(1, examDay - 3 - day))
}

/** The day's work: misconceptions and what an exam missed, then new ideas at the pace that the exam needs, then due ideas by lowest recall, then more new ideas while minutes are left. */
export function todayQueue(
  bank: Bank,
  progress: Progress,
  settings: Settings,
  day: number,
  seed: number,
  wishes: Wishes = {},
): Today {
  const exam = examOf(settings)
  const ideas = askable(bank, exam, progress.suspended).filter(
    idea => wishes.topic === undefined || idea.topic === wishes.topic,
  )
  const budget = wishes.seconds ?? Math.max(0, settings.minutes * 60 - (progress.days.get(day)?.todayMs ?? 0) / 1000)
  const due = dueIdeas(ideas, progress, day)
  const unmet = inOrderOfWeight(ideas.filter(idea => !progress.ideas.has(idea.id)))
  const metToday = ideas.filter(idea => progress.ideas.get(idea.id)?.firstDay === day).length
  const examDay = examDayOf(settings)
  const wanted = newPerDay(unmet.length + metToday, day, examDay, Math.min(day, ...progress.days.keys()))

  const queue: Idea[] = []
  let seconds = 0
  const cost = (idea: Idea) =>
    secondsToAsk(faceFor(idea, progress, exam, day).kind, !progress.ideas.has(idea.id), progress)
  const admit = (from: readonly Idea[], limit: number, most = Number.POSITIVE_INFINITY) => {
    let count = 0
    for (const idea of from) {
      if (queue.includes(idea)) continue
      if (count >= most || seconds + cost(idea) > limit) break
      queue.push(idea)
      seconds += cost(idea)
      count += 1
    }
    return count
  }
  /** What an idea is confused with comes with it, due or not, unless it was asked today. */
  const partners = (idea: Idea) =>
    partnersOf(progress.confusions, idea.id).flatMap(id => {
      const partner = ideas.find(other => other.id === id)
      return partner && progress.ideas.get(id)?.lastDay !== day ? [partner] : []
    })
  const isMisconception = (idea: Idea) => progress.ideas.get(idea.id)?.misconception !== undefined
  const isMistaken = (idea: Idea) => isMisconception(idea) || progress.ideas.get(idea.id)?.examMiss !== undefined
  // The whole of what was missed goes before what it was taken for.
  const mistaken = due.filter(isMistaken)
  admit([...mistaken, ...mistaken.flatMap(partners)], budget)
  const misconceptions = queue.filter(isMisconception).length
  if (wanted === undefined) admit(unmet, Math.min(budget, seconds + budget / 3))
  else admit(unmet, budget, Math.max(0, wanted - metToday))
  admit(
    due.flatMap(idea => [idea, ...partners(idea)]),
    budget,
  )
  if (wanted !== 0) admit(unmet, budget)
  return {
    queue: pairedUp(mixed(queue, seed), progress, seed),
    due: due.length,
    fresh: queue.filter(idea => !progress.ideas.has(idea.id)).length,
    misconceptions,
    seconds,
  }
}

/** What the notes mark as important for the exam comes first. */
const inOrderOfWeight = (ideas: readonly Idea[]): readonly Idea[] =>
  [...ideas].sort((a, b) => Number(b.note?.emphasis !== undefined) - Number(a.note?.emphasis !== undefined))

const mixed = (queue: readonly Idea[], seed: number): readonly IdeaId[] =>
  dice(seed)
    .shuffled(queue)
    .map(idea => idea.id)

/** Confused ideas stand one to three others apart: near enough to be told apart, too far to be compared. */
function pairedUp(queue: readonly IdeaId[], { confusions }: Progress, seed: number): readonly IdeaId[] {
  const roll = dice(seed)
  return confusions.reduce<readonly IdeaId[]>((order, { ideas }) => {
    const [first, second] = order.filter(id => ideas.includes(id))
    if (first === undefined || second === undefined) return order
    const rest = order.filter(id => id !== second)
    return rest.toSpliced(rest.indexOf(first) + 1 + roll.int(1, 3), 0, second)
  }, queue)
}
