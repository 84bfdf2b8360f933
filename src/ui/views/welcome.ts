import { ideasFor } from '../../study/bank.ts'
import { dayFrom, dayText, yearOf } from '../../study/date.ts'
import { blank, bold, type Line, labelled, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { examChoices, minutesIn, threeWeeks } from '../screens/welcome.ts'
import { fieldLine } from './field.ts'
import type { View } from './view.ts'
import { counted, examCode } from './words.ts'

const header = (step: number): { readonly left: Line; readonly right: Line } => ({
  left: line(bold('lambda-study')),
  right: line(quiet(`${step} of 3`)),
})

export const welcomeBody: View<'welcome'> = (model, { cursor }, width) => {
  const rows = examChoices(model.bank).map((exam, i) => {
    const here = i === cursor
    const label = exam === undefined ? 'No exam, just Lambda' : (model.bank.exams[exam]?.title ?? exam)
    return labelled(
      line(run(here ? `${model.glyphs.here} ` : '  ', 'accent'), quiet(`${i + 1}  `)),
      line(here ? run(label, 'accent') : run(label)),
      width,
    )
  })
  const chosen = examChoices(model.bank)[cursor]
  return {
    ...header(1),
    lines: [
      line(bold('Which exam do you study for?')),
      blank,
      ...rows.flat(),
      blank,
      blank,
      ...wrap(line(quiet(reachOf(model, chosen))), width),
    ],
  }
}

/** What an exam asks of the person: ideas, and the days at ten minutes. Ten ideas a day are met and kept in ten minutes. */
function reachOf(model: Model, exam: string | undefined): string {
  const ideas = ideasFor(model.bank, exam).length
  const days = Math.max(1, Math.round(ideas / 10))
  if (exam === undefined)
    return `All of the notes: ${counted(ideas, 'idea')}, about ${counted(days, 'day')} at ten minutes a day.`
  const name = examCode(exam, model.bank.exams[exam])
  const all = ideasFor(model.bank, undefined).length
  return `${name} asks ${ideas < all * 0.7 ? 'only a part of this' : 'most of this'}: ${counted(ideas, 'idea')}, about ${counted(days, 'day')} at ten minutes a day.`
}

export const dateBody: View<'date'> = (model, { field }, width) => {
  const { day } = model
  const enter =
    field.text.trim() === '' ? `in three weeks, ${dayText(day + threeWeeks, yearOf(day))}` : readBack(field.text, day)
  return {
    ...header(2),
    lines: [
      line(bold('When is your exam?')),
      blank,
      ...labelled(
        line('    ', run('enter', 'accent')),
        line(run(enter, field.text.trim() === '' ? 'accent' : 'text')),
        width,
        12,
      ),
      ...labelled(line('    or type'), line('a date, like 2027-01-15, "5 weeks", "fri"'), width, 12),
      ...labelled(line('    tab'), line('no date yet'), width, 12),
      blank,
      fieldLine(field, width),
      blank,
      ...wrap(line(quiet('The pace of new ideas follows from it: you meet every idea in time.')), width),
    ],
  }
}

/** How a typed date is understood, before it counts. */
function readBack(text: string, today: number): string {
  const day = dayFrom(text, today)
  if (day === undefined) return 'waits for a date'
  if (day < today) return `${dayText(day, yearOf(today))} is past`
  return `${dayText(day, yearOf(today))}, ${counted(day - today, 'day')}`
}

export const minutesBody: View<'minutes'> = (model, { field, exam, examDate }, width) => {
  const ideas = ideasFor(model.bank, exam === 'none' ? undefined : exam).length
  const examDay = examDate === undefined ? undefined : dayFrom(examDate, model.day)
  const days = examDay === undefined ? undefined : Math.max(1, examDay - model.day - 2)
  const minutes = minutesIn(field.text)
  const needed = days === undefined ? undefined : Math.ceil(ideas / days)
  const remark =
    needed === undefined
      ? `${counted(ideas, 'idea')}: at ten minutes a day about ${counted(Math.max(1, Math.round(ideas / 10)), 'day')}.`
      : minutes !== undefined && minutes < needed
        ? `${counted(ideas, 'idea')} in ${counted(days ?? 1, 'day')} would take about ${needed} minutes a day. In less time you meet the most important ones.`
        : minutes === undefined
          ? ''
          : `${counted(ideas, 'idea')} in ${counted(days ?? 1, 'day')}: that fits.`
  return {
    ...header(3),
    lines: [
      line(bold('How many minutes a day?')),
      blank,
      ...labelled(
        line('    ', run('enter', 'accent'), '  '),
        line(minutes === undefined ? 'a whole number from 1 to 240' : run(counted(minutes, 'minute'), 'accent')),
        width,
      ),
      blank,
      fieldLine(field, width),
      blank,
      ...wrap(line(quiet(remark)), width),
    ],
  }
}
