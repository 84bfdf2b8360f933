import type { Bank } from '../../study/bank.ts'
import { dateOf, dayFrom } from '../../study/date.ts'
import { readers } from '../../study/settings.ts'
import { edited, emptyField } from '../field.ts'
import type { Handlers } from '../keys.ts'
import { type Input, type Model, noting, only, push, type Step, show } from '../model.ts'
import { beginToday } from './ask.ts'

/** Days until the exam when Enter is pressed on an empty line. */
export const threeWeeks = 21

/** The exams of the decks, the one that asks most about them first; last, none. */
export function examChoices(bank: Bank): readonly (string | undefined)[] {
  const count = (exam: string) => [...bank.ideas.values()].filter(idea => idea.exams[exam] !== undefined).length
  return [...Object.keys(bank.exams).sort((a, b) => count(b) - count(a)), undefined]
}

const moved = (model: Model, cursor: number): Model => {
  const last = examChoices(model.bank).length - 1
  return show(model, { at: 'welcome', cursor: Math.max(0, Math.min(last, cursor)) })
}

const chosen = (model: Model, cursor: number): Step => {
  const choices = examChoices(model.bank)
  if (cursor >= choices.length) return { model }
  const exam = choices[cursor]
  const below = show(model, { at: 'welcome', cursor })
  return {
    model:
      exam === undefined
        ? push(below, { at: 'minutes', exam: 'none', field: emptyField })
        : push(below, { at: 'date', exam, field: emptyField }),
  }
}

export const welcome: Handlers<'welcome'> = {
  previous: (model, { cursor }) => ({ model: moved(model, cursor - 1) }),
  next: (model, { cursor }) => ({ model: moved(model, cursor + 1) }),
  take: (model, _screen, { key }) => chosen(model, Number(key) - 1),
  accept: (model, { cursor }) => chosen(model, cursor),
}

export const date: Handlers<'date'> = {
  type: (model, screen, { key, text }) => ({
    model: show(model, { ...screen, field: edited(screen.field, key, text) }),
  }),
  without: (model, { exam }) => ({ model: push(model, { at: 'minutes', exam, field: emptyField }) }),
  accept(model, { exam, field }) {
    const day = field.text.trim() === '' ? model.day + threeWeeks : dayFrom(field.text, model.day)
    if (day === undefined) return { model: noting(model, 'That is no date: try 2027-01-15.') }
    if (day < model.day) return { model: noting(model, 'That day is past.') }
    return { model: push(model, { at: 'minutes', exam, examDate: dateOf(day), field: emptyField }) }
  },
}

export const minutes: Handlers<'minutes'> = {
  type: (model, screen, { key, text }) => ({
    model: show(model, { ...screen, field: edited(screen.field, key, text) }),
  }),
  accept(model, { exam, examDate, field }, input) {
    const minutes = minutesIn(field.text)
    if (minutes === undefined) return { model: noting(model, 'Type a whole number from 1 to 240.') }
    const chosen = { exam, minutes, ...(examDate !== undefined && { examDate }) }
    return { model: started({ ...model, settings: { ...model.settings, ...chosen } }, input), settings: chosen }
  },
}

/** Minutes a day as they are typed, `10` or `10 min`; ten when nothing is. */
export function minutesIn(text: string): number | undefined {
  const typed = text.trim().replace(/\s*(?:min|minutes?)\.?$/i, '')
  return text.trim() === '' ? 10 : readers.minutes.read(typed)
}

/** The first question comes at once. */
const started = (model: Model, input: Input): Model => beginToday(model, input) ?? only(model, { at: 'home' })
