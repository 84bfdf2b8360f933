const day = 86_400_000

/** `2026-11-23` of a study day. */
export const dateOf = (studyDay: number): string => new Date(studyDay * day).toISOString().slice(0, 10)

/** The study day of a date like `2026-11-23`; missing when there is no such date. */
export function dayOfDate(date: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) || dateOf(at / day) !== date ? undefined : at / day
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Mon 14 Dec`, with the year when it is not `thisYear`. */
export function dayText(studyDay: number, thisYear?: number): string {
  const date = new Date(studyDay * day)
  const year = date.getUTCFullYear()
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}${thisYear === undefined || year === thisYear ? '' : ` ${year}`}`
}
export const yearOf = (studyDay: number): number => new Date(studyDay * day).getUTCFullYear()

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
    if (!unit.startsWith('m')) return from + number * (unit.startsWith('w') ? 7 : 1)
    const date = new Date(from * day)
    return Math.floor(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + number, date.getUTCDate()) / day)
  }
  const weekday = weekdays.findIndex(
    name =>
      words.length >= 3 && fullWeekdays.some(full => full.startsWith(words) && full.startsWith(name.toLowerCase())),
  )
  if (weekday >= 0) return from + ((weekday - new Date(from * day).getUTCDay() + 6) % 7) + 1
  const [, dayOfMonth, month, year] =
    /^(\d{1,2})\.?\s+([a-z]{3,9})(?:\s+(\d{4}))?$/.exec(words.replace(/^([a-z]{3,9})\s+(\d{1,2})(?:,)?/, '$2 $1')) ?? []
  const at = months.findIndex(name => month?.startsWith(name.toLowerCase()))
  if (at < 0) return undefined
  const dated = (inYear: number) =>
    dayOfDate(`${inYear}-${String(at + 1).padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`)
  if (year) return dated(Number(year))
  const thisYear = dated(yearOf(from))
  return thisYear !== undefined && thisYear < from ? dated(yearOf(from) + 1) : thisYear
}
const fullWeekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
