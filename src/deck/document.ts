import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod/mini'
import { faultsOf } from './issues.ts'
import { frameOf, type Problem } from './problem.ts'
import { aliasSlip, hasTooManyParts, type Slip, slipsOf } from './syntax.ts'
import { safe, safeLine } from './text.ts'

export type Path = readonly (string | number)[]
/** A fault with the path of the value that has it; its place is the value, or the key where the key is at fault. */
export type Fault = {
  readonly path: Path
  readonly at?: 'key'
  readonly code: string
  readonly says: string
  readonly remedy: string
  readonly level?: Problem['level']
}
/** Turns a fault into a problem with its place. */
export type Locate = (fault: Fault) => Problem

/** YAML read against a shape: every text of `value` is safe to draw. `value` is missing when the shape does not fit. */
export type Read<T> = { readonly value?: T; readonly problems: readonly Problem[]; readonly locate: Locate }

const largest = 5 * 1024 * 1024
/** Nobody reads more, and a hostile file of 5 MB can have a million. */
const most = 200

export function readDocument<T>(text: string, file: string, shape: z.ZodMiniType<T>): Read<T> {
  const lines = new LineCounter()
  let rows: readonly string[] | undefined
  const problemAt = (offset: number, { code, says, remedy, level = 'error' }: Omit<Fault, 'path'>): Problem => {
    const { line, col } = lines.linePos(offset)
    const at = { line: Math.max(1, line), column: Math.max(1, col) }
    rows ??= text.split('\n')
    return {
      code,
      level,
      file,
      ...at,
      says: short(says),
      remedy: short(remedy),
      frame: frameOf(rows, at.line, at.column),
    }
  }
  const only = (slip: Slip): Read<T> => {
    const problem = problemAt(slip.offset, slip)
    return { problems: [problem], locate: () => problem }
  }
  const tooLarge = (says: string) =>
    only({ offset: 0, code: 'too-large', says, remedy: 'split it into several topics' })
  if (text.length > largest) return tooLarge('a topic file may have 5 MB at most')
  if (hasTooManyParts(text)) return tooLarge('the file has too many brackets, dashes and keys for its size')

  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false })
  const offsetOf = ({ path, at }: Fault): number => {
    for (let end = path.length; end >= 0; end--) {
      const node = at === 'key' && end === path.length ? undefined : document.getIn(path.slice(0, end), true)
      const key = path[end]
      if (isMap(node) && key !== undefined) {
        const pair = node.items.find(item => isPair(item) && isNode(item.key) && String(item.key) === String(key))
        if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0
      }
      if (isNode(node)) return node.range?.[0] ?? 0
    }
    return 0
  }
  const locate: Locate = fault => problemAt(offsetOf(fault), fault)
  const slips = slipsOf(document, most)
  if (slips.length > 0) return { problems: slips.map(slip => problemAt(slip.offset, slip)), locate }

  const faults: Fault[] = []
  let raw: unknown
  let clean: unknown
  try {
    raw = document.toJS({ maxAliasCount: 100 })
    clean = cleaned(raw, [], [], fault => faults.push(fault))
  } catch {
    return only(aliasSlip(document))
  }
  const parsed = shape.safeParse(clean)
  const all = parsed.success ? faults : [...faults, ...parsed.error.issues.flatMap(issue => faultsOf(issue, raw))]
  const problems = all.slice(0, most).map(locate)
  const usable = parsed.success && faults.every(fault => fault.code === 'control-character')
  return usable ? { value: parsed.data, problems, locate } : { problems, locate }
}

/** What is said quotes the file, which may hold a name of a megabyte. */
const short = (text: string): string => safeLine(text.length > 300 ? `${text.slice(0, 300)} …` : text)

/** The value with every text and key made safe. Throws when it holds itself. */
function cleaned(value: unknown, path: Path, within: readonly unknown[], found: (fault: Fault) => void): unknown {
  if (typeof value === 'string') return cleanText(value, { path }, found)
  if (value === null || typeof value !== 'object') return value
  if (within.includes(value)) throw new RangeError('an alias holds itself')
  const around = [...within, value]
  if (Array.isArray(value)) return value.map((entry, i) => cleaned(entry, [...path, i], around, found))
  const entries = Object.entries(value).flatMap(([key, entry]) => {
    const own = [...path, key]
    // zod leaves this key out of a map without a word.
    if (key === '__proto__') {
      found({
        path: own,
        at: 'key',
        code: 'unknown-key',
        says: `\`${key}\` is no key for a deck`,
        remedy: 'take it out',
      })
      return []
    }
    return [[cleanText(key, { path: own, at: 'key' }, found), cleaned(entry, own, around, found)] as const]
  })
  return Object.fromEntries(entries)
}

function cleanText(text: string, place: Pick<Fault, 'path' | 'at'>, found: (fault: Fault) => void): string {
  const clean = safe(text)
  if (clean !== text)
    found({
      ...place,
      code: 'control-character',
      says: 'it holds control characters, an escape sequence or invisible characters',
      remedy: 'take them out; until then the text is shown without them',
    })
  return clean
}
