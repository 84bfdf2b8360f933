import type { Card, Deck } from '../../src/deck/deck.ts'
import { interval, next } from '../../src/study/memory.ts'

/** What `stats --json` should say, worked out from the lines of the logs by loops that share nothing with the app but FSRS itself. */
export function figuresByHand(deck: Deck, logs: readonly string[], exam: string, today: number): Figures {
  const lines = standingLines(logs)
  const open = deck.topics.flatMap(topic => topic.cards).filter(card => !card.retired && !card.sealed)
  const all = [
    ...deck.topics.flatMap(topic => topic.notes.map(note => note.id as string)),
    ...open.map(({ idea }) => idea),
  ]
  const asked = new Set(open.filter(card => card.exams[exam] !== undefined).map(({ idea }) => idea as string))
  const ideas = [...new Set(all)].filter(id => asked.has(id))

  const memory = new Map<string, Known>()
  const ends = new Map<number, number>()
  const days = new Map<number, Day>()
  const cards = new Map<string, { times: number; rights: number; ms: number[] }>()
  const paces = new Map<string, number[]>()
  const counts: Record<string, { answers: number; right: number }> = {}
  let newest = 0
  const recalled = (on: number) =>
    ideas.reduce((sum, id) => {
      const known = memory.get(id)
      return sum + (known ? chance(known.stability, Math.max(0, on - known.last)) : 0)
    }, 0)
  for (const line of lines) {
    if (line.type === 'reset') memory.delete(line.target)
    if (line.type !== 'review' || line.mode === 'whatif') continue
    const count = (name: string) => {
      counts[name] ??= { answers: 0, right: 0 }
      counts[name].answers += 1
      counts[name].right += line.verdict === 'right' ? 1 : 0
    }
    const card = cards.get(line.card) ?? { times: 0, rights: 0, ms: [] }
    const isScenario = line.kind === 'multiple-choice' || line.kind === 'multiple-response'
    count(line.kind)
    if (line.sure) count(`sure ${line.sure}`)
    if (isScenario) count(card.times === 0 ? 'first sight' : 'seen')
    card.times += 1
    card.rights += line.verdict === 'right' ? 1 : 0
    card.ms.push(line.ms)
    cards.set(line.card, card)
    paces.set(line.kind, [...(paces.get(line.kind) ?? []), line.ms])
    if (line.day > newest) {
      if (newest > 0) ends.set(newest, recalled(newest))
      newest = line.day
    }
    const before = memory.get(line.idea)
    const day = days.get(line.day) ?? { answers: 0, right: 0, ms: 0, returned: 0, recalled: 0 }
    day.answers += 1
    day.right += line.verdict === 'right' ? 1 : 0
    day.ms += line.ms
    if (before && before.last < line.day) {
      day.returned += 1
      day.recalled += line.rating > 1 ? 1 : 0
    }
    days.set(line.day, day)
    memory.set(line.idea, learnt(before, line))
  }

  const tomorrow = (id: string) => {
    const known = memory.get(id)
    return known ? chance(known.stability, Math.max(0, today + 1 - known.last)) : -1
  }
  const leechIn = ({ lapses }: Known) => lapses.length >= 6 || lapses.filter(on => today - on < 21).length >= 3
  const summary = (own: readonly string[]) => {
    const met = own.filter(id => memory.has(id))
    const shaky = met.filter(id => tomorrow(id) < 0.9 || memory.get(id)?.rating === 1)
    return {
      held: met.length - shaky.length,
      shaky: shaky.length,
      sureButWrong: shaky.filter(id => memory.get(id)?.mistaken).length,
      notMet: own.length - met.length,
    }
  }
  const due = Array.from({ length: 30 }, () => 0)
  let later = 0
  for (const id of ideas) {
    const known = memory.get(id)
    if (!known) continue
    const isBack = known.last === today && known.misses === 1 && known.rating === 1
    const wait = isBack || (known.due <= today && known.last < today) ? 0 : Math.max(1, known.due - today)
    if (wait < 30) due[wait] = (due[wait] ?? 0) + 1
    else later += 1
  }
  const share = (of: readonly Day[]) => ({
    answers: of.reduce((sum, day) => sum + day.returned, 0),
    recalled: of.reduce((sum, day) => sum + day.recalled, 0),
  })
  const dates = [...days.keys()].sort((a, b) => a - b)
  const none = { answers: 0, right: 0 }
  const curve = dates.filter(on => on !== today && (on === newest || ends.has(on)))
  const usual = (kind: string) => middle((paces.get(kind) ?? []).slice(-100)) / 1000
  const missedOf = (id: string) => {
    const own = deck.topics.flatMap(topic => topic.cards).filter(card => card.idea === id)
    return own.reduce(
      (sum, { id: card }) => {
        const known = cards.get(card) ?? { times: 0, rights: 0 }
        return { answers: sum.answers + known.times, missed: sum.missed + known.times - known.rights }
      },
      { answers: 0, missed: 0 },
    )
  }
  return {
    ideas: { all: ideas.length, ...summary(ideas) },
    recall: [
      ...curve.map(on => ({ day: dateOf(on), recall: thousandths((ends.get(on) ?? recalled(on)) / ideas.length) })),
      { day: dateOf(today), recall: thousandths(recalled(today) / ideas.length) },
    ],
    calibration: {
      sure: counts['sure 1'] ?? none,
      thinkSo: counts['sure 2'] ?? none,
      noIdea: counts['sure 3'] ?? none,
    },
    scenarios: { firstSight: counts['first sight'] ?? none, seen: counts.seen ?? none },
    retention: {
      desired: 0.9,
      ...share([...days.values()]),
      recent: share(dates.filter(on => on > today - 30).flatMap(on => days.get(on) ?? [])),
    },
    topics: deck.topics.flatMap(({ id, title }) => {
      const own = ideas.filter(idea => idea.startsWith(`lambda:${id}/`))
      if (own.length === 0) return []
      const chances = own.flatMap(idea => {
        const known = memory.get(idea)
        return known ? [chance(known.stability, Math.max(0, today - known.last))] : []
      })
      const mean = chances.reduce((a, b) => a + b, 0) / chances.length
      return [{ id, title, ideas: own.length, ...summary(own), recall: chances.length > 0 ? thousandths(mean) : null }]
    }),
    kinds: kinds.flatMap(kind => (counts[kind] ? [{ kind, ...counts[kind], seconds: usual(kind) }] : [])),
    calendar: dates.map(on => {
      const { answers = 0, right = 0, ms = 0 } = days.get(on) ?? {}
      return { day: dateOf(on), answers, right, seconds: Math.round(ms / 1000) }
    }),
    due: { days: due.map((count, i) => ({ day: dateOf(today + i), ideas: count })), later },
    leeches: ideas.filter(id => {
      const known = memory.get(id)
      return known !== undefined && leechIn(known)
    }),
    mostMissed: ideas
      .map(idea => ({ idea, ...missedOf(idea) }))
      .filter(({ missed }) => missed >= 2)
      .sort((a, b) => b.missed - a.missed || a.answers - b.answers)
      .slice(0, 10),
    slowest: ideas
      .flatMap(idea => open.filter(card => card.idea === idea))
      .flatMap(({ id, kind }: Card) => {
        const times = (cards.get(id)?.ms ?? []).slice(-5)
        return times.length < 2 ? [] : [{ card: id as string, seconds: middle(times) / 1000, usual: usual(kind) }]
      })
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, 10),
  }
}

