import { describe, expect, test } from 'vitest'
import type { Event } from '../../../src/study/event.ts'
import { timeLeft } from '../../../src/study/sitting.ts'
import { noting } from '../../../src/ui/model.ts'
import { choiceIn } from '../../../src/ui/screens/exam.ts'
import { update } from '../../../src/ui/update.ts'
import { committed, type Keeper } from '../../../src/ui/write-first.ts'
import type { Instant } from '../../../src/world.ts'
import { answered, answeredAll, lettersFor, minute, ticked } from '../../helpers/exam.ts'
import { builtInBank, firstModel, monday, type Played, play, smallBank } from '../../helpers/play.ts'

const small = await smallBank()
const real = await builtInBank()
type Size = { readonly columns?: number; readonly rows?: number }
/** The first question of three; their order is that of the dice. */
const sit = (size: Size = {}): Played => play(firstModel(small, size), 'e enter')
/** The first of the twenty questions of the short exam. */
const sitTwenty = (size: Size = {}): Played => play(firstModel(real, size), 'e down enter')
const typesOf = ({ events }: Played) => events.map(({ type }) => type)
const leftIn = ({ model }: Played) => {
  const sitting = model.progress.sittings.at(-1)
  if (!sitting) throw new Error('no exam was begun')
  return timeLeft(sitting, model.now)
}
/** The question that asks for two, wherever it stands. */
const atTwo = (played: Played): Played =>
  choiceIn(played.model)?.question.choose === 2 ? played : atTwo(played.press('enter'))

