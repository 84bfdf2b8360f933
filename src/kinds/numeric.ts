import type { Numeric } from '../deck/deck.ts'
import { figure } from '../deck/fill.ts'
import type { Kind, Verdict } from './kind.ts'
import { type Compared, compared, isMeasure, quantityOf } from './quantity.ts'

/** What `answer: 15 min` says. A card that passed `check` has a figure there. */
export function expectedOf(card: Numeric): { readonly number: number; readonly unit: string } {
  const read = quantityOf(card.answer, card.answer.replace(/^[^a-z%]*/i, ''))
  if (!read) throw new RangeError(`${card.id}: "${card.answer}" is no figure`)
  return read
}

export const numeric: Kind<Numeric, 'type'> = {
  ask(card, _seen, seed) {
    const { number, unit } = expectedOf(card)
    return {
      by: 'type',
      card,
      seed,
      prompt: card.stem,
      answer: card.answer,
      wants: asked(unit),
      expected: { number, unit, tolerance: card.tolerance },
      mistakes: [],
    }
  },
  objection: ({ expected }, { text }) =>
    expected && text !== undefined ? objectionTo(text, expected.unit) : undefined,
  judge: ({ expected }, { text }) => (expected && text !== undefined ? verdictOn(text, expected) : { is: 'wrong' }),
}

/** What the person is to type. */
export const asked = (unit: string): string =>
  isMeasure(unit) ? 'Type a figure with its unit.' : unit === '' ? 'Type a figure.' : `Type a figure, in ${unit}.`

/** Why a text cannot be judged as it stands; nothing is recorded then. */
export function objectionTo(text: string, unit: string): string | undefined {
  const typed = quantityOf(text, unit)
  if (!typed) return 'That is no figure: type one like 15 min, 10,240 MB or 1.5.'
  if (isMeasure(unit) && typed.unit === '')
    return `${figure(typed.number)} of what? Type the unit as well, like ${unit}.`
  if (isMeasure(unit) && !isMeasure(typed.unit))
    return `The unit "${typed.unit}" is not known here: try one like ${unit}.`
  return undefined
}

export type Expected = { readonly number: number; readonly unit: string; readonly tolerance: number }

/** What a typed figure is worth, and how it was understood where its unit is another one. */
export function verdictOn(text: string, { number, unit, tolerance }: Expected): Verdict {
  const typed = quantityOf(text, unit)
  if (!typed) return { is: 'wrong' }
  const found = compared(typed, number, unit, tolerance)
  const given = `${figure(typed.number)}${typed.unit === '' ? '' : ` ${typed.unit}`}`
  const understood =
    isMeasure(unit) && typed.unit.toLowerCase() !== unit.toLowerCase() ? `${given} = ${inUnit(found, unit)}` : undefined
  switch (found.is) {
    case 'right':
      return { is: 'right', ...(understood && { says: `${understood}.` }) }
    case 'thousands':
      return { is: 'partly', says: `${given} is right in 1,000s; on the exams a GB has 1,024 MB.` }
    case 'unit':
      return { is: 'partly', says: `The figure is right, the unit is not: ${figure(number)} ${unit}.` }
    case 'wrong':
      return { is: 'wrong', ...(understood && { says: `${understood}.` }) }
  }
}

const inUnit = ({ number }: Compared, unit: string): string => `${figure(number)} ${unit}`
