import { expect, test } from 'vitest'
import { dateOf, dayOfDate } from '../../src/study/date.ts'
import { currentDay, studyDay } from '../../src/study/day.ts'
import { fixedWorld, instantOf } from '../helpers/world.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Minutes east of UTC in a zone at an instant. */
function offsetIn(zone: string, time: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  const name = format.formatToParts(instantOf(time)).find(part => part.type === 'timeZoneName')?.value
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
const dateIn = (zone: string, time: string, startsAt: number) =>
  dateOf(studyDay(instantOf(time), offsetIn(zone, time), startsAt))

test.each([
  // The night of summer time: 02:00 to 03:00 is missing.
  ['America/Los_Angeles', '2026-03-08T09:30:00Z', '2026-03-07', '2026-03-08'],
  ['America/Los_Angeles', '2026-03-08T10:30:00Z', '2026-03-07', '2026-03-08'],
  ['America/Los_Angeles', '2026-03-08T10:59:59Z', '2026-03-07', '2026-03-08'],
  ['America/Los_Angeles', '2026-03-08T11:00:00Z', '2026-03-08', '2026-03-08'],
  // The night of winter time: 01:00 to 02:00 comes twice.
  ['America/Los_Angeles', '2026-11-01T08:30:00Z', '2026-10-31', '2026-11-01'],
  ['America/Los_Angeles', '2026-11-01T09:30:00Z', '2026-10-31', '2026-11-01'],
  ['America/Los_Angeles', '2026-11-01T11:59:59Z', '2026-10-31', '2026-11-01'],
  ['America/Los_Angeles', '2026-11-01T12:00:00Z', '2026-11-01', '2026-11-01'],
  // UTC has the next date already.
  ['America/Los_Angeles', '2026-01-16T00:10:00Z', '2026-01-15', '2026-01-15'],
  ['Europe/Berlin', '2026-03-29T01:59:59Z', '2026-03-28', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T02:00:00Z', '2026-03-29', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25T02:59:59Z', '2026-10-24', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T03:00:00Z', '2026-10-25', '2026-10-25'],
  ['Asia/Kolkata', '2026-05-01T22:29:59Z', '2026-05-01', '2026-05-02'],
  ['Asia/Kolkata', '2026-05-01T22:30:00Z', '2026-05-02', '2026-05-02'],
  ['Asia/Kathmandu', '2026-05-01T22:15:00Z', '2026-05-02', '2026-05-02'],
  ['Pacific/Auckland', '2026-03-09T21:00:00Z', '2026-03-10', '2026-03-10'],
  ['Pacific/Honolulu', '2026-03-09T21:30:00Z', '2026-03-09', '2026-03-09'],
  ['Pacific/Kiritimati', '2026-06-30T13:59:59Z', '2026-06-30', '2026-07-01'],
  ['Pacific/Kiritimati', '2026-06-30T14:00:00Z', '2026-07-01', '2026-07-01'],
  // Samoa skipped 30 December 2011.
  ['Pacific/Apia', '2011-12-30T09:59:00Z', '2011-12-29', '2011-12-29'],
  ['Pacific/Apia', '2011-12-30T14:30:00Z', '2011-12-31', '2011-12-31'],
  // Clocks jump at midnight.
  ['Africa/Cairo', '2026-04-23T22:30:00Z', '2026-04-23', '2026-04-24'],
  ['Africa/Cairo', '2026-04-24T01:00:00Z', '2026-04-24', '2026-04-24'],
  ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03', '2018-11-03'],
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-03', '2018-11-04'],
  // Half an hour of summer time.
  ['Australia/Lord_Howe', '2026-04-04T16:45:00Z', '2026-04-04', '2026-04-05'],
  ['UTC', '2026-12-31T23:59:59Z', '2026-12-31', '2026-12-31'],
  ['UTC', '2027-01-01T04:00:00Z', '2027-01-01', '2027-01-01'],
  ['Asia/Tokyo', '2028-02-28T19:00:00Z', '2028-02-29', '2028-02-29'],
])('in %s, %s is the study day %s, and %s when days begin at midnight', (zone, time, fromFour, fromMidnight) => {
  expect(dateIn(zone, time, 4)).toBe(fromFour)
  expect(dateIn(zone, time, 0)).toBe(fromMidnight)
})

test.each([
  ['2026-03-08T09:59:59Z', '2026-03-07'],
  ['2026-03-08T10:00:00Z', '2026-03-08'],
  ['2026-11-01T09:30:00Z', '2026-10-31'],
  ['2026-11-01T10:00:00Z', '2026-11-01'],
])('in Los Angeles, with days that begin at two, %s is %s', (time, date) => {
  expect(dateIn('America/Los_Angeles', time, 2)).toBe(date)
})

test.each([
  ['fifteen minutes over midnight UTC', 'America/Los_Angeles', '2026-01-15T23:55:00Z', '2026-01-16T00:10:00Z', 0],
  ['23 hours to the next morning', 'Australia/Sydney', '2026-06-01T01:30:00Z', '2026-06-02T00:30:00Z', 1],
  ['25 hours over the end of summer time', 'Europe/Berlin', '2026-10-24T10:00:00Z', '2026-10-25T11:00:00Z', 1],
  ['one minute over four in the morning', 'Europe/Berlin', '2026-07-01T01:59:30Z', '2026-07-01T02:00:30Z', 1],
])('%s are %s days', (_, zone, from, to, days) => {
  const day = (time: string) => studyDay(instantOf(time), offsetIn(zone, time), 4)
  expect(day(to) - day(from)).toBe(days)
})

test.each(['America/Los_Angeles', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Sao_Paulo'])(
  'in %s the day never goes back and never skips, hour by hour for two years',
  zone => {
    const from = instantOf('2025-12-31T00:00Z')
    for (const startsAt of [0, 4]) {
      let before: number | undefined
      for (let hour = 0; hour < 2 * 8766; hour++) {
        const time = new Date(from + hour * 3_600_000).toISOString()
        const day = studyDay(instantOf(time), offsetIn(zone, time), startsAt)
        if (before !== undefined && day !== before && day !== before + 1)
          expect(`${time}: ${dateOf(day)}`).toBe(`${time}: ${dateOf(before)}`)
        before = day
      }
    }
  },
  60_000,
)

const day = (date: string) => dayOfDate(date) ?? Number.NaN
test.each([
  ['with nothing on record', undefined, '2026-11-23', false],
  ['when the last answer was today', '2026-11-23', '2026-11-23', false],
  ['when the last answer was yesterday', '2026-11-22', '2026-11-23', false],
  ['when the last answer was months ago', '2026-01-01', '2026-11-23', false],
  [
    'when a flight west or a clock set back by a day puts the last answer on tomorrow',
    '2026-11-24',
    '2026-11-24',
    false,
  ],
  ['when the last answer is two days ahead', '2026-11-25', '2026-11-23', true],
  ['when the last answer is ten years ahead', '2036-11-23', '2026-11-23', true],
])('on 23 November, %s, today is right', (_, last, today, clockWentBack) => {
  expect(currentDay(day('2026-11-23'), last === undefined ? undefined : day(last))).toEqual({
    day: day(today),
    clockWentBack,
  })
})

test.each([
  ['six hours, over the turn of the day', '2026-11-23T05:00+01:00', '2026-11-22T23:00+01:00', '2026-11-23', false],
  ['six hours, within the day', '2026-11-23T15:00+01:00', '2026-11-23T09:00+01:00', '2026-11-23', false],
  ['a day', '2026-11-23T09:00+01:00', '2026-11-22T09:00+01:00', '2026-11-23', false],
  ['two days', '2026-11-23T09:00+01:00', '2026-11-21T09:00+01:00', '2026-11-21', true],
  ['ten years', '2026-11-23T09:00+01:00', '2016-11-23T09:00+01:00', '2016-11-23', true],
  ['a flight from Auckland to Honolulu', '2026-03-10T10:00+13:00', '2026-03-09T11:30-10:00', '2026-03-10', false],
])('after the clock goes back by %s, today is right', (_, before, after, today, clockWentBack) => {
  const world = fixedWorld(before, 1)
  const dayNow = () => studyDay(world.now(), world.offset(world.now()), 4)
  const last = dayNow()
  world.set(after)
  expect(currentDay(dayNow(), last)).toEqual({ day: day(today), clockWentBack })
})
