import type { Fault, Path } from './document.ts'
import { valueAt } from './draw.ts'
import { slotsIn } from './fill.ts'
import { formulaOf, namesIn } from './formula.ts'
import type { CardEntry } from './schema.ts'

type Entry = Extract<CardEntry, { kind: 'calculation' }>

/** How many draws of a card are tried. */
const draws = 200
/** Multiples of these spread evenly over all combinations, without dice. */
const golden = 0.618033988749895

/** What is wrong with a calculation: formulas that do not read, names that are not given, draws that give no sensible figure. */
export function calculationFaults(card: Entry): readonly Fault[] {
  const faults = [...rangeFaults(card), ...formulaFaults(card), ...slotFaults(card)]
  return faults.length > 0 ? faults : drawFaults(card)
}

const rangeFaults = ({ given }: Entry): readonly Fault[] =>
  Object.entries(given).flatMap(([name, values]) =>
    'of' in values || values.from < values.to
      ? []
      : [
          {
            path: ['given', name],
            code: 'range',
            says: `\`${name}\` goes from ${values.from} to ${values.to}`,
            remedy: 'let `to` be more than `from`',
          },
        ],
  )

function formulaFaults(card: Entry): readonly Fault[] {
  const formulas: readonly (readonly [Path, string])[] = [
    [['formula'], card.formula],
    ...(card.mistakes ?? []).map(({ formula }, i) => [['mistakes', i, 'formula'], formula] as const),
  ]
  return formulas.flatMap(([path, formula]) => wrongWith(path, formula, card))
}

function wrongWith(path: Path, formula: string, { given }: Entry): readonly Fault[] {
  try {
    formulaOf(formula)
  } catch (error) {
    const says = (error as Error).message
    return [
      { path, code: 'formula', says, remedy: 'use numbers, given names, + - * / ^ ( ), min, max, ceil, floor, round' },
    ]
  }
  const missing = namesIn(formula).filter(name => !Object.hasOwn(given, name))
  return missing.map(name => ({
    path,
    code: 'not-given',
    says: `\`${name}\` is not given`,
    remedy: `use one of ${Object.keys(given).join(', ')}, or add it to \`given\``,
  }))
}

/** The `{name}` and `{= formula}` of its texts. */
function slotFaults(card: Entry): readonly Fault[] {
  const texts: readonly (readonly [Path, string])[] = [
    [['stem'], card.stem],
    [['solution'], card.solution],
    ...(card.mistakes ?? []).map(({ says }, i) => [['mistakes', i, 'says'], says] as const),
  ]
  return texts.flatMap(([path, text]) => {
    const { formulas, names } = slotsIn(text)
    return [...formulas, ...names].flatMap(formula => wrongWith(path, formula, card))
  })
}

function drawFaults(card: Entry): readonly Fault[] {
  const formula = formulaOf(card.formula)
  const mistakes = (card.mistakes ?? []).map(mistake => formulaOf(mistake.formula))
  const names = Object.keys(card.given)
  for (let draw = 0; draw < draws; draw++) {
    const shares = names.map((_, i) => ((draw + 1) * golden * (i + 1) + i / (names.length + 1)) % 1)
    const values = Object.fromEntries(
      Object.entries(card.given).map(([name, given], i) => [name, valueAt({ ...given, unit: '' }, shares[i] ?? 0)]),
    )
    const shown = names.map(name => `${name} ${values[name]}`).join(', ')
    const fault = (path: Path, says: string, remedy: string): readonly Fault[] => [
      { path, code: 'draw', says: `with ${shown}, ${says}`, remedy },
    ]
    const answer = tried(formula, values)
    if (answer === undefined || answer < 0)
      return fault(['formula'], 'the answer is no sensible figure', 'narrow the given values')
    const wrong = mistakes.map(mistake => tried(mistake, values))
    for (const [i, number] of wrong.entries()) {
      const path = ['mistakes', i, 'formula']
      if (number === undefined) return fault(path, 'the mistake gives no figure', 'narrow the given values')
      if (Math.abs(number - answer) <= card.tolerance)
        return fault(path, `the mistake gives the right answer, ${answer}`, 'leave out the values that hide it')
      const twin = wrong
        .slice(0, i)
        .findIndex(other => other !== undefined && Math.abs(other - number) <= card.tolerance)
      if (twin >= 0)
        return fault(
          path,
          `it gives the same as mistake ${twin + 1}`,
          'leave one of them out, or the values that hide the difference',
        )
    }
  }
  return []
}

function tried(
  formula: (values: Readonly<Record<string, number>>) => number,
  values: Readonly<Record<string, number>>,
): number | undefined {
  try {
    return formula(values)
  } catch {
    return undefined
  }
}
