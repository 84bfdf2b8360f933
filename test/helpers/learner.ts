import { judge } from '../../src/kinds/index.ts'
import type { Answer, Question } from '../../src/kinds/kind.ts'
import { dice } from '../../src/kinds/random.ts'
import type { Bank } from '../../src/study/bank.ts'
import { currentDay, studyDay } from '../../src/study/day.ts'
import { type Event, type Review, type Sure, stamp } from '../../src/study/event.ts'
import { secondsFor } from '../../src/study/pace.ts'
import { apply, newestDay, type Progress } from '../../src/study/progress.ts'
import { type Today, todayQueue } from '../../src/study/queue.ts'
import { rate } from '../../src/study/rating.ts'
import { afterAnswer, nextQuestion, startSession } from '../../src/study/session.ts'
import { examOf, type Settings } from '../../src/study/settings.ts'
import type { FixedWorld } from './world.ts'

/** One answered question of a day, with what was known before. */
export type Asked = {
  readonly question: Question
  readonly review: Review
  readonly before: Progress
  /** The topics of all that could have been asked here. */
  readonly others: readonly string[]
  readonly isBack: boolean
}
export type StudiedDay = {
  readonly day: number
  readonly today: Today
  readonly asked: readonly Asked[]
  readonly progress: Progress
}

/** How the learner answers; `sure` counts for choices only. */
export type Learner = (
  question: Question,
  before: Progress,
  day: number,
) => { readonly knows: boolean; readonly sure: Sure }

/** A day's session of `today`, answered to its end. Every question takes as long as its kind usually does. */
export function study(
  world: FixedWorld,
  bank: Bank,
  progress: Progress,
  settings: Settings,
  learner: Learner,
): StudiedDay {
  const start = world.now()
  const { day } = currentDay(studyDay(start, world.offset(start), settings.dayStartsAt), newestDay(progress.days))
  const today = todayQueue(bank, progress, settings, day, world.seed())
  const waiting = today.queue.map(idea => ({ idea }))
  let session = startSession('today', start.toString(36), world.seed(), examOf(settings), waiting)
  let now = progress
  const asked: Asked[] = []
  for (let next = nextQuestion(session, bank, now, day); next; next = nextQuestion(session, bank, now, day)) {
    const { question } = next
    const ready =
      session.waiting.length === 0 ? session.back : session.back.filter(({ after }) => after <= asked.length)
    const others = [...session.waiting, ...ready].flatMap(({ idea }) => bank.ideas.get(idea)?.topic ?? [])
    const isBack = session.back.some(({ idea }) => idea === question.card.idea)
    const seconds = secondsFor(question.card.kind, now)
    world.pass(seconds * 1000)
    const { knows, sure } = learner(question, now, day)
    const answer = answerOf(question, knows, world.seed())
    const review = reviewed(question, answer, sure, {
      world,
      progress: now,
      day,
      ms: seconds * 1000,
      session: session.id,
    })
    const before = now
    now = apply(now, review, bank)
    const misses = now.ideas.get(question.card.idea)?.misses ?? 0
    session = afterAnswer(next.session, question, review.verdict === 'right', review.rating, misses, review.ms)
    asked.push({ question, review, before, others, isBack })
  }
  return { day, today, asked, progress: now }
}

type Around = {
  readonly world: FixedWorld
  readonly progress: Progress
  readonly day: number
  readonly ms: number
  readonly session: string
}

function reviewed(
  question: Question,
  answer: Answer,
  how: Sure,
  { world, progress, day, ms, session }: Around,
): Review {
  const verdict = judge(question, answer)
  const sure = question.by === 'choose' ? how : undefined
  const rating = rate(question, answer, verdict, sure, progress, day)
  const { card } = question
  const at = world.now()
  const event: Event = stamp(
    {
      type: 'review',
      card: card.id,
      idea: card.idea,
      rating,
      verdict: verdict.is,
      ms,
      ...(sure && { sure }),
      kind: card.kind,
      answer: answer.by === 'choose' ? answer.picked : '',
      ...(question.by === 'choose' && { shown: question.options.map(option => option.id) }),
      ...(question.by === 'choose' && question.hinge && { hinge: question.hinge.id }),
      seed: question.seed,
      mode: 'today',
      session,
    },
    { at, offset: world.offset(at), day },
    world.seed(),
  )
  if (event.type !== 'review') throw new Error('a review was stamped as something else')
  return event
}

function answerOf(question: Question, right: boolean, seed: number): Answer {
  const roll = dice(seed)
  switch (question.by) {
    case 'recall':
      return { by: 'recall', recalled: right ? (roll.int(2, 4) as 2 | 3 | 4) : 1 }
    case 'type':
      return right ? { by: 'type', text: question.answer } : { by: 'type', text: 'something else' }
    case 'choose': {
      const of = (rights: boolean) =>
        question.options.filter(option => option.right === rights).map(option => option.id)
      return { by: 'choose', picked: right ? of(true) : of(false).slice(0, question.choose) }
    }
    case 'match': {
      const groups = question.items.map(item => item.group)
      return { by: 'match', groups: right ? groups : groups.map(group => (group + 1) % question.groups.length) }
    }
    case 'order': {
      const order = question.steps
        .map((_, i) => i)
        .sort((a, b) => (question.steps[a]?.place ?? 0) - (question.steps[b]?.place ?? 0))
      return { by: 'order', order: right ? order : order.toReversed() }
    }
  }
}
