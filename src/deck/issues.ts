import type * as z from 'zod/mini'
import type { Fault, Path } from './document.ts'

const article = (what: string): string => (/^[aeiou]/.test(what) ? `an ${what}` : `a ${what}`)
const names: Record<string, string> = {
  string: 'text',
  array: 'list',
  object: 'map of keys',
  record: 'map of keys',
  int: 'whole number',
}

/** zod's findings in the words of a deck's author. `raw` is the file as it was read. */
export function faultsOf(issue: z.core.$ZodIssue, raw: unknown): readonly Fault[] {
  const path = issue.path.filter(key => typeof key !== 'symbol')
  const key = path.at(-1)
  const called = typeof key === 'number' ? 'this entry' : key === undefined ? 'the file' : `\`${key}\``
  const value = at(raw, path)
  const fault = (code: string, says: string, remedy: string): Fault => ({ path, code, says, remedy })
  if (value === null)
    return [
      fault(
        'no-value',
        `${called} has no value`,
        'give it one; in `{ … }` a comma starts a new key, so write prose after `>-`',
      ),
    ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(name => ({
        path: [...path, name],
        at: 'key',
        code: 'unknown-key',
        says: `\`${name}\` is not known here`,
        remedy:
          at(raw, [...path, name]) === null
            ? 'take it out; in `{ … }` a comma starts a new key, so put a text with commas in quotes'
            : 'take it out, or look for a slip in its name',
      }))
    case 'invalid_type': {
      const wanted = names[issue.expected] ?? issue.expected
      if (value === undefined) return [fault('missing-key', `${called} is missing`, `add it: it is ${article(wanted)}`)]
      const remedy =
        issue.expected === 'string' && typeof value !== 'object' ? 'put it in quotes' : `write ${article(wanted)}`
      return [fault('wrong-type', `${called} must be ${article(wanted)}`, remedy)]
    }
    case 'invalid_union':
      return unionFaults(issue, fault, called, value, raw)
    case 'invalid_format':
      return [fault('wrong-form', `${called} has the wrong form: ${JSON.stringify(value)}`, formOf(path))]
    case 'too_small':
      return issue.origin === 'string'
        ? [fault('too-few', `${called} is empty`, 'write something')]
        : [fault('too-few', `${called} needs at least ${issue.minimum}`, 'add more')]
    case 'too_big':
      return [fault('too-many', `${called} may have at most ${issue.maximum}`, 'take some out')]
    case 'invalid_value': {
      const choice = `use ${issue.values.join(', ')}`
      return [
        fault(
          'wrong-value',
          `${called} may not be ${JSON.stringify(value)}`,
          issue.values.length > 1 ? choice : `${choice}, or leave it out`,
        ),
      ]
    }
    case 'invalid_key':
      return [
        fault('wrong-value', `${called}: Invalid key in ${issue.origin}`, 'see content/deck.schema.json for the form'),
      ]
    default:
      return [fault('wrong-value', `${called}: ${issue.message}`, 'see content/deck.schema.json for the form')]
  }
}

/** What is wrong with the form that was meant: the one whose type fits. */
function unionFaults(
  issue: z.core.$ZodIssueInvalidUnion,
  fault: (code: string, says: string, remedy: string) => Fault,
  called: string,
  value: unknown,
  raw: unknown,
): readonly Fault[] {
  if (value === undefined) return [fault('missing-key', `${called} is missing`, 'add it')]
  if (issue.errors.length === 0) {
    const known = 'options' in issue ? (issue.options ?? []) : []
    return [fault('unknown-kind', `there is no kind \`${String(value)}\``, `use ${known.join(', ')}`)]
  }
  const meant = issue.errors.find(([first]) => first && (first.code !== 'invalid_type' || first.path.length > 0))
  if (meant) return meant.flatMap(inner => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, raw))
  const [first] = issue.errors.flat()
  if (first?.code === 'invalid_type' && first.expected === 'string' && typeof value !== 'object')
    return [fault('wrong-type', `${called} must be a text`, 'put it in quotes')]
  return [
    fault('wrong-type', `${called} is not of a form that is known here`, 'see content/deck.schema.json for the forms'),
  ]
}

const at = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    raw,
  )

function formOf(path: Path): string {
  const key = path.findLast(step => typeof step === 'string')
  if (key === 'verified') return 'a date like 2026-11-23'
  if (key === 'source') return 'an address that begins with https://'
  if (key === 'lines' || key === 'covers') return 'a range like "60-63"'
  return 'lower-case letters, digits and single hyphens, like max-timeout'
}
