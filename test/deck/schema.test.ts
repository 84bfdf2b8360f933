import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { readHeading, readTopic } from '../../src/deck/parse.ts'
import { deckFile, jsonSchema, topicFile } from '../../src/deck/schema.ts'
import { choice, cloze, flashcard, head, hinged, note } from '../helpers/topic.ts'

const written = readFileSync(new URL('../../content/deck.schema.json', import.meta.url), 'utf8')
/** What an editor accepts that has the schema. */
const editor = z.fromJSONSchema(JSON.parse(written))

test('editors have the schema that the parser uses', () => {
  expect(written).toBe(`${JSON.stringify(jsonSchema(), null, 2)}\n`)
})

const good = parse(
  `${head}notes:\n${note('n', 'exams: { DVA: 1 }', 'lines: [4, "6-8"]', 'was: m')}cards:\n${flashcard('f', 'note: n', 'exams: [DVA]', 'why: So.')}${cloze('g', 'It is {{so}}.', 'accept: [thus]')}${choice('h')}${choice('j', { stem: 'Which TWO fit most?', options: ['a*', 'b*', 'c', 'd', 'e'] })}${hinged('i')}`,
) as Json

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
const yaml = (value: Json) => JSON.stringify(value)

test('a good topic is accepted by both', () => {
  expect(editor.safeParse(good).success).toBe(true)
  expect(readTopic(yaml(good), 'limits.yaml').problems).toEqual([])
})

test('the built-in deck is accepted by editors', () => {
  const folder = new URL('../../content/lambda/', import.meta.url)
  for (const file of readdirSync(folder))
    expect(editor.safeParse(parse(readFileSync(new URL(file, folder), 'utf8'))).success).toBe(true)
})

test.each([
  ['an unknown key', { ...(good as object), colour: 'red' }],
  ['no topic', { title: 'T' }],
  ['an id that is no slug', { topic: 'My Topic', title: 'T' }],
  ['a null', { topic: 'limits', title: null }],
  ['a number for a text', { topic: 'limits', title: 3 }],
  ['an unknown kind', { topic: 'limits', title: 'T', cards: [{ id: 'a', kind: 'essay' }] }],
  [
    'a date that is none',
    { topic: 'limits', title: 'T', notes: [{ id: 'a', text: 'T', source: 'https://a.b', verified: 'today' }] },
  ],
  [
    'a card of another kind’s fields',
    { topic: 'limits', title: 'T', cards: [{ id: 'a', kind: 'flashcard', stem: 'S', why: 'W' }] },
  ],
] as const)('%s is refused by editors and by the parser', (_, value) => {
  expect(editor.safeParse(value).success).toBe(false)
  expect(readTopic(JSON.stringify(value), 'limits.yaml').entry).toBeUndefined()
})

/** Every place in a value. */
function paths(value: Json, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path]
  return [path, ...Object.entries(value).flatMap(([key, own]) => paths(own, [...path, key]))]
}

function changed(
  value: Json,
  [key, ...rest]: readonly (string | number)[],
  by: (value: Json) => Json | undefined,
): Json | undefined {
  if (key === undefined) return by(value)
  const entries = Object.entries(value as { [key: string]: Json }).flatMap(([name, own]) => {
    const next = name === String(key) ? changed(own, rest, by) : own
    return next === undefined ? [] : [[name, next] as const]
  })
  return Array.isArray(value) ? entries.map(([, own]) => own) : Object.fromEntries(entries)
}

const swaps: fc.Arbitrary<(value: Json) => Json | undefined> = fc.oneof(
  fc
    .constantFrom<Json | undefined>(
      undefined,
      null,
      '',
      'x',
      'A b',
      '2026-11-23',
      '2026-02-30',
      'https://a.b',
      'a/b',
      0,
      1,
      1.5,
      -1,
      true,
      false,
      [],
      {},
      ['a'],
      [1],
      { a: 1 },
      { a: 'b' },
      '3-9',
      'cloze',
      'multiple-choice',
    )
    .map(own => () => own),
  fc.constant((value: Json) => (Array.isArray(value) ? [...value, ...value] : [value])),
  fc.constant((value: Json) => (typeof value === 'object' && value !== null ? { ...value, extra: 1 } : value)),
)

test('whatever editors accept has a shape that the parser takes', () => {
  const places = paths(good)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...places), swaps), { minLength: 1, maxLength: 2 }), changes => {
      const value = changes.reduce<Json | undefined>((own, [path, by]) => {
        const there = path.reduce<Json | undefined>(
          (at, key) => (at as { [key: string]: Json } | null | undefined)?.[key],
          own,
        )
        return own === undefined || there === undefined ? own : changed(own, path, by)
      }, good)
      if (value === undefined || !editor.safeParse(value).success) return
      expect(topicFile.safeParse(value).success || deckFile.safeParse(value).success).toBe(true)
      const codes = [
        ...readTopic(yaml(value), 'limits.yaml').problems,
        ...readHeading(yaml(value), 'deck.yaml').problems,
      ].map(({ code }) => code)
      expect(codes).not.toContain('yaml')
    }),
    { numRuns: 600 },
  )
})