describe('in the exam', () => {
  test('begins from home with the clock running, and says nothing about right or wrong until the end', () => {
    const begun = sitTwenty()
    expect(begun.screen).toContain('1 of 20 · 40 min left')
    expect(begun.screen).toContain('on pace')
    const [topic = ''] = [...real.topics.values()].map(({ title }) => title)
    const done = answeredAll(begun, place => (place % 2 ? 'right' : 'wrong'))
    for (const seen of [begun.press('a'), begun.press('a enter'), done])
      expect(seen.words).not.toMatch(new RegExp(`Right|Wrong|✓|✗|${topic}`))
    expect(done.at).toBe('jump')
    expect(done.screen).toContain('0 open · 0 flagged')
  })

  test('every answer and flag is an event at once', () => {
    const played = sit().press('b m enter')
    expect(played.events).toMatchObject([
      { type: 'exam-start', exam: 'DVA', strict: false, unscored: [] },
      { type: 'exam-answer', place: 0, flagged: false, next: 0 },
      { type: 'exam-answer', place: 0, flagged: true, next: 0 },
      { type: 'exam-answer', place: 0, flagged: true, next: 1 },
    ])
    expect(played.events[0]).toMatchObject({ deadline: (played.events[0]?.at ?? 0) + 6 * minute })
  })

  test('what is chosen is marked by more than colour, and one key held down is one event', () => {
    const single = sit({ rows: 40 })
    const at = choiceIn(single.model)?.question.choose === 1 ? single : single.press('enter')
    const chosen = at.press('b b b')
    expect(chosen.screen).toMatch(/▸ \(x\) b /)
    expect(chosen.screen.match(/\(x\)/g)).toHaveLength(1)
    expect(chosen.events.length).toBe(at.events.length + 1)
    const other = chosen.press('d')
    expect(other.screen).toMatch(/▸ \(x\) d /)
    expect(other.screen).toMatch(/ \( \) b /)
    expect(chosen.press('1').screen).toMatch(/▸ \(x\) a /)
  })

  test('arrows choose nothing; space does', () => {
    const at = atTwo(sit({ rows: 40 }))
    const moved = at.press('down down')
    expect(moved.events).toEqual(at.events)
    expect(moved.screen).toMatch(/▸ \[ \] c /)
    expect(moved.press('space').screen).toMatch(/▸ \[x\] c /)
    expect(moved.press('space space').screen).toMatch(/▸ \[ \] c /)
  })

  test('Choose TWO: a third is refused, one can be taken out, and too few are said', () => {
    const at = atTwo(sit({ rows: 40 }))
    expect(at.screen).toContain('Choose TWO')
    const three = at.press('a b c')
    expect(three.screen).toContain('Choose TWO: take one out first.')
    expect(three.screen).toMatch(/\[x\] a .*\n*[\s\S]*\[x\] b [\s\S]*\[ \] c /)
    expect(three.press('a c').screen).toMatch(/\[ \] a [\s\S]*\[x\] b [\s\S]*\[x\] c /)
    const { place } = at.model.progress.sittings.at(-1) ?? { place: 0 }
    const left = at.press('a left')
    expect(left.screen).toContain(`Question ${place + 1} asks for 1 more.`)
    expect(left.press('tab').screen).toMatch(/ [a-e], 1 more/)
    expect(at.press('a b left').screen).not.toContain('asks for')
  })

  test('going back keeps the answer, its mark and its cursor', () => {
    const first = sitTwenty({ rows: 40 })
    const [letter = ''] = lettersFor(first, 'right')
    const back = first.press(`${letter} enter c left`)
    expect(back.screen).toContain('1 of 20')
    expect(back.screen).toMatch(new RegExp(`▸ [[(]x[\\])] ${letter} `))
    expect(back.press('left').screen).toContain('1 of 20')
  })

  test('the story comes first where it does not fit beside the options, and the arrows read it', () => {
    const narrow = sitTwenty({ columns: 40, rows: 16 })
    const { prompt = '', options = [] } = choiceIn(narrow.model)?.question ?? {}
    expect(narrow.words).toContain(prompt.split(' ').slice(0, 4).join(' '))
    expect(narrow.footer).toContain('↓ more')
    const end = narrow.press(Array.from({ length: 60 }, () => 'down').join(' '))
    expect(end.words).toContain(options.at(-1)?.text.split(' ').slice(-2).join(' ') ?? '-')
    expect(end.events).toEqual(narrow.events)
    expect(narrow.press('space').events).toEqual(narrow.events)
    const chosen = narrow.press('b')
    expect(chosen.screen).toMatch(/▸[[(]x[\])] b /)
    expect(chosen.words).not.toContain(prompt.split(' ').slice(0, 6).join(' '))
    expect(chosen.press('t').words).toContain(prompt.split(' ').slice(0, 4).join(' '))
  })

  test('a pace line tells how far behind or ahead', () => {
    const late = sitTwenty().press('a', (monday + 20 * minute) as Instant)
    expect(late.screen).toContain('9 questions behind')
    const narrow = sitTwenty({ columns: 40, rows: 16 }).press('a enter enter', (monday + 20 * minute) as Instant)
    expect(narrow.screen).toMatch(/^ 3 of 20 · 2\d min left +(?:\d+ behind|Choose TWO)$/m)
    expect(answeredAll(sitTwenty(), () => 'right').press('esc').screen).toContain('20 questions ahead')
  })

  test('the last minutes are told by the second', () => {
    const late = sit().press('m', (monday + 2 * minute) as Instant)
    expect(late.screen).toMatch(/3 · 4:0\d left/)
  })
})

describe('the list', () => {
  test('shows each question, and goes to those that are open or flagged', () => {
    const some = sitTwenty({ rows: 40 }).press('a enter m enter a enter tab')
    expect(some.screen).toMatch(/\n +1 +[a-f]/)
    expect(some.screen).toMatch(/ 2 +unanswered +flagged/)
    expect(some.screen).toMatch(/▸ +4 +unanswered/)
    expect(some.screen).toContain('1 flagged')
    expect(some.press('u').screen).toMatch(/▸ +5 /)
    const flagged = some.press('m')
    expect(flagged.screen).toMatch(/▸ +2 /)
    const there = flagged.press('enter')
    expect(there.screen).toContain('2 of 20')
    expect(there.screen).toContain('flagged')
    expect(there.model.progress.sittings.at(-1)?.place).toBe(1)
    expect(some.press('esc').screen).toContain('4 of 20')
  })

  test('says so when nothing is open or flagged', () => {
    const done = answeredAll(sit(), () => 'right')
    expect(done.press('u').screen).toContain('Every question is answered.')
    expect(done.press('m').screen).toContain('No question is flagged.')
  })

  test('comes after the last question, at the first that is open', () => {
    const end = sitTwenty().press('a enter enter'.concat(' a enter'.repeat(18)))
    expect(end.at).toBe('jump')
    expect(end.screen).toMatch(/▸ +2 +unanswered/)
    expect(end.press('enter').screen).toContain('2 of 20')
  })

  test('stands beside the question on a wide screen, around the one that is asked', () => {
    const wide = play(firstModel(real, { columns: 200, rows: 30 }), 'e enter')
    expect(wide.screen).toMatch(/▸ +1 +unanswered/)
    const far = wide.press(Array.from({ length: 50 }, () => 'enter').join(' '))
    expect(far.screen).toMatch(/51 of 65/)
    expect(far.screen).toMatch(/▸ 51 +unanswered/)
  })
})