type Figures = Readonly<Record<string, unknown>>
type Day = { answers: number; right: number; ms: number; returned: number; recalled: number }
type Known = {
  readonly stability: number
  readonly difficulty: number
  readonly first: number
  readonly last: number
  readonly due: number
  readonly count: number
  readonly misses: number
  readonly rating: number
  readonly lapses: readonly number[]
  readonly mistaken?: { readonly day: number; readonly rights: number }
  readonly examMiss?: number
}
type Line = {
  readonly type: string
  readonly id: string
  readonly at: number
  readonly day: number
  readonly of: string
  readonly target: string
  readonly card: string
  readonly idea: string
  readonly kind: string
  readonly mode: string
  readonly verdict: string
  readonly rating: 1 | 2 | 3 | 4
  readonly sure?: number
  readonly ms: number
}

const kinds = [
  ...['flashcard', 'cloze', 'numeric', 'calculation'],
  ...['multiple-choice', 'multiple-response', 'matching', 'ordering'],
]

/** The lines of all devices in order of time, without what was taken back. */
function standingLines(logs: readonly string[]): readonly Line[] {
  const lines = logs.flatMap(log => log.split('\n').filter(line => line !== '')).map(line => JSON.parse(line) as Line)
  lines.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const gone = new Set<string>()
  for (const line of lines.toReversed()) if (line.type === 'undo' && !gone.has(line.id)) gone.add(line.of)
  return lines.filter(({ id }) => !gone.has(id))
}

/** FSRS-6 with its default decay. */
const chance = (stability: number, elapsed: number): number =>
  (1 + ((0.9 ** (-1 / 0.1542) - 1) * elapsed) / stability) ** -0.1542

function learnt(before: Known | undefined, { day, rating, idea, verdict, sure, mode }: Line): Known {
  const isSameDay = before !== undefined && before.last >= day
  const misses = (isSameDay ? before.misses : 0) + (rating === 1 ? 1 : 0)
  const state =
    before && rating === 1 && misses > 1 ? before : next(before, before ? Math.max(0, day - before.last) : 0, rating)
  const count = (before?.count ?? 0) + 1
  const held = before?.mistaken
  let mistaken = held
  if (verdict !== 'right' && sure === 1) mistaken = { day, rights: 0 }
  else if (held && verdict === 'right' && rating > 1 && day > held.day && day !== before?.last)
    mistaken = held.rights === 1 ? undefined : { day: held.day, rights: 1 }
  let examMiss = before?.examMiss
  if (mode === 'exam' && verdict !== 'right') examMiss = day
  else if (examMiss !== undefined && day > examMiss && rating > 1) examMiss = undefined
  let wait = rating === 1 ? 1 : interval({ stability: state.stability, difficulty: 5 }, `${idea} ${count}`)
  if (mistaken?.rights === 0) wait = Math.min(wait, 1)
  else if (mistaken || examMiss !== undefined) wait = Math.min(wait, 3)
  const isLapse = rating === 1 && misses === 1 && before !== undefined && before.first < day
  return {
    stability: state.stability,
    difficulty: state.difficulty,
    first: before?.first ?? day,
    last: Math.max(before?.last ?? day, day),
    due: day + wait,
    count,
    misses,
    rating,
    lapses: [...(before?.lapses ?? []), ...(isLapse ? [day] : [])],
    ...(mistaken && { mistaken }),
    ...(examMiss !== undefined && { examMiss }),
  }
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
const thousandths = (share: number): number => Math.round(share * 1000) / 1000
