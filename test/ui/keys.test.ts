import { expect, test } from 'vitest'
import { allKeysOn, commandFor, keys, keysOn } from '../../src/ui/keys.ts'
import { textOf } from '../../src/ui/lines.ts'
import type { At, Model } from '../../src/ui/model.ts'
import { rowsOf } from '../../src/ui/rows.ts'
import { everyScreen, play, smallBank } from '../helpers/play.ts'
import { everyState, stateSizes } from '../helpers/states.ts'

const bank = await smallBank()
const screens = Object.entries(everyScreen(bank)) as [At, Model][]
const states = everyState(bank)
const exclusive = (one: (model: Model) => boolean, other: (model: Model) => boolean) =>
  states.every(model => !(one(model) && other(model)))

test.each(screens)('on %s no key stands for two things', at => {
  const rows = keys.filter(row => (row.on as readonly At[]).includes(at))
  for (const [i, row] of rows.entries())
    for (const other of rows.slice(i + 1)) {
      const both = row.press.filter(key => (other.press as readonly string[]).includes(key))
      if (both.length === 0) continue
      // The same key may do two things when never both are possible.
      const never = 'when' in row && 'when' in other && exclusive(row.when, other.when)
      expect(never ? [] : both, `${row.does} and ${other.does} on ${at}`).toEqual([])
    }
})

test('in any state a key does one thing at most', () => {
  for (const model of states) {
    const pressed = keysOn(model).flatMap(row => row.press)
    expect(pressed).toHaveLength(new Set(pressed).size)
  }
})

test.each(screens)('%s has help and a way out', (at, model) => {
  const does = keysOn(model).map(row => row.does)
  if (at !== 'help') expect(does).toContain('help')
  expect(does.some(one => ['back', 'pause', 'quit'].includes(one))).toBe(true)
  expect(commandFor(model, 'ctrl+c')).toBe('quit')
  expect(commandFor(model, 'ctrl+z')).toBe('putAside')
  expect(['back', 'pause', 'quit']).toContain(commandFor(model, 'esc'))
})

test.each(screens)('from %s Esc leads out in the end', (_, model) => {
  let played = play(model, '')
  for (let i = 0; i < 6 && !played.left; i++) played = played.press('esc')
  expect(played.left).toBe(true)
})

test.each(screens)('where letters are text (as on %s, or not), no plain letter is a key', at => {
  const pressed = allKeysOn(at)
    .concat(keys.filter(row => (row.on as readonly At[]).includes(at)))
    .flatMap(row => row.press)
  if (pressed.includes('printable')) expect(pressed.filter(key => /^.$/u.test(key))).toEqual([])
})

test('every key that the footer may name does something', () => {
  // On the first page there is none before it, what is chosen may be chosen again, and what is saved is a file.
  const idle = new Set(['quit', 'putAside', 'previous', 'pick', 'assign', 'save'])
  for (const model of states)
    for (const { does, press, quiet, says } of keysOn(model)) {
      if (quiet || says === '' || idle.has(does)) continue
      const { model: next } = play(model, press[0] ?? '')
      expect({ ...next, day: 0 }, `${press[0]} on ${model.screens[0].at}`).not.toEqual({ ...model, day: 0 })
    }
})

test('the footer fits, and names only keys that work now', () => {
  for (const model of states) {
    const row = textOf(rowsOf(model).at(-1) ?? []).trim()
    expect(row.length).toBeLessThanOrEqual(model.size.columns - (model.size.columns < 60 ? 2 : 4))
    const working = keysOn(model)
    const says = new Set([...working.map(({ says }) => says), 'more'])
    for (const part of row.split(/ {2,}/)) {
      const named = [...says].find(known => known !== '' && part.endsWith(` ${known}`))
      expect(named !== undefined || /^(\?|f1)$/.test(part), `"${part}" on ${model.screens[0].at}`).toBe(true)
    }
  }
})

test.each(stateSizes)('at $columns columns the footer names what matters most and the way to help', size => {
  for (const [at, model] of Object.entries(everyScreen(bank, size))) {
    const row = textOf(rowsOf(model).at(-1) ?? []).trim()
    const [first] = keysOn(model).filter(({ quiet, says }) => !quiet && says !== '')
    expect(row, at).toContain(first?.says ?? '')
    if (at !== 'help') expect(row, at).toMatch(/(?:\?|f1)(?: keys)?(?:$| {2})/)
  }
})

test.each([
  ['home', 'x', undefined],
  ['home', 'enter', 'begin'],
  ['home', 'space', 'begin'],
  ['type', 'x', 'type'],
  ['type', '関', 'type'],
  ['type', '👩‍👩‍👧‍👦', 'type'],
  ['type', 'paste', 'type'],
  ['type', '?', 'type'],
  ['type', 'f5', undefined],
  ['type', 'alt+A', undefined],
  ['type', 'ctrl+_', undefined],
  ['type', 'shift+tab', undefined],
  ['type', 'insert', undefined],
  ['home', 'paste', undefined],
  ['home', 'constructor', undefined],
] as const)('on %s the key %s does %s', (at, key, does) => {
  expect(commandFor(everyScreen(bank)[at], key)).toBe(does)
})

test('every row of the table is on some screen, with keys and words', () => {
  for (const row of keys) {
    expect(row.on.length).toBeGreaterThan(0)
    expect(row.press.length).toBeGreaterThan(0)
    expect(row.says).toBe(row.says.trim())
    expect(row.says).not.toMatch(/^[A-Z]|[.!]$/)
  }
})
