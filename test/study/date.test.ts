import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, dayFrom, dayOfDate, dayText, yearOf } from '../../src/study/date.ts'

/** The date that a text means on a day; a Monday unless said otherwise. */
const dateFrom = (text: string, from = '2026-11-23') => {
  const day = dayFrom(text, dayOfDate(from) ?? Number.NaN)
  return day === undefined ? 'nothing' : dateOf(day)
}

test.each([
  ['2027-01-15', '2027-01-15'],
  ['today', '2026-11-23'],
  ['tomorrow', '2026-11-24'],
  ['in 3 weeks', '2026-12-14'],
  ['in three weeks', '2026-12-14'],
  ['  In  Three Weeks ', '2026-12-14'],
  ['5 weeks', '2026-12-28'],
  ['1 week', '2026-11-30'],
  ['a week', '2026-11-30'],
  ['2w', '2026-12-07'],
  ['10 days', '2026-12-03'],
  ['10d', '2026-12-03'],
  ['in 2 months', '2027-01-23'],
  ['a month', '2026-12-23'],
  ['fri', '2026-11-27'],
  ['Friday', '2026-11-27'],
  ['thurs', '2026-11-26'],
  ['sun', '2026-11-29'],
  ['mon', '2026-11-30'],
  ['15 jan', '2027-01-15'],
  ['15. Jan', '2027-01-15'],
  ['15 January 2028', '2028-01-15'],
  ['jan 15', '2027-01-15'],
  ['January 15, 2027', '2027-01-15'],
  ['24 dec', '2026-12-24'],
  ['23 nov', '2026-11-23'],
  ['22 nov', '2027-11-22'],
  ['1 sept', '2027-09-01'],
  ['1 may', '2027-05-01'],
])('on Monday 23 November 2026, "%s" is %s', (text, date) => {
  expect(dateFrom(text)).toBe(date)
})

test.each([
  ['29 feb', '2027-12-01', '2028-02-29'],
  ['29 feb', '2028-01-15', '2028-02-29'],
  ['29 feb', '2026-11-23', 'nothing'],
  ['29 feb', '2027-02-01', '2028-02-29'],
  ['2028-02-29', '2026-11-23', '2028-02-29'],
  ['2027-02-29', '2026-11-23', 'nothing'],
  ['2100-02-29', '2026-11-23', 'nothing'],
  ['29 feb 2027', '2026-11-23', 'nothing'],
  ['a month', '2027-01-31', '2027-02-28'],
  ['a month', '2028-01-31', '2028-02-29'],
  ['a month', '2026-12-31', '2027-01-31'],
  ['tomorrow', '2028-02-28', '2028-02-29'],
  ['1 day', '2026-12-31', '2027-01-01'],
])('"%s", said on %s, is %s', (text, from, date) => {
  expect(dateFrom(text, from)).toBe(date)
})

test.each([
  '',
  ' ',
  'in',
  'weeks',
  '3',
  'three',
  '-3 days',
  '3.5 weeks',
  '1000 weeks',
  'fr',
  'fridays',
  'monkey',
  'someday',
  '31 nov',
  '0 jan',
  '32 jan',
  '15 janky',
  '3 decks',
  '15 marvels',
  '15 ja',
  'jan',
  '15',
  '15/01/2027',
  '2027-13-01',
  '2027-00-10',
  '2027-1-5',
  '20270115',
  '2027-01-15x',
  'constructor',
  '15 constructor',
  '{}',
  '＋3 weeks',
])('"%s" is no day', text => {
  expect(dateFrom(text)).toBe('nothing')
})

test('whatever is typed is a whole day or none', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'in',
        'three',
        '3',
        '29',
        'weeks',
        'day',
        'feb',
        'february',
        'fri',
        '2028',
        '-',
        '2026-12-',
        '01',
        'a',
        ' ',
      ),
      { maxLength: 5 },
    )
    .map(list => list.join(' '))
  fc.assert(
    fc.property(fc.oneof(fc.string(), words), fc.integer({ min: 0, max: 40_000 }), (text, from) => {
      const day = dayFrom(text, from)
      expect(day === undefined || Number.isInteger(day)).toBe(true)
    }),
  )
})

test('a date and its study day are two names of one thing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), day => {
      expect(dayOfDate(dateOf(day))).toBe(day)
    }),
  )
})

test.each([
  ['2026-12-14', 2026, 'Mon 14 Dec'],
  ['2026-12-14', undefined, 'Mon 14 Dec'],
  ['2027-01-01', 2026, 'Fri 1 Jan 2027'],
  ['2028-02-29', 2028, 'Tue 29 Feb'],
])('%s, in %s, reads %s', (date, thisYear, text) => {
  const day = dayOfDate(date) ?? Number.NaN
  expect(dayText(day, thisYear)).toBe(text)
  expect(yearOf(day)).toBe(Number(date.slice(0, 4)))
})
