import type { Calculation } from '../deck/deck.ts'
import { valueAt } from '../deck/draw.ts'
import { figure, filled } from '../deck/fill.ts'
import { formulaOf } from '../deck/formula.ts'
import type { Kind } from './kind.ts'
import { asked, objectionTo, verdictOn } from './numeric.ts'
import { dice } from './random.ts'

/** The values of one showing: the same seed draws the same ones. */
export function drawn(card: Pick<Calculation, 'given'>, seed: number): Readonly<Record<string, number>> {
  const roll = dice(seed)
  return Object.fromEntries(Object.entries(card.given).map(([name, given]) => [name, valueAt(given, roll.share())]))
}

export const calculation: Kind<Calculation, 'type'> = {
  ask(card, _seen, seed) {
    const values = drawn(card, seed)
    const number = formulaOf(card.formula)(values)
    const { unit, tolerance } = card
    return {
      by: 'type',
      card,
      seed,
      prompt: filled(card.stem, values),
      answer: `${rounded(number, tolerance)}${unit === '' ? '' : ` ${unit}`}`,
      wants: asked(unit),
      expected: { number, unit, tolerance },
      mistakes: card.mistakes.map(mistake => ({
        number: formulaOf(mistake.formula)(values),
        says: filled(mistake.says, values),
      })),
      solution: filled(card.solution, values),
    }
  },
  objection: ({ expected }, { text }) =>
    expected && text !== undefined ? objectionTo(text, expected.unit) : undefined,
  judge({ expected, mistakes }, { text }) {
    if (!expected || text === undefined) return { is: 'wrong' }
    const verdict = verdictOn(text, expected)
    if (verdict.is === 'right') return verdict
    const named = mistakes.find(({ number }) => verdictOn(text, { ...expected, number }).is === 'right')
    return named ? { is: 'wrong', says: named.says } : verdict
  },
}

/** The answer with the decimals that its tolerance leaves a meaning. */
function rounded(number: number, tolerance: number): string {
  const decimals = tolerance > 0 ? Math.min(8, Math.max(0, Math.ceil(-Math.log10(tolerance)))) : 8
  return figure(Number(number.toFixed(decimals)))
}
