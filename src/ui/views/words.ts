import type { Deck, Exam } from '../../deck/deck.ts'
import type { Bank } from '../../study/bank.ts'
import { dayText, yearOf } from '../../study/date.ts'
import { examDayOf, examOf } from '../../study/settings.ts'
import { type Sitting, timeLeft } from '../../study/sitting.ts'
import { type Line, line, quiet } from '../lines.ts'
import type { Model } from '../model.ts'

/** `1 day`, `3 days`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** `DVA-C02`, the code in an exam's title. */
export const examCode = (id: string, exam: Exam | undefined): string => /\(([^)]+)\)/.exec(exam?.title ?? '')?.[1] ?? id

/** What a question asks for, as the exams say it. */
export const countText = (count: number): string => `Choose ${numbers[count] ?? count}`
const numbers: Readonly<Record<number, string>> = { 1: 'ONE', 2: 'TWO', 3: 'THREE', 4: 'FOUR', 5: 'FIVE' }

/** What the questions of exams are about, by the titles of their decks: `Lambda`. */
export function subjectOf({ decks }: Bank, exams: readonly string[]): string {
  const asks = (deck: Deck) =>
    deck.topics.some(topic => topic.cards.some(card => exams.some(exam => card.exams[exam] !== undefined)))
  return decks
    .filter(asks)
    .map(({ title }) => title.replace(/^(?:AWS|Amazon) /, ''))
    .join(' and ')
}

export function examName({ bank, settings }: Model): string {
  const exam = examOf(settings)
  return exam === undefined ? '' : examCode(exam, bank.exams[exam])
}

/** The exam, its date and the days until then, as far as they are known; without the date where there is no room. */
export function examLine(model: Model): string {
  const examDay = examDayOf(model.settings)
  const name = examName(model)
  if (name === '' || examDay === undefined) return name
  const days = examDay - model.day
  const left = days > 0 ? counted(days, 'day') : days === 0 ? 'today' : 'past'
  const date = model.size.columns < 60 ? [] : [dayText(examDay, yearOf(model.day))]
  return [name, ...date, left].join(` ${model.glyphs.dot} `)
}

/** When something comes again, seen from a day: `tomorrow`, `in 9 days`, `in 3 weeks`. */
export function whenText(days: number): string {
  if (days <= 0) return 'later today'
  if (days === 1) return 'tomorrow'
  if (days < 21) return `in ${days} days`
  return days < 60 ? `in ${Math.round(days / 7)} weeks` : `in ${Math.round(days / 30.4)} months`
}

/** Time on a clock: `1 h 05 min`, `43 min`, in the last minutes `4:05`. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  if (seconds < 300) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`
}

/** How an exam stands that was begun and not handed in. */
export function begunText(sitting: Sitting, now: number): string {
  const left = timeLeft(sitting, now)
  if (left === 0) return 'time is over'
  return `${sitting.pausedAt === undefined ? 'goes on' : 'paused'}, ${clockText(left)} left`
}

/** A header that says where one is in something; on a narrow screen the title gives way. */
export const placedLeft = (place: string, title: string, { glyphs, size }: Pick<Model, 'glyphs' | 'size'>): Line =>
  line(quiet((size.columns < 60 ? [place, title] : [title, place]).join(` ${glyphs.dot} `)))

/** Minutes as they are said: never none. */
export const minutesText = (seconds: number): string => `${Math.max(1, Math.round(seconds / 60))} min`
