import { describe, expect, test } from 'vitest'
import type { IdeaId } from '../../src/deck/deck.ts'
import { type Bank, bankOf, facesFor } from '../../src/study/bank.ts'
import { type Event, type Review, stamp } from '../../src/study/event.ts'
import { drawExam, finishing } from '../../src/study/exam.ts'
import { questionAt } from '../../src/study/exam-question.ts'
import { faceFor } from '../../src/study/face.ts'
import { apply, newcomer, type Progress, replay } from '../../src/study/progress.ts'
import { dueIdeas, todayQueue } from '../../src/study/queue.ts'
import { defaults, type Settings } from '../../src/study/settings.ts'
import { openSitting, type Sitting } from '../../src/study/sitting.ts'
import type { Instant } from '../../src/world.ts'
import { ideaId, tinyBank, tinyDeck } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'
import { examDiary, picksFor } from '../helpers/exam.ts'
import { study } from '../helpers/learner.ts'
import { builtInBank } from '../helpers/play.ts'
import { fixedWorld } from '../helpers/world.ts'

const bank = tinyBank({
  dev: { a: 'choice flashcard', b: 'response cloze', c: 'hinged flashcard', d: 'choice cloze', e: 'choice' },
})
const cards = 'dev/a-choice dev/b-response dev/c-hinged dev/d-choice dev/e-choice'
const day = 20_000

/** Progress after the drafts of the hand-in, and their events. */
function finished(sitting: Sitting, of: Bank, before: Progress): { after: Progress; reviews: readonly Review[] } {
  let after = before
  const events = finishing(sitting, of, before, sitting.day).map((draft, i) => {
    const now = { at: (sitting.lastAt + 1 + i) as Instant, day: sitting.day, offset: 0 }
    const event = stamp(draft, now, i) as Event
    after = apply(after, event, of)
    return event
  })
  return { after, reviews: events.filter((event): event is Review => event.type === 'review') }
}
const opened = (progress: Progress): Sitting => {
  const sitting = openSitting(progress.sittings)
  if (!sitting) throw new Error('no exam is open')
  return sitting
}

describe('handing in', () => {
  const write = examDiary('exam', day)
  const start = write.start(cards, { hinges: [null, null, 'all', null, null] })
  const fresh = opened(replay([start], bank))
  const how = ['right', 'partly', 'wrong', 'wrong'] as const
  const answers = how.map((one, place) =>
    write.answer(place, picksFor(fresh, bank, place, one), { ms: 40_000 * (place + 1) ** 2 }),
  )
  const looked = write.answer(4, '', { flagged: true })
  const progress = replay([start, ...answers, looked], bank)
  const sitting = opened(progress)
  const { after, reviews } = finished(sitting, bank, progress)

  test('comes first, then a review for each question that was answered', () => {
    expect(finishing(sitting, bank, progress, day)[0]).toEqual({ type: 'exam-finish', session: 'exam' })
    expect(reviews.map(({ card }) => card)).toEqual(sitting.cards.slice(0, 4))
    expect(after.cards.has(sitting.cards[4] as never)).toBe(false)
    expect(after.sittings[0]?.finishedAt).toBeDefined()
  })

  test('the reviews are choices without confidence, as they were shown', () => {
    expect(reviews.map(({ verdict }) => verdict)).toEqual(['right', 'partly', 'wrong', 'wrong'])
    for (const [place, review] of reviews.entries()) {
      const question = questionAt(sitting, bank, place)
      expect(review).toMatchObject({
        mode: 'exam',
        session: 'exam',
        kind: question?.card.kind,
        answer: sitting.answers[place]?.picked,
        shown: question?.options.map(({ id }) => id),
        seed: question?.seed,
      })
      expect(review).not.toHaveProperty('sure')
      expect(review).not.toHaveProperty('opened')
    }
    expect(reviews.map(({ hinge }) => hinge)).toEqual([undefined, undefined, 'all', undefined])
    expect(reviews.map(({ ms }) => ms)).toEqual([40_000, 160_000, 360_000, 600_000])
  })

  test('what was missed is Again; what was right is corrected for luck, as no confidence was asked', () => {
    expect(reviews.map(({ rating }) => rating)).toEqual([2, 1, 1, 1])
    const known = replay(
      Array.from({ length: 6 }, (_, i) => diary(bank, `d${i}`).answer('dev/a-flashcard', day - 60 + 10 * i)),
      bank,
    )
    const [again] = finishing(sitting, bank, { ...known, sittings: progress.sittings }, day).slice(1)
    expect(again).toMatchObject({ rating: 3 })
  })

  test('a missed idea is marked until it is right on a later day, and due within three days until then', () => {
    const marked = (of: Progress) => [...of.ideas].flatMap(([id, idea]) => (idea.examMiss === undefined ? [] : [id]))
    const missed = ['b', 'c', 'd'].map(name => ideaId(`dev/${name}`))
    expect(marked(after)).toEqual(missed)
    for (const id of missed) expect(after.ideas.get(id)?.dueDay).toBe(day + 1)
    const later = diary(bank, 'later')
    const same = apply(after, later.answer('dev/c-flashcard', day, { at: (sitting.lastAt + 99_000) as Instant }), bank)
    expect(marked(same)).toEqual(missed)
    expect(same.ideas.get(ideaId('dev/c'))?.dueDay).toBeLessThanOrEqual(day + 3)
    expect(marked(apply(after, later.answer('dev/c-flashcard', day + 1), bank))).toEqual([missed[0], missed[2]])
    expect(marked(apply(after, later.answer('dev/c-flashcard', day + 1, { rating: 1 }), bank))).toEqual(missed)
  })

  test('an idea that was known well does not get away with a right answer on the same day', () => {
    const old = diary(bank, 'before')
    const known = Array.from({ length: 7 }, (_, i) => old.answer('dev/c-flashcard', day - 400 + 60 * i))
    const before = replay([...known, start, ...answers], bank)
    const { after } = finished(opened(before), bank, before)
    const again = diary(bank, 'later').answer('dev/c-flashcard', day, { at: (sitting.lastAt + 99_000) as Instant })
    const { dueDay, lastRating } = apply(after, again, bank).ideas.get(ideaId('dev/c')) ?? {}
    expect({ dueDay, lastRating }).toEqual({ dueDay: day + 3, lastRating: 3 })
  })

  test('answers of an exam count for the day, not for today’s minutes', () => {
    expect(after.days.get(day)).toMatchObject({ answers: 4, rights: 1, todayMs: 0 })
    const settings: Settings = { ...defaults, exam: 'DVA' }
    const before = todayQueue(bank, progress, settings, day, 1)
    expect(before.queue).toHaveLength(5)
    expect(todayQueue(bank, after, settings, day, 1).seconds).toBeGreaterThan(0)
  })

  test('what an exam missed is due today, by recall, on another face', () => {
    const due = dueIdeas([...bank.ideas.values()], after, day)
    expect(due.map(({ id }) => id).sort()).toEqual(['dev/b', 'dev/c', 'dev/d'].map(ideaId))
    expect(due.map(idea => faceFor(idea, after, 'DVA', day).kind).sort()).toEqual(['cloze', 'cloze', 'flashcard'])
  })

  test('an idea that an exam missed goes before all others that are due', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`i${i}`, 'flashcard choice']))
    const big = tinyBank({ many, dev: { a: 'choice flashcard' } })
    const old = diary(big)
    const events = Object.keys(many).map(name => old.answer(`many/${name}-flashcard`, day - 200, { rating: 1 }))
    const sitter = examDiary('exam', day - 1)
    const begun = sitter.start('dev/a-choice')
    const wrong = sitter.answer(0, picksFor(opened(replay([begun], big)), big, 0, 'wrong'))
    const known = replay([...events, begun, wrong], big)
    const { after } = finished(opened(known), big, known)
    const { queue } = todayQueue(big, after, { ...defaults, exam: 'DVA', minutes: 1 }, day, 1)
    expect(queue).toContain(ideaId('dev/a'))
    expect(queue.length).toBeLessThan(10)
  })

  test('a question that the deck no longer has gives no review', () => {
    const smaller = bankOf([tinyDeck({ dev: { a: 'choice' } })])
    expect(finishing(sitting, smaller, progress, day)).toMatchObject([{ type: 'exam-finish' }, { type: 'review' }])
  })
})

