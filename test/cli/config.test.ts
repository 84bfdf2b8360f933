import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, freshHome } from '../helpers/binary.ts'

test('lists the settings with what they are for, defaults named', () => {
  const { code, out, err } = command(['config'], { home: freshHome({ exam: 'DVA', minutes: 15 }) })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.split('\n').map(line => line.split(' ')[0])).toEqual([
    'exam',
    'examDate',
    'minutes',
    'goal',
    'dayStartsAt',
    'commit',
    'theme',
    '',
  ])
  expect(out).toMatch(/^minutes +15 +minutes a day$/m)
  expect(out).toMatch(/^commit +on +.*\(default\)$/m)
  expect(command(['config', 'list'], { home: freshHome({ exam: 'DVA', minutes: 15 }) }).out).toBe(out)
})

test('--json is one document of documented fields', () => {
  const document = JSON.parse(command(['config', '--json'], { home: freshHome({ exam: 'DVA' }) }).out)
  expect(document).toEqual({
    version: 1,
    settings: {
      exam: 'DVA',
      examDate: null,
      minutes: 10,
      goal: 0.9,
      dayStartsAt: 4,
      commit: true,
      theme: 'auto',
    },
  })
  expect(JSON.parse(command(['config', 'get', 'minutes', '--json'], { home: freshHome() }).out)).toEqual({
    version: 1,
    minutes: 10,
  })
})

test.each([
  ['exam', 'SAA', 'SAA'],
  ['exam', 'none', 'none'],
  ['examDate', '2027-01-15', '2027-01-15'],
  ['minutes', '240', '240'],
  ['goal', '0.95', '0.95'],
  ['dayStartsAt', '0', '0'],
  ['commit', 'off', 'off'],
  ['commit', 'on', 'on'],
  ['theme', 'light', 'light'],
])('%s can be set to %s', (key, value, shown) => {
  const home = freshHome({ exam: 'DVA', decks: ['/a/deck'], unknown: 'kept' })
  expect(command(['config', 'set', key, value], { home })).toMatchObject({ code: 0, out: `${key} is ${value}.\n` })
  expect(command(['config', 'get', key], { home }).out).toBe(`${shown}\n`)
  const kept = JSON.parse(readFileSync(join(home, 'config.json'), 'utf8'))
  expect(kept).toMatchObject({ decks: ['/a/deck'], unknown: 'kept' })
})

test.each([
  ['exam', 'DVX', 'There is no exam "DVX" in your decks.\n  use one of '],
  ['exam', '', 'exam takes an exam of the decks, or none, not "".'],
  ['examDate', '2027-02-30', 'examDate takes a date like 2027-01-15, not "2027-02-30".'],
  ['examDate', 'soon', 'examDate takes a date like 2027-01-15, not "soon".'],
  ['minutes', '0', 'minutes takes a whole number from 1 to 240, not "0".'],
  ['minutes', '241', 'minutes takes a whole number from 1 to 240, not "241".'],
  ['minutes', '1e1', 'minutes takes a whole number from 1 to 240, not "1e1".'],
  ['minutes', 'ten', 'minutes takes a whole number from 1 to 240, not "ten".'],
  ['goal', '1', 'goal takes from 0.7 to 0.97, not "1".'],
  ['goal', '', 'goal takes from 0.7 to 0.97, not "".'],
  ['dayStartsAt', '13', 'dayStartsAt takes a whole number from 0 to 12, not "13".'],
  ['commit', 'yes', 'commit takes on or off, not "yes".'],
  ['commit', 'toString', 'commit takes on or off, not "toString".'],
  ['theme', 'pink', 'theme takes auto, dark, light or mono, not "pink".'],
  ['minuts', '5', 'There is no setting "minuts".\n  did you mean minutes?'],
  ['decks', '[]', 'There is no setting "decks".'],
])('%s cannot be set to %j', (key, value, says) => {
  const home = freshHome({ exam: 'DVA' })
  const before = readFileSync(join(home, 'config.json'), 'utf8')
  const { code, out, err } = command(['config', 'set', key, value], { home })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`lambda-study: ${says}`)
  expect(readFileSync(join(home, 'config.json'), 'utf8')).toBe(before)
})

test.each([
  [['get'], 'Which setting?'],
  [['get', 'thme'], 'There is no setting "thme".\n  did you mean theme?'],
  [['set', 'minutes'], 'minutes takes a whole number from 1 to 240.'],
  [['sett', 'minutes', '5'], 'config does not know "sett".'],
])('%j is wrong usage', (args, says) => {
  const { code, out, err } = command(['config', ...args], { home: freshHome() })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`lambda-study: ${says}`)
})

test('a damaged settings file is set aside by whatever command reads it first, with a word', () => {
  for (const args of [
    ['search', 'timeout'],
    ['notes'],
    ['status', '--json'],
    ['due'],
    ['export', 'json'],
    ['config'],
  ]) {
    const home = freshHome()
    writeFileSync(join(home, 'config.json'), '{')
    expect(command(args, { home }).err).toMatch(
      /^The settings file was not readable and is now .*config\.json\.corrupt-/,
    )
  }
})
