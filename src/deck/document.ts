import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import { frameOf, type Problem } from './problem.ts'
import { safe } from './text.ts'

export type Path = readonly (string | number)[]
/** A fault with the path of the value that has it; a key that should not be there comes last in the path. */
export type Fault = {
  readonly path: Path
  readonly code: string
  readonly says: string
  readonly remedy: string
  readonly level?: Problem['level']
}
/** Turns a fault into a problem with its place. */
export type Locate = (fault: Fault) => Problem

/** YAML read against a shape: every text leaf of `value` is safe to draw. `value` is missing when the shape does not fit. */
export type Read<T> = { readonly value?: T; readonly problems: readonly Problem[]; readonly locate: Locate }

const largest = 5 * 1024 * 1024

export function readDocument<T>(text: string, file: string, shape: z.ZodType<T>): Read<T> {
  const lines = new LineCounter()
  const problemAt = (offset: number, fault: Fault): Problem => {
    const { line, col } = lines.linePos(offset)
    const at = { line: Math.max(1, line), column: Math.max(1, col) }
    return {
      code: fault.code,
      level: fault.level ?? 'error',
      file,
      ...at,
      says: fault.says,
      remedy: fault.remedy,
      frame: frameOf(text, at.line, at.column),
    }
  }
  const only = (fault: Omit<Fault, 'path'>): Read<T> => {
    const problem = problemAt(0, { path: [], ...fault })
    return { problems: [problem], locate: () => problem }
  }
  if (text.length > largest)
    return only({
      code: 'too-large',
      says: 'a topic file may have 5 MB at most',
      remedy: 'split it into several topics',
    })

  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const offsetOf = (path: Path): number => {
    for (let end = path.length; end >= 0; end--) {
      const node = document.getIn(path.slice(0, end), true)
      const key = path[end]
      if (isMap(node) && key !== undefined) {
        const pair = node.items.find(item => isPair(item) && isNode(item.key) && String(item.key) === String(key))
        if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0
      }
      if (isNode(node)) return node.range?.[0] ?? 0
    }
    return 0
  }
  const locate: Locate = fault => problemAt(offsetOf(fault.path), fault)
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(error =>
        problemAt(error.pos[0], {
          path: [],
          code: 'yaml',
          says: error.message.split('\n')[0] ?? error.code,
          remedy: remedyFor(error.code),
        }),
      ),
      locate,
    }

  let raw: unknown
  try {
    raw = document.toJS({ maxAliasCount: 100 })
  } catch {
    return only({
      code: 'aliases',
      says: 'the aliases of this file unfold into too much',
      remedy: 'write the values out',
    })
  }
  const unsafe: Fault[] = []
  const clean = cleaned(raw, [], path =>
    unsafe.push({
      path,
      code: 'control-character',
      says: 'it holds control characters, an escape sequence or invisible characters',
      remedy: 'take them out; until then the text is shown without them',
    }),
  )
  const parsed = shape.safeParse(clean)
  const problems = unsafe.map(locate)
  if (parsed.success) return { value: parsed.data, problems, locate }
  return { problems: [...problems, ...parsed.error.issues.flatMap(issue => faultsOf(issue, raw)).map(locate)], locate }
}

function cleaned(value: unknown, path: Path, unsafe: (path: Path) => void): unknown {
  if (typeof value === 'string') {
    const clean = safe(value)
    if (clean !== value) unsafe(path)
    return clean
  }
  if (Array.isArray(value)) return value.map((entry, i) => cleaned(entry, [...path, i], unsafe))
  if (value === null || typeof value !== 'object') return value
  const own = Object.create(null) as Record<string, unknown>
  for (const [key, entry] of Object.entries(value)) own[key] = cleaned(entry, [...path, key], unsafe)
  return { ...own }
}

const remedyFor = (code: string): string =>
  code === 'DUPLICATE_KEY'
    ? 'keep one of the two'
    : 'often a missing quote, a tab, or a colon in an unquoted text; write prose after `>-`'

const article = (what: string): string => (/^[aeiou]/.test(what) ? `an ${what}` : `a ${what}`)
const names: Record<string, string> = {
  string: 'text',
  array: 'list',
  object: 'map of keys',
  record: 'map of keys',
  int: 'whole number',
}

/** zod's findings in the words of a deck's author. */
function faultsOf(issue: z.core.$ZodIssue, raw: unknown): readonly Fault[] {
  const path = issue.path.filter(key => typeof key !== 'symbol')
  const key = path.at(-1)
  const called = typeof key === 'number' ? 'this entry' : key === undefined ? 'the file' : `\`${key}\``
  const value = path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], raw)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(name => ({
        path: [...path, name],
        code: 'unknown-key',
        says: `\`${name}\` is not known here`,
        remedy: 'take it out, or look for a slip in its name',
      }))
    case 'invalid_type': {
      const wanted = names[issue.expected] ?? issue.expected
      if (value === undefined)
        return [{ path, code: 'missing-key', says: `${called} is missing`, remedy: `add it: it is ${article(wanted)}` }]
      if (value === null)
        return [
          {
            path,
            code: 'no-value',
            says: `${called} has no value`,
            remedy: 'give it one; in `{ … }` a comma starts a new key, so write prose after `>-`',
          },
        ]
      return [
        {
          path,
          code: 'wrong-type',
          says: `${called} must be ${article(wanted)}`,
          remedy: issue.expected === 'string' ? 'put it in quotes' : `write ${article(wanted)}`,
        },
      ]
    }
    case 'invalid_union': {
      if (value === undefined) return [{ path, code: 'missing-key', says: `${called} is missing`, remedy: 'add it' }]
      const kind = (value as { kind?: unknown } | null)?.kind
      if (issue.errors.length === 0)
        return [
          {
            path: [...path, 'kind'],
            code: 'unknown-kind',
            says: kind === undefined ? '`kind` is missing' : `there is no kind \`${String(kind)}\``,
            remedy: 'use flashcard, cloze, multiple-choice or multiple-response',
          },
        ]
      return [
        {
          path,
          code: 'wrong-type',
          says: `${called} is not of a form that is known here`,
          remedy: 'see content/deck.schema.json for the forms',
        },
      ]
    }
    case 'invalid_format':
      return [
        {
          path,
          code: 'wrong-form',
          says: `${called} has the wrong form: ${JSON.stringify(value)}`,
          remedy: formOf(String(key)),
        },
      ]
    case 'too_small':
      return [
        {
          path,
          code: 'too-few',
          says: issue.origin === 'string' ? `${called} is empty` : `${called} needs at least ${issue.minimum}`,
          remedy: issue.origin === 'string' ? 'write something' : 'add more',
        },
      ]
    case 'too_big':
      return [{ path, code: 'too-many', says: `${called} may have at most ${issue.maximum}`, remedy: 'take some out' }]
    default:
      return [
        {
          path,
          code: 'wrong-value',
          says: `${called}: ${issue.message}`,
          remedy: 'see content/deck.schema.json for the form',
        },
      ]
  }
}

function formOf(key: string): string {
  if (key === 'verified') return 'a date like 2026-11-23'
  if (key === 'source') return 'an address that begins with https://'
  return 'lower-case letters, digits and single hyphens, like max-timeout'
}
