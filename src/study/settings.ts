import { dayOfDate } from './date.ts'

export type Theme = 'auto' | 'dark' | 'light' | 'mono'
export type Settings = {
  /** The exam to study for; `none` is a choice as well, and missing means that nobody asked yet. */
  readonly exam?: string
  /** `2027-01-15` */
  readonly examDate?: string
  /** Minutes a day. */
  readonly minutes: number
  /** The recall to have on the day of the exam. */
  readonly goal: number
  /** The hour at which a study day begins. */
  readonly dayStartsAt: number
  /** Whether choices are answered in the head before their options are shown. */
  readonly commit: boolean
  readonly theme: Theme
  /** Folders and files of the person's own decks. */
  readonly decks: readonly string[]
  /** This device's log is named by it. */
  readonly device?: string
}

export const defaults: Settings = { minutes: 10, goal: 0.9, dayStartsAt: 4, commit: true, theme: 'auto', decks: [] }

/** Whether the first questions were answered. */
export const isSetUp = (settings: Settings): boolean => settings.exam !== undefined
export const examOf = ({ exam }: Settings): string | undefined => (exam === 'none' ? undefined : exam)
export const examDayOf = ({ examDate }: Settings): number | undefined =>
  examDate === undefined ? undefined : dayOfDate(examDate)

/** A setting as it is typed: what it is for, and the value or what is wrong with it. */
type Reader = { readonly says: string; readonly form: string; read(text: string): unknown }
const whole = (from: number, to: number) => (text: string) =>
  /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined
const among =
  (...words: readonly string[]) =>
  (text: string) =>
    words.includes(text) ? text : undefined

/** The settings that people change, with the form of their values. `exam` is checked against the decks where they are known. */
export const readers = {
  exam: {
    says: 'the exam you study for',
    form: 'an exam of the decks, or none',
    read: text => (/^[\w-]+$/.test(text) ? text : undefined),
  },
  examDate: {
    says: 'its date',
    form: 'a date like 2027-01-15',
    read: text => (dayOfDate(text) === undefined ? undefined : text),
  },
  minutes: { says: 'minutes a day', form: 'a whole number from 1 to 240', read: whole(1, 240) },
  goal: {
    says: 'recall to have on the day of the exam',
    form: 'from 0.7 to 0.97',
    read: text => (Number(text) >= 0.7 && Number(text) <= 0.97 ? Number(text) : undefined),
  },
  dayStartsAt: { says: 'the hour at which a day begins', form: 'a whole number from 0 to 12', read: whole(0, 12) },
  commit: {
    says: 'answer in your head before options are shown',
    form: 'on or off',
    read: text => (text === 'on' ? true : text === 'off' ? false : undefined),
  },
  theme: { says: 'colours', form: 'auto, dark, light or mono', read: among('auto', 'dark', 'light', 'mono') },
} as const satisfies Partial<Record<keyof Settings, Reader>>
export type SettingKey = keyof typeof readers

/** Settings from a file: what does not fit is left out and named. */
export function settingsFrom(raw: unknown): { readonly settings: Settings; readonly wrong: readonly string[] } {
  const given = (raw !== null && typeof raw === 'object' && !Array.isArray(raw) ? raw : {}) as Record<string, unknown>
  const wrong: string[] = []
  const read: Record<string, unknown> = {}
  for (const [key, reader] of Object.entries(readers)) {
    const value = given[key]
    if (value === undefined) continue
    const text = key === 'commit' && typeof value === 'boolean' ? (value ? 'on' : 'off') : textOf(value)
    const known = text === undefined ? undefined : (reader as Reader).read(text)
    if (known === undefined) wrong.push(key)
    else read[key] = known
  }
  if (Array.isArray(given.decks) && given.decks.every(path => typeof path === 'string')) read.decks = given.decks
  else if (given.decks !== undefined) wrong.push('decks')
  if (typeof given.device === 'string' && /^[a-z2-7]{8}$/.test(given.device)) read.device = given.device
  else if (given.device !== undefined) wrong.push('device')
  return { settings: { ...defaults, ...read }, wrong }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
