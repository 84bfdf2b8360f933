import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfDate } from '../../src/study/date.ts'
import {
  defaults,
  examDayOf,
  examOf,
  isSetUp,
  readers,
  type SettingKey,
  settingsFrom,
} from '../../src/study/settings.ts'

const whole = {
  exam: 'DVA',
  examDate: '2026-12-14',
  minutes: 20,
  goal: 0.85,
  dayStartsAt: 3,
  commit: false,
  theme: 'dark',
  decks: ['/home/me/decks/mine'],
  device: 'abcdefg2',
} as const

test('settings are read as they were written', () => {
  expect(settingsFrom(JSON.parse(JSON.stringify(whole)))).toEqual({ settings: whole, wrong: [] })
})

test('what is not set has its default', () => {
  expect(settingsFrom({})).toEqual({ settings: defaults, wrong: [] })
  expect(settingsFrom({ minutes: 15 })).toEqual({ settings: { ...defaults, minutes: 15 }, wrong: [] })
})

test('one wrong setting is named and costs no other', () => {
  expect(settingsFrom({ ...whole, minutes: 'ten' })).toEqual({
    settings: { ...whole, minutes: 10 },
    wrong: ['minutes'],
  })
})

test('settings of later versions are passed over', () => {
  expect(settingsFrom({ ...whole, voice: 'alto', constructor: 1, toString: null })).toEqual({
    settings: whole,
    wrong: [],
  })
})

test.each([null, undefined, 5, 'text', true, [], [whole], new Date(0)])('%j holds no setting', raw => {
  expect(settingsFrom(raw)).toEqual({ settings: defaults, wrong: [] })
})

const garbage: Readonly<Record<keyof typeof whole, readonly unknown[]>> = {
  exam: [null, '', 'D V A', '../DVA', true, [], ['DVA'], {}],
  examDate: [null, '', 'soon', '2027-02-29', '2027-13-01', 20270115, true, ['2027-01-15']],
  minutes: [null, 0, -5, 241, 2.5, 1e9, '', 'ten', '10 min', '１０', true, [10], {}],
  goal: [null, 0.69, 0.98, -1, 2, '', 'high', '0.9.1', true, [0.9]],
  dayStartsAt: [null, -1, 13, 4.5, '', '4 am', false, [4]],
  commit: [null, 'yes', 'true', 1, 0, '', 'constructor', '__proto__', 'toString', [true], {}],
  theme: [null, '', 'pink', 'Dark', 'constructor', 1, true, ['dark'], {}],
  decks: [null, '', '/one/path', 5, [5], [null], ['/good', {}], {}],
  device: [null, '', 'short', 'ABCDEFG2', 'abcdefg1', 'abcdefg22', '../../etc', 12345678, ['abcdefg2']],
}
test.each(Object.entries(garbage).flatMap(([key, values]) => values.map(value => [key, value] as const)))(
  '%s cannot be %j',
  (key, value) => {
    const { [key as keyof typeof whole]: _, ...others } = whole
    const { settings, wrong } = settingsFrom({ ...whole, [key]: value })
    expect(wrong).toEqual([key])
    expect(settings).toEqual({ ...defaults, ...others })
  },
)

test('whatever a file holds, the settings are sound', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(garbage).flat(), ...Object.values(whole)))
  const keys = Object.keys(whole) as (keyof typeof whole)[]
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys, '__proto__', 'other'), value), raw => {
      const { settings } = settingsFrom(raw)
      expect(settingsFrom(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, wrong: [] })
    }),
    { numRuns: 300 },
  )
})

test.each<[SettingKey, string, unknown]>([
  ['exam', 'DVA', 'DVA'],
  ['exam', 'none', 'none'],
  ['examDate', '2027-01-15', '2027-01-15'],
  ['examDate', '15 jan', undefined],
  ['minutes', '1', 1],
  ['minutes', '240', 240],
  ['minutes', '1e2', undefined],
  ['goal', '0.7', 0.7],
  ['goal', '0.97', 0.97],
  ['dayStartsAt', '0', 0],
  ['dayStartsAt', '12', 12],
  ['commit', 'on', true],
  ['commit', 'off', false],
  ['commit', 'ON', undefined],
  ['theme', 'mono', 'mono'],
])('%s typed as "%s" is %j', (key, text, value) => {
  expect(readers[key].read(text)).toBe(value)
})

test('the exam "none" is a choice, too', () => {
  expect([isSetUp({ ...defaults, exam: 'none' }), isSetUp(defaults)]).toEqual([true, false])
  expect([examOf({ ...defaults, exam: 'none' }), examOf({ ...defaults, exam: 'DVA' }), examOf(defaults)]).toEqual([
    undefined,
    'DVA',
    undefined,
  ])
  expect([examDayOf(whole), examDayOf(defaults)]).toEqual([dayOfDate('2026-12-14'), undefined])
})
