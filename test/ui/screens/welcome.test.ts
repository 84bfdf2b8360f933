import { expect, test } from 'vitest'
import { newcomer, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const first = newcomer(bank)

test('the exam that asks most comes first, and says how much that is', () => {
  const { words } = play(first, '')
  expect(words).toContain('Which exam do you study for?')
  expect(words).toContain('▸ 1 Developer - Associate (DVA-C02) 2 Cloud Practitioner (CLF-C02) 3 No exam, just Lambda')
  expect(words).toContain('DVA-C02 asks most of this: 6 ideas')
  expect(play(first, 'down').words).toContain('CLF-C02 asks only a part of this: 2 ideas')
  expect(play(first, 'j j').words).toContain('All of the notes: 6 ideas')
})

test('Enter three times is enough: in three weeks, ten minutes a day, and the first question stands there', () => {
  const { words, settings, at, events } = play(first, 'enter enter enter')
  expect(settings).toEqual({ exam: 'DVA', examDate: '2026-12-14', minutes: 10 })
  expect(at).toMatch(/recall|type|commit/)
  expect(words).toMatch(/^1 of 6 · /)
  expect(events).toEqual([])
})

test('every question says what Enter will do', () => {
  expect(play(first, 'enter').words).toContain('When is your exam? enter in three weeks, Mon 14 Dec')
  expect(play(first, 'enter enter').words).toContain('How many minutes a day? enter 10 minutes')
})

test.each([
  ['1', 'DVA'],
  ['2', 'CLF'],
  ['down enter', 'CLF'],
  ['down down up space', 'CLF'],
  ['up enter', 'DVA'],
])('%s chooses %s', (presses, exam) => {
  expect(play(first, `${presses} enter enter`).settings).toMatchObject({ exam })
})

test('a digit behind the last exam chooses nothing', () => {
  expect(play(first, '4').at).toBe('welcome')
})

test.each([['3'], ['down down enter']])('without an exam (%s) nobody is asked for its date', presses => {
  const chosen = play(first, presses)
  expect(chosen.words).toContain('How many minutes a day?')
  const { settings } = chosen.press('enter')
  expect(settings).toEqual({ exam: 'none', minutes: 10 })
})

test('a typed date is read back before it counts', () => {
  const typed = play(first, 'enter "5 weeks"')
  expect(typed.words).toContain('enter Mon 28 Dec, 35 days')
  expect(typed.settings).toBeUndefined()
  expect(typed.press('enter enter').settings).toMatchObject({ examDate: '2026-12-28' })
  expect(play(first, 'enter "2027-01-15"').words).toContain('Fri 15 Jan 2027, 53 days')
  expect(play(first, 'enter paste:"fri" enter enter').settings).toMatchObject({ examDate: '2026-11-27' })
})

test('what is no date yet is said while it is typed, and refused with an example', () => {
  const typed = play(first, 'enter "someday"')
  expect(typed.words).toContain('enter waits for a date')
  const refused = typed.press('enter')
  expect(refused).toMatchObject({ at: 'date', settings: undefined })
  expect(refused.words).toContain('no date: try 2027-01-15')
  expect(refused.press('ctrl+u "fri" enter').at).toBe('minutes')
})

test('a day that is past is refused', () => {
  const typed = play(first, 'enter "2026-11-22"')
  expect(typed.words).toContain('Sun 22 Nov is past')
  expect(typed.press('enter')).toMatchObject({ at: 'date', settings: undefined })
  expect(typed.press('enter').words).toContain('That day is past.')
  expect(play(first, 'enter "today" enter').at).toBe('minutes')
})

test('Tab goes on without a date', () => {
  const { settings, at } = play(first, 'enter tab enter')
  expect(settings).toEqual({ exam: 'DVA', minutes: 10 })
  expect(at).toMatch(/recall|type|commit/)
})

test.each(['0', '999', '241', '1.5', '-5', '1e1', '0x10', 'ten', '10 h'])(
  '%s minutes are refused, before Enter and after it',
  minutes => {
    const typed = play(first, `enter enter "${minutes}"`)
    expect(typed.words).toContain('enter a whole number from 1 to 240')
    const refused = typed.press('enter')
    expect(refused).toMatchObject({ at: 'minutes', settings: undefined })
    expect(refused.words).toContain('from 1 to 240')
  },
)

test.each(['1', '240', ' 15 ', '10 min', '20 minutes'])('%s minutes are taken', minutes => {
  const typed = play(first, `enter enter "${minutes}"`)
  expect(typed.words).toContain(`enter ${Number.parseInt(minutes, 10)} minute`)
  expect(typed.press('enter').settings).toMatchObject({ minutes: Number.parseInt(minutes, 10) })
})

test('when the minutes will not do, it says how many would', () => {
  const tight = play(first, 'enter "3 days" enter')
  expect(tight.words).toContain('6 ideas in 1 day: that fits.')
  expect(tight.press('"5"').words).toContain('6 ideas in 1 day would take about 6 minutes a day')
  expect(tight.press('"5" enter').settings).toMatchObject({ minutes: 5 })
})

test('Esc goes back to what was answered before, and q leaves at the first question', () => {
  const date = play(first, 'down enter "fri" enter esc')
  expect(date.words).toContain('When is your exam?')
  expect(date.words).toContain('Fri 27 Nov')
  expect(date.press('esc').words).toContain('▸ 2 Cloud Practitioner')
  expect(date.press('esc q').left).toBe(true)
  expect(date.press('esc esc').left).toBe(true)
})

test('letters are text where a date is typed: only Ctrl-C leaves', () => {
  expect(play(first, 'enter q').left).toBe(false)
  expect(play(first, 'enter ctrl+c').left).toBe(true)
})

test('keys that are held with Alt or Ctrl and do nothing are not typed', () => {
  const { model } = play(first, 'enter alt+A alt+? ctrl+_ shift+tab alt+ü 1')
  expect(model.screens[0]).toMatchObject({ at: 'date', field: { text: '1' } })
})