describe('handing in', () => {
  test('warns of what is open, halfway or flagged, and takes two different keys', () => {
    const asked = sitTwenty().press('a enter m enter tab i')
    expect(asked.words).toMatch(/19 questions unanswered: they count as wrong, and a guess costs nothing\./)
    expect(asked.words).toContain('1 question flagged to come back to.')
    expect(asked.press('i').at).toBe('handin')
    expect(asked.press('esc').at).toBe('jump')
    expect(asked.press('esc esc').at).toBe('exam')
    expect(asked.press('enter').at).toBe('report')
    const half = atTwo(sit()).press('a tab i')
    expect(half.words).toMatch(/Too few choices in question \d: that counts as wrong, too\./)
    expect(answeredAll(sit(), () => 'right').press('i').words).toContain('All 3 answered.')
  })

  test('Enter held down on the last question hands nothing in', () => {
    const held = sit().press(Array.from({ length: 40 }, () => 'enter').join(' '))
    expect(typesOf(held)).not.toContain('exam-finish')
  })

  test('writes the end and a review for each answer, and shows the report above home', () => {
    const done = answeredAll(sit(), place => (place === 1 ? 'wrong' : 'right')).press('i enter')
    expect(typesOf(done).slice(-4)).toEqual(['exam-finish', 'review', 'review', 'review'])
    expect(done.words).toContain('2 of 3 right')
    expect(done.press('esc').at).toBe('home')
    expect(done.press('esc').screen).not.toMatch(/^ *Exam /m)
  })

  test('of nothing at all is possible, and writes no review', () => {
    const done = sit().press('tab i enter')
    expect(typesOf(done).at(-1)).toBe('exam-finish')
    expect(done.words).toContain('0 of 3 right')
    expect(done.words).toContain('Unanswered 3, which count as wrong.')
  })
})

describe('a pause', () => {
  test('stops the clock, whatever time passes, and the report says so', () => {
    const begun = sitTwenty()
    const paused = begun.press('a esc')
    expect(paused.screen).toMatch(/Paused +40 min left/)
    expect(paused.words).toContain('1 of 20 answered')
    const before = leftIn(paused)
    const later = paused.press('enter', (paused.model.now + 500 * minute) as Instant)
    expect(later.screen).toContain('1 of 20 · 40 min left')
    expect(Math.abs(leftIn(later) - before)).toBeLessThan(3000)
    const report = later.press('tab i enter', (later.model.now + minute) as Instant)
    expect(report.words).toContain('Pauses one: the clock stood for 8 h 20 min.')
    const twice = later.press('esc enter tab i enter', (later.model.now + minute) as Instant)
    expect(twice.words).toContain('Pauses two: the clock stood for 8 h 2')
  })

  test('can be left for home, which tells of it, and `e` comes back', () => {
    const home = sitTwenty().press('a enter esc esc')
    expect(home.at).toBe('home')
    expect(home.screen).toMatch(/Exam +paused, 40 min left +e goes there/)
    expect(home.press('e').screen).toContain('Paused')
    expect(home.press('e enter').screen).toContain('2 of 20')
    expect(sitTwenty({ columns: 40, rows: 16 }).press('esc esc').screen).toMatch(/Exam +paused, 40 min left$/m)
  })

  test('is not to be had in a strict exam', () => {
    const strict = play(firstModel(real), 'e down s')
    expect(strict.words).toContain('Strict: nothing stops the clock.')
    expect(strict.press('s').words).toContain('With pauses')
    const refused = strict.press('enter esc')
    expect(refused.at).toBe('exam')
    expect(refused.words).toContain('This exam has no pause.')
    expect(typesOf(refused)).toEqual(['exam-start'])
    expect(refused.events[0]).toMatchObject({ strict: true })
  })
})

