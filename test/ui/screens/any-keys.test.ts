import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deck } from '../../../src/deck/deck.ts'
import { type Dice, dice } from '../../../src/kinds/random.ts'
import { type Bank, bankOf } from '../../../src/study/bank.ts'
import { standing } from '../../../src/study/order.ts'
import { replay } from '../../../src/study/progress.ts'
import type { Session } from '../../../src/study/session.ts'
import { isTooSmall, marginOf, roomFor } from '../../../src/ui/frame.ts'
import { keys, keysOn } from '../../../src/ui/keys.ts'
import { widthOf } from '../../../src/ui/lines.ts'
import type { Screen } from '../../../src/ui/model.ts'
import { rowsOf } from '../../../src/ui/rows.ts'
import type { Instant } from '../../../src/world.ts'
import { builtInBank, firstModel, monday, newcomer, type Played, play, smallBank } from '../../helpers/play.ts'

const small = await smallBank()

/** The same deck with texts that are hard to lay out: long words, wide letters, letters of several code points. */
function hostile({ decks }: Bank): Bank {
  const awkward = ['ラムダ関数は十五分で止まる', '❤️1️⃣🇩🇪👩‍👩‍👧‍👦', 'x'.repeat(300), 'cafe\u0301', 'a b c d e f g h']
  const shown = new Set(['title', 'text', 'nuance', 'front', 'back', 'stem', 'why', 'name', 'says'])
  const rewrite = (value: unknown, key: string, depth: number): unknown => {
    if (typeof value === 'string') {
      if (key === 'exhibit') return value.replace(/^ +/gm, ' '.repeat(60))
      return shown.has(key) ? `${value} ${awkward[(value.length + depth) % awkward.length]}` : value
    }
    if (Array.isArray(value)) return value.map((one, i) => rewrite(one, key, depth + i))
    if (value === null || typeof value !== 'object') return value
    const inner = (name: string) => (key === 'exhibit' ? 'exhibit' : name)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rewrite(one, inner(name), depth + 1)]))
  }
  return bankOf(decks.map(deck => rewrite(deck, '', 0) as Deck))
}

const banks = { 'a small deck': small, 'a hostile deck': hostile(small), 'the built-in deck': await builtInBank() }
const sizes = ['40x16', '40x16', '41x17', '60x20', '80x24', '80x24', '100x30', '200x60', '39x16', '10x3'] as const
const everyKey = [...new Set(keys.flatMap((row): readonly string[] => row.press))].filter(key => key !== 'printable')

/** What happens next in a sitting. Mostly keys that lead on from here: others would not lead far. */
function nextPress({ model }: Played, { int }: Dice): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[int(0, list.length - 1)]
  const what = int(0, 99)
  if (what < 2) return `${pick(sizes)}`
  if (what < 5) return `paste:"${pick(pasted)}"`
  if (what < 8) return `${pick(['é', '関', '❤️', '7', '?', 'z', 'alt+A', 'f5', 'ctrl+y', 'tick'])}`
  if (what < 14) return `${pick(everyKey)}`
  const [screen] = model.screens
  if (what < 40 && screen.at === 'type') return `ctrl+u paste:"${screen.question.answer}" enter`
  if (what < 40 && (screen.at === 'date' || screen.at === 'minutes')) return 'ctrl+u enter'
  const rows = keysOn(model).filter(({ does }) => what > 95 || !aside.has(does))
  return `${pick((pick(rows)?.press ?? []).filter(key => key !== 'printable')) ?? 'enter'}`
}
const aside = new Set([
  ...['back', 'pause', 'quit', 'putAside', 'help', 'palette'],
  ...['flag', 'suspend', 'suspendIdea', 'reset'],
])
const pasted = ['15 min', 'fifteen minutes', '❤️ 関数', 'x'.repeat(600), 'topic:limits', '2027-01-15', '0'] as const

const sessionIn = (screen: Screen): Session | undefined =>
  'session' in screen ? screen.session : screen.at === 'rating' ? screen.of.session : undefined

