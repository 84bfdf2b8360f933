import { isMap, isNode, isPair, Lexer, LineCounter, parseDocument, Scalar, visit, type YAMLError } from 'yaml'
import type * as z from 'zod'
import { faultsOf } from './issues.ts'
import { frameOf, type Problem } from './problem.ts'
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
/** A file of many more signs than words can take the parser a thousand times its size in memory: larger files are counted first. */
const uncounted = 1024 * 1024
const mostParts = 1_500_000
/** Nobody reads more, and a hostile file of 5 MB can have a million. */
const most = 200

export function readDocument<T>(text: string, file: string, shape: z.ZodType<T>): Read<T> {
  const lines = new LineCounter()
  let rows: readonly string[] | undefined
  const problemAt = (offset: number, { code, says, remedy, level = 'error' }: Omit<Fault, 'path'>): Problem => {
    const { line, col } = lines.linePos(offset)
    const at = { line: Math.max(1, line), column: Math.max(1, col) }
    rows ??= text.split('\n')
    const frame = frameOf(rows, at.line, at.column)
    return { code, level, file, ...at, says: safeLine(says), remedy: safeLine(remedy), frame }
  }
  const only = (offset: number, code: string, says: string, remedy: string): Read<T> => {
    const problem = problemAt(offset, { code, says, remedy })
    return { problems: [problem], locate: () => problem }
  }
  if (text.length > largest)
    return only(0, 'too-large', 'a topic file may have 5 MB at most', 'split it into several topics')

  if (text.length > uncounted && hasTooManyParts(text))
    return only(
      0,
      'too-large',
      'the file has too many brackets, dashes and keys for its size',
      'split it into several topics',
    )

  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false })
  const offsetOf = ({ path, at }: Fault): number => {
    for (let end = path.length; end >= 0; end--) {
      const node = at === 'key' && end === path.length ? undefined : document.getIn(path.slice(0, end), true)
      const key = path[end] ?? path.at(-1)
      if (isMap(node) && end < path.length) {
        const pair = node.items.find(item => isPair(item) && isNode(item.key) && String(item.key) === String(key))
        if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0
      }
      if (isNode(node)) return node.range?.[0] ?? 0
    }
    return 0
  }
  const locate: Locate = fault => problemAt(offsetOf(fault), fault)

  const tooDeep = document.errors.find(error => error.message.includes('call stack'))
  if (tooDeep)
    return only(tooDeep.pos[0], 'nesting', 'lists or maps are nested too deeply', 'a topic needs five levels at most')
  const quote = document.errors.find(error => /^Missing closing .quote/.test(error.message))
  const opened = quote && openingOf(quote)
  if (opened !== undefined)
    return only(opened, 'yaml', 'the quote that opens here is never closed', 'close it, or write prose after `>-`')
  const marks = [...document.errors, ...document.warnings]
    .slice(0, most)
    .map(error => problemAt(error.pos[0], { code: 'yaml', ...wordsFor(error) }))
  if (marks.length > 0) return { problems: marks, locate }
  const twice = repeatedKeys()
  if (twice.length > 0) return { problems: twice, locate }

  const faults: Fault[] = []
  let raw: unknown
  let clean: unknown
  try {
    raw = document.toJS({ maxAliasCount: 100 })
    clean = cleaned(raw, [], [], fault => faults.push(fault))
  } catch {
    return aliasFault()
  }
  const parsed = shape.safeParse(clean)
  const all = parsed.success ? faults : [...faults, ...parsed.error.issues.flatMap(issue => faultsOf(issue, raw))]
  const problems = all.slice(0, most).map(locate)
  const usable = parsed.success && faults.every(fault => fault.code === 'control-character')
  return usable ? { value: parsed.data, problems, locate } : { problems, locate }

  /** The parser's own check compares every key with every other one, which takes hours on a hostile file. */
  function repeatedKeys(): readonly Problem[] {
    const found: Problem[] = []
    visit(document, {
      Map(_, { items }) {
        const seen = new Set<string>()
        for (const { key } of items) {
          const name = String(key)
          if (seen.has(name) && isNode(key) && found.length < most)
            found.push(
              problemAt(key.range?.[0] ?? 0, {
                code: 'yaml',
                says: `\`${name}\` stands in this map twice`,
                remedy: 'keep one of the two',
              }),
            )
          seen.add(name)
        }
      },
    })
    return found
  }

  /** What is wrong with the first alias of nothing, or with all of them together. */
  function aliasFault(): Read<T> {
    const anchors = new Set<string>()
    let first: number | undefined
    let unknown: number | undefined
    visit(document, {
      Alias(_, { source, range }) {
        first ??= range?.[0]
        if (anchors.has(source)) return
        unknown = range?.[0]
        return visit.BREAK
      },
      Value(_, { anchor }) {
        if (anchor !== undefined) anchors.add(anchor)
      },
    })
    if (unknown === undefined)
      return only(first ?? 0, 'aliases', 'the aliases of this file unfold into too much', 'write the values out')
    return only(unknown, 'yaml', 'this alias stands for nothing', signs)
  }

  /** The parser finds an unclosed quote where the file, or what the quote may hold, ends: too late for whoever looks for it. */
  function openingOf(error: YAMLError): number | undefined {
    let offset: number | undefined
    visit(document, {
      Scalar(_, { type, range }) {
        if ((type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) && range && range[0] <= error.pos[0])
          offset = range[0]
      },
    })
    return offset
  }
}

function hasTooManyParts(text: string): boolean {
  let parts = 0
  for (const _ of new Lexer().lex(text)) if (++parts > mostParts) return true
  return false
}

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

const signs = 'a text that begins with *, &, !, %, @ or ` needs quotes; write prose after `>-`'

function wordsFor({ code, message }: YAMLError): Pick<Fault, 'says' | 'remedy'> {
  const says = message.split('\n')[0] ?? code
  switch (code) {
    case 'MULTIPLE_DOCS':
      return { says: 'a second document begins here', remedy: 'a file holds one topic; take the `---` out' }
    case 'NON_STRING_KEY':
      return { says: 'a key must be a text', remedy: 'a text that begins with [ or { needs quotes' }
    case 'BAD_ALIAS':
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
      return { says, remedy: signs }
    default:
      return {
        says,
        remedy: 'often a missing quote or a tab; a text with a colon, or that begins with a sign, needs quotes or `>-`',
      }
  }
}