describe('time', () => {
  test('over at a tick: handed in, with what was answered until then', () => {
    const begun = answered(sit(), 'right')
    const before = ticked(begun, 5 * minute)
    expect(before.screens[0].at).toBe('exam')
    const after = play(ticked({ ...begun, model: before }, minute), '')
    expect(after.at).toBe('report')
    expect(after.words).toContain('Time is over: this is what was answered until then.')
    expect(after.words).toContain('1 of 3 right')
    expect(after.model.progress.days.size).toBe(1)
  })

  test('over at a key: the key does nothing else', () => {
    const begun = answered(sit(), 'right')
    const late = begun.press(lettersFor(begun, 'right').join(' '), (monday + 30 * minute) as Instant)
    expect(late.at).toBe('report')
    expect(late.words).toContain('1 of 3 right')
    expect(late.press('esc').at).toBe('home')
  })

  test.each([
    ['list', 'tab'],
    ['hand-in', 'tab i'],
  ])('over on the %s', (_, keys) => {
    const late = answered(sit(), 'right')
      .press(keys)
      .press('enter', (monday + 30 * minute) as Instant)
    expect(late.at).toBe('report')
  })

  test('over while away: home says so, and opens the report', () => {
    const { events } = answered(sit(), 'right')
    const back = firstModel(small, { events, at: (monday + 3 * 86_400_000) as Instant })
    const home = play(back, '', (monday + 3 * 86_400_000) as Instant)
    expect(home.screen).toMatch(/Exam +time is over +e opens the report/)
    const report = home.press('e')
    expect(report.at).toBe('report')
    expect(report.words).toContain('Time is over')
    expect(report.words).toContain('1 of 3 right')
  })

  test('still left when one comes back: the same question, its answers, the true time', () => {
    const left = sitTwenty().press('a m enter b enter')
    const at = (monday + 11 * minute + 5000) as Instant
    const home = play(firstModel(real, { events: left.events, at }), '', at)
    expect(home.screen).toMatch(/Exam +goes on, 29 min left/)
    const back = home.press('e')
    expect(back.screen).toMatch(/3 of 20 · 29 min left/)
    expect(back.press('tab').screen).toMatch(/1 +[a-f].* +flagged\n/)
  })

  test('goes on by the other clock when the clock is set back, and gives nothing back', () => {
    const begun = sitTwenty().press('a')
    const before = leftIn(begun)
    let model = begun.model
    for (let i = 0; i < 60; i++) {
      const at = (begun.model.now - 60 * minute + i * 1000) as Instant
      model = update(model, { does: 'tick', key: '', at, offset: 60, elapsed: model.elapsed + 1000, seed: i }).model
    }
    expect(Math.abs(before - leftIn({ ...begun, model }) - 60_000)).toBeLessThan(50)
    const at = (begun.model.now - 59 * minute) as Instant
    const { events } = update(model, { does: 'go', key: 'enter', at, offset: 60, elapsed: model.elapsed, seed: 9 })
    expect(events[0]?.at).toBeGreaterThanOrEqual(begun.model.now + minute)
    const again = firstModel(real, { events: [...begun.events, ...events], at })
    expect(leftIn(play(again, '', at))).toBeLessThanOrEqual(before - minute)
  })

  test('behind the last answer takes nothing from an exam that begins', () => {
    const { events } = answered(sit(), 'right').press('tab i enter')
    const at = (monday - 30 * minute) as Instant
    const begun = play(firstModel(small, { events, at }), 'e enter', at)
    expect(begun.screen).toContain('1 of 3 · 6 min left')
    expect(leftIn(play(ticked(begun, 0, 0), '', at))).toBe(6 * minute)
    const [, start] = begun.model.progress.sittings
    expect(start?.allowed).toBe(6 * minute)
    expect(new Set(begun.model.progress.sittings.map(({ id }) => id)).size).toBe(2)
    const later = update(begun.model, {
      does: 'tick',
      key: '',
      at: (at + 2 * minute) as Instant,
      offset: 60,
      elapsed: begun.model.elapsed + 2 * minute,
      seed: 5,
    })
    expect(leftIn({ ...begun, model: later.model })).toBe(4 * minute)
  })

  test('set back while paused costs nothing either', () => {
    const paused = sitTwenty().press('a esc')
    const before = leftIn(paused)
    const back = paused.press('enter', (monday - 60 * minute) as Instant)
    expect(back.at).toBe('exam')
    expect(Math.abs(leftIn(back) - before)).toBeLessThan(3000)
  })

  test('passing takes no notice away, and no answer that could not be written', () => {
    const said = atTwo(sit()).press('a b c')
    expect(play(ticked(said, 1000), '').screen).toContain('take one out first')
    const unsaved = { key: 'a', outcome: { model: said.model, events: [] } }
    const model = ticked({ ...said, model: { ...noting(said.model, 'Not saved'), unsaved } }, 1000)
    expect(model).toMatchObject({ unsaved, notice: 'Not saved' })
  })

  test('over while nothing can be written: the exam stays, and the same events are written once they can be', () => {
    const begun = answered(sit(), 'right')
    let full = true
    const written: (readonly Event[])[] = []
    const keeper: Keeper = {
      record(events) {
        if (full) throw new Error('the disk is full')
        written.push(events)
      },
      keep() {},
      save: () => '',
    }
    const tick = {
      does: 'tick',
      key: '',
      at: (monday + 30 * minute) as Instant,
      offset: 60,
      elapsed: 0,
      seed: 1,
    } as const
    const kept = committed(begun.model, tick, keeper, 'key')
    expect(play(kept, '').words).toContain('Not saved')
    expect(kept.screens[0].at).toBe('exam')
    const again = committed(kept, { ...tick, seed: 2 }, keeper, 'key')
    expect(again.screens[0].at).toBe('exam')
    full = false
    const done = committed(again, { ...tick, seed: 3 }, keeper, 'key')
    expect(done.screens[0].at).toBe('report')
    expect(written).toEqual([kept.unsaved?.outcome.events])
    expect(written[0]?.filter(({ type }) => type === 'exam-finish')).toHaveLength(1)
  })

  test('on each question adds up, that of the last one as well', () => {
    const first = sit()
    const at = (seconds: number) => (monday + seconds * 1000) as Instant
    const played = first.press('enter', at(40)).press('left', at(60)).press('enter', at(75)).press('m', at(90))
    const over = played.press('a', at(3000))
    const [one, two] = Object.values(over.model.progress.sittings.at(-1)?.answers ?? {})
    expect(Math.round((one?.ms ?? 0) / 5000)).toBe(11)
    expect(two?.ms).toBeGreaterThan(2_900_000)
  })
})

test('another exam cannot be begun while one is open', () => {
  expect(sit().press('esc esc e').at).toBe('paused')
  expect(typesOf(sit().press('esc esc e enter')).filter(type => type === 'exam-start')).toHaveLength(1)
})

test('a question that the deck has no more is told, and the rest goes on', () => {
  const { events } = sit()
  const [start] = events
  if (start?.type !== 'exam-start') throw new Error('no start')
  const changed = { ...start, cards: ['lambda:gone/away' as never, ...start.cards.slice(1)] }
  const at = (monday + minute) as Instant
  const back = play(firstModel(small, { events: [changed], at }), 'e', at)
  expect(back.screen).toContain('This question is no longer in the deck. It does not count.')
  expect(back.press('a space down').events).toEqual([])
  expect(answeredAll(back.press('enter'), () => 'right').press('i enter').words).toContain('2 of 2 right')
})