/** Everything drawn stays within the screen, and what lies below is announced. */
function expectToFit({ model, screen, footer }: Played) {
  const { size } = model
  const rows = rowsOf(model)
  const width = isTooSmall(size) ? size.columns : size.columns - marginOf(size)
  for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(width)
  expect(rows.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1))
  expect(screen.replaceAll('\n', ' ')).not.toMatch(/undefined|NaN|Infinity|\[object|\p{Cc}/u)
  if (isTooSmall(size)) return
  const below = model.shape.height - model.top - roomFor(size)
  const canGoDown = keysOn(model).some(row => row.press.includes('down'))
  expect(footer.includes('↓ more')).toBe(below > 0 && canGoDown)
  expect(model.top).toBeGreaterThanOrEqual(0)
  if (model.top > 0) expect(below).toBeGreaterThanOrEqual(0)
}

/** The answers of the session on the screen are those that stand in the log, no more and no fewer. */
function expectToSayWhatStands({ model, screen, events, at }: Played) {
  const session = model.screens.map(sessionIn).find(found => found !== undefined)
  if (!session) return
  const stand = standing(events).flatMap(event =>
    event.type === 'review' && event.session === session.id && event.mode !== 'whatif' ? [event] : [],
  )
  expect(session.answered.map(({ card, right }) => ({ card, right }))).toEqual(
    stand.map(({ card, verdict }) => ({ card, right: verdict === 'right' })),
  )
  expect(model.trail).toHaveLength(stand.length)
  const [, place] = /^\s*(\d+) of \d+ · \d+ min left/.exec(screen) ?? []
  if (place !== undefined && at !== 'exam' && !isTooSmall(model.size))
    expect(Number(place)).toBe(stand.length + (at === 'feedback' ? 0 : 1))
}

/** What is kept in memory is what the log comes to. */
function expectToBeReplayed({ model, events }: Played) {
  const { ideas, cards, days, sittings } = replay(events, model.bank)
  expect(model.progress.ideas).toEqual(ideas)
  expect(model.progress.cards).toEqual(cards)
  expect(model.progress.days).toEqual(days)
  expect(model.progress.sittings).toEqual(sittings)
  const times = events.map(event => event.at)
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  expect(new Set(events.map(event => event.id)).size).toBe(events.length)
}

function sitting(bank: Bank, seed: number, length: number) {
  const roll = dice(seed)
  const presses: string[] = []
  let now: number = monday
  let played = play(newcomer(bank), '')
  try {
    for (let i = 0; i < length; i++) {
      // Now and then hours pass, or days.
      now += 1000 + (roll.int(0, 60) === 0 ? roll.int(0, 3000) * 60_000 : 0)
      presses.push(nextPress(played, roll))
      const next = played.press(presses.at(-1) ?? '', now as Instant)
      played = next.left ? startedAgain(played, next.settings, now as Instant) : next
      expectToFit(played)
      expectToSayWhatStands(played)
    }
    expectToBeReplayed(played)
  } catch (error) {
    throw new Error(`Seed ${seed}, after ${presses.length} keys: … ${presses.slice(-40).join(' ')}\n${played.screen}`, {
      cause: error,
    })
  }
}

/** Who leaves comes back: everything is read from the log again. */
function startedAgain({ model, events }: Played, kept: Played['settings'], at: Instant): Played {
  const fresh = play(
    firstModel(model.bank, { ...model.size, events, settings: { ...model.settings, ...kept }, at }),
    '',
  )
  return { ...fresh, events, press: pressAfter(fresh, events) }
}
/** Keeps the events of before the start beside those that come after it. */
const pressAfter =
  ({ press }: Played, before: Played['events']): Played['press'] =>
  (presses, at) => {
    const next = press(presses, at)
    return { ...next, events: [...before, ...next.events], press: pressAfter(next, before) }
  }

test.each(Object.entries(banks))('2,000 keys of any kind, at any size, on %s', (_, bank) => {
  // Such a sitting cannot be made shorter: the message tells its last keys instead.
  fc.assert(
    fc.property(fc.noShrink(fc.noBias(fc.nat(2 ** 31 - 1))), seed => sitting(bank, seed, 1000)),
    { numRuns: 2 },
  )
})