describe('after a whole exam of the built-in deck', async () => {
  const real = await builtInBank()
  const settings: Settings = { ...defaults, exam: 'DVA', examDate: '2026-12-20', minutes: 10 }
  const days = (world: ReturnType<typeof fixedWorld>, progress: Progress, from: number, count: number) => {
    let now = progress
    const asked: { readonly idea: IdeaId; readonly card: string; readonly day: number }[] = []
    for (let i = 0; i < count; i++) {
      const date = String(from + i).padStart(2, '0')
      world.set(`2026-11-${date}T08:00+01:00`)
      const done = study(world, real, now, settings, () => ({ knows: true, sure: 2 }))
      now = done.progress
      asked.push(...done.asked.map(({ question }) => ({ idea: question.card.idea, card: question.card.id, day: i })))
    }
    return { progress: now, asked }
  }

  test.each([
    ['a whole exam with every third wrong', undefined, 3, 3],
    ['a whole exam with every second wrong', undefined, 2, 3],
    ['a whole exam with every question wrong', undefined, 1, 3],
    ['Paper A with every question wrong', 'A', 1, 3],
  ])('%s: each missed idea is asked on another face within three days', (_, paper, nth, within) => {
    const world = fixedWorld('2026-11-10T08:00+01:00', 4)
    const { progress } = days(world, newcomer, 10, 10)
    world.set('2026-11-20T18:00+01:00')
    const at = world.now()
    const today = Math.floor((at + 3_600_000 - 4 * 3_600_000) / 86_400_000)
    const drawn = drawExam(real, progress, { exam: 'DVA', ...(paper && { paper }) }, 8)
    if (!drawn) throw new Error('nothing was drawn')
    const { minutes, ...start } = drawn
    const write = examDiary('exam', today)
    write.later(10 * 3_600_000)
    const names = start.cards.map(id => id.replace(/^lambda:/, '')).join(' ')
    let known = apply(progress, write.start(names, { ...start, cards: start.cards }), real)
    const fresh = opened(known)
    for (const place of fresh.cards.keys()) {
      const how = place % nth === 0 ? 'wrong' : 'right'
      known = apply(known, write.answer(place, picksFor(fresh, real, place, how)), real)
    }
    const { after, reviews } = finished(opened(known), real, known)
    expect(minutes).toBe(2 * reviews.length)
    const missed = new Map(
      reviews.filter(({ verdict }) => verdict !== 'right').map(({ idea, card }) => [idea, card] as const),
    )
    expect(missed.size).toBeGreaterThan(15)

    const { asked } = days(world, after, 21, within)
    for (const [idea, card] of missed) {
      const back = asked.filter(one => one.idea === idea)
      const faces = facesFor(real.ideas.get(idea) as never, 'DVA')
      expect({ idea, days: back.length > 0 }).toEqual({ idea, days: true })
      if (faces.length > 1) expect(back[0]?.card).not.toBe(card)
    }
  })
})
