const day = 86_400_000

/** `2026-11-23` of a study day. */
export const dateOf = (studyDay: number): string => new Date(studyDay * day).toISOString().slice(0, 10)

/** The study day of a date like `2026-11-23`; missing when there is no such date. */
export function dayOfDate(date: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) || dateOf(at / day) !== date ? undefined : at / day
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `Mon 14 Dec`, with the year when it is not `thisYear`. */
export function dayText(studyDay: number, thisYear?: number): string {
  const date = new Date(studyDay * day)
  const year = date.getUTCFullYear()
  return `${weekdays[date.getUTCDay()]?.slice(0, 3)} ${date.getUTCDate()} ${months[date.getUTCMonth()]?.slice(0, 3)}${thisYear === undefined || year === thisYear ? '' : ` ${year}`}`
}
export const yearOf = (studyDay: number): number => new Date(studyDay * day).getUTCFullYear()

/** The place of the name that a word of three letters or more begins; -1 when there is none. */
const named = (names: readonly string[], word: string | undefined): number =>
  word === undefined || word.length < 3 ? -1 : names.findIndex(name => name.toLowerCase().startsWith(word))

/** A day as people type it: `2027-01-15`, `in 3 weeks`, `5 weeks`, `10 days`, `fri`, `15 jan`, `tomorrow`. Missing when it is none of these. */
export function dayFrom(text: string, from: number): number | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^in\s+/, '')
  const exact = dayOfDate(words)
  if (exact !== undefined) return exact
  if (words === 'today') return from
  if (words === 'tomorrow') return from + 1
  const [, count, unit] = /^(\d{1,3}|a|one|two|three|four|five|six)\s*(d|w|m|days?|weeks?|months?)$/.exec(words) ?? []
  if (count && unit) {
    const number = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }[count] ?? Number(count)
    return unit.startsWith('m') ? monthsLater(from, number) : from + number * (unit.startsWith('w') ? 7 : 1)
  }
  const weekday = named(weekdays, words)
  if (weekday >= 0) return from + ((weekday - new Date(from * day).getUTCDay() + 6) % 7) + 1
  const [, dayOfMonth, month, year] =
    /^(\d{1,2})\.?\s+([a-z]{3,9})(?:\s+(\d{4}))?$/.exec(words.replace(/^([a-z]{3,9})\s+(\d{1,2})(?:,)?/, '$2 $1')) ?? []
  const at = named(months, month)
  if (at < 0) return undefined
  const dated = (inYear: number) =>
    dayOfDate(`${inYear}-${String(at + 1).padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`)
  if (year) return dated(Number(year))
  const thisYear = dated(yearOf(from))
  return thisYear === undefined || thisYear < from ? dated(yearOf(from) + 1) : thisYear
}

/** The same day of a later month, or that month's last day. */
function monthsLater(from: number, count: number): number {
  const date = new Date(from * day)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count]
  return Math.min(Date.UTC(year, month, date.getUTCDate()), Date.UTC(year, month + 1, 0)) / day
}
