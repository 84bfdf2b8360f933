import { convert } from 'convert'

/** A figure with its unit, as it was typed. `unit` is empty when none was given. */
export type Quantity = { readonly number: number; readonly unit: string }

/** Units by what people type, lower case, and what the library calls them. KB to TB count in 1,024s, as on the exams. */
const units: Readonly<Record<string, string>> = {
  ms: 'ms',
  msec: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  s: 's',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  m: 'min',
  min: 'min',
  mins: 'min',
  minute: 'min',
  minutes: 'min',
  h: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
  w: 'week',
  week: 'week',
  weeks: 'week',
  y: 'year',
  year: 'year',
  years: 'year',
  b: 'B',
  byte: 'B',
  bytes: 'B',
  kb: 'KiB',
  kib: 'KiB',
  k: 'KiB',
  mb: 'MiB',
  mib: 'MiB',
  gb: 'GiB',
  gib: 'GiB',
  g: 'GiB',
  tb: 'TiB',
  tib: 'TiB',
  t: 'TiB',
}
/** Bytes in 1,000s, for the near miss of those who count so. */
const thousands: Readonly<Record<string, number>> = { KiB: 1e3, MiB: 1e6, GiB: 1e9, TiB: 1e12 }
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
}

const measured = (unit: string): string | undefined => units[unit.toLowerCase()]
/** Whether a unit measures something (`MB`); labels (`requests`, `USD`) need not be typed. */
export const isMeasure = (unit: string): boolean => measured(unit) !== undefined

const form =
  /^\s*(?:usd\s*|\$\s*|about\s+|~\s*)?(?<number>[-+]?(?:\d[\d,_ ]*\d|\d)?(?:\.\d+)?(?:e[-+]?\d+)?)\s*(?<rest>[^\d].*)?$/i

/** Reads a figure: `15 min`, `900s`, `0.25 h`, `10,240 MB`, `$0.20`, `1e6`, `1M`, `2 million requests`. `wanted` is the unit that is asked for: it tells whether `M` means a million or megabytes. */
export function quantityOf(text: string, wanted: string): Quantity | undefined {
  const { number, rest = '' } = form.exec(text)?.groups ?? {}
  if (number === undefined || !/\d/.test(number)) return undefined
  const value = Number(number.replace(/[,_ ]/g, ''))
  if (!Number.isFinite(value)) return undefined
  const [first = '', ...more] = rest.trim().replace(/\.$/, '').split(/\s+/)
  const scale = scales[first.toLowerCase()]
  if (scale !== undefined && !(isMeasure(wanted) && isMeasure(first)))
    return { number: value * scale, unit: more.join(' ') }
  return { number: value, unit: rest.trim() }
}

export type Compared = {
  readonly is: 'right' | 'unit' | 'thousands' | 'wrong'
  /** The typed figure in the wanted unit. */
  readonly number: number
}

/** Compares what was typed with `number` of `unit`, as far as `tolerance`, in that unit. */
export function compared(typed: Quantity, number: number, unit: string, tolerance: number): Compared {
  const near = (value: number) => Math.abs(value - number) <= tolerance + 1e-9 * Math.max(1, Math.abs(number))
  const from = measured(typed.unit)
  const to = measured(unit)
  if (to === undefined) return { is: near(typed.number) ? 'right' : 'wrong', number: typed.number }
  const value = from === undefined ? undefined : converted(typed.number, from, to)
  if (value !== undefined && near(value)) return { is: 'right', number: value }
  const inThousands =
    from !== undefined && thousands[from] !== undefined && thousands[to] !== undefined
      ? (typed.number * thousands[from]) / thousands[to]
      : undefined
  if (inThousands !== undefined && near(inThousands)) return { is: 'thousands', number: inThousands }
  return { is: near(typed.number) ? 'unit' : 'wrong', number: value ?? typed.number }
}

function converted(number: number, from: string, to: string): number | undefined {
  try {
    return convert(number, from as 's').to(to as 's')
  } catch {
    // another kind of unit: minutes are no megabytes
    return undefined
  }
}
