import { formulaOf } from './formula.ts'

/** A number as texts show it: thousands separators, no more decimals than it has, eight significant digits at most. */
export function figure(number: number): string {
  const rounded = Number(number.toPrecision(8))
  const [whole = '', decimals] = (
    Math.abs(rounded) < 1e-6 && rounded !== 0 ? rounded.toFixed(10).replace(/0+$/, '') : decimal(rounded)
  ).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals ? `.${decimals}` : '')
}
const decimal = (number: number): string =>
  /e/.test(String(number))
    ? number
        .toFixed(number < 1 ? 12 : 0)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : String(number)

const slots = /\{=\s*([^{}]+?)\s*\}|\{([a-z][a-zA-Z0-9]*)\}/g

/** A text with `{name}` and `{= formula}` filled in; names that are not given stay as they are. Throws where a formula is wrong. */
export const filled = (text: string, values: Readonly<Record<string, number>>): string =>
  text.replace(slots, (slot, formula?: string, name?: string) => {
    if (formula !== undefined) return figure(formulaOf(formula)(values))
    const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
    return value === undefined ? slot : figure(value)
  })

/** The formulas and names that a text asks for. */
export function slotsIn(text: string): { readonly formulas: readonly string[]; readonly names: readonly string[] } {
  const found = [...text.matchAll(slots)]
  return { formulas: found.flatMap(([, formula]) => formula ?? []), names: found.flatMap(([, , name]) => name ?? []) }
}
