import fc from 'fast-check'
import { expect, test } from 'vitest'
import { footer } from '../../src/ui/footer.ts'
import { roomFor } from '../../src/ui/frame.ts'
import { keysOn } from '../../src/ui/keys.ts'
import { textOf, widthOf } from '../../src/ui/lines.ts'
import type { At, Model } from '../../src/ui/model.ts'
import { answer, asking, everyScreen, firstModel, play, smallBank } from '../helpers/play.ts'

const bank = await smallBank()
const screens = everyScreen(bank)
const states = [
  ...Object.values(screens),
  ...Object.values(everyScreen(bank, { columns: 40, rows: 16 })),
  answer(play(asking(firstModel(bank), 'limits/long-video'), ''), 'right').model,
]
const shown = (model: Model, width: number) => textOf(footer(model, width))
const partsOf = (row: string) => row.split(/ {2,}/)

test.each([
  ['home', /^enter start {3}n notes {3}/],
  ['recall', /^enter show the answer {3}/],
  ['commit', /^1 2 3 open the options {3}/],
  ['choose', /^a b c d choose {3}/],
  ['match', /^1 2 put into this group {3}/],
  ['order', /^a b c comes next {3}/],
  ['welcome', /^1 2 3 choose {3}enter go on {3}/],
  ['type', /^enter answer {3}tab show the answer {3}/],
  ['summary', /^enter go on {3}/],
] as const)('on %s what matters most comes first', (at, begins) => {
  expect(shown(screens[at], 76)).toMatch(begins)
  expect(shown(screens[at], 76)).toMatch(/ {3}(\?|f1) keys$/)
})

test('it never gets wider than it may, and never loses the way to help', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.integer({ min: 30, max: 120 }), (model, width) => {
      const row = footer(model, width)
      expect(widthOf(row)).toBeLessThanOrEqual(width)
      if (model.screens[0].at !== 'help') expect(textOf(row)).toMatch(/(^| {2})(\?|f1)( keys)?$/)
    }),
  )
})

test('with more room it names more keys, in the same order', () => {
  const named = (model: Model, width: number) => partsOf(shown(model, width)).filter(part => !/^(\?|f1)/.test(part))
  for (const model of states)
    for (let width = 60; width < 120; width++) {
      const [fewer, more] = [named(model, width), named(model, width + 1)]
      expect(more.slice(0, fewer.length)).toEqual(fewer)
    }
})

test('on a narrow screen letters are a range, gaps are smaller, and help gives up its word for another key', () => {
  const picked = play(screens.choose, '40x16 a').model
  expect(shown(picked, 38)).toBe('a-d choose  ↓ more  enter answer  ?')
  expect(shown(screens.welcome, 38)).toBe('1-3 choose  enter go on  ? keys')
})

test.each([38, 39, 56, 58, 76])('in %i columns it says what lies below, wherever arrows lead there', width => {
  for (const model of states) {
    const below = model.top + roomFor(model.size) < model.shape.height
    const leads = keysOn(model).some(row => row.press.includes('down'))
    expect(shown(model, width).includes('↓ more')).toBe(below && leads)
  }
})

test('keys that do not work now, and keys for help alone, are not there', () => {
  const rows: readonly [At, RegExp][] = [
    ['choose', /enter/],
    ['recall', /how it went/],
    ['home', /quit|back up/],
    ['commit', /undo/],
  ]
  for (const [at, hidden] of rows) expect(shown(screens[at], 300)).not.toMatch(hidden)
})
