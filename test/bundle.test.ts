import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHeading, readTopic } from '../src/deck/parse.ts'
import { compared } from '../src/kinds/quantity.ts'
// @ts-expect-error plain JavaScript
import { bundlePlugins } from '../tools/bundle-plugins.mjs'
import { root } from './helpers/binary.ts'

type Bundled = {
  readonly compared: typeof compared
  readonly readHeading: typeof readHeading
  readonly readTopic: typeof readTopic
}
const folder = mkdtempSync(join(tmpdir(), 'lambda-study-bundle-'))
let bundled: Bundled

beforeAll(async () => {
  const outfile = join(folder, 'parts.cjs')
  await build({
    stdin: {
      contents:
        "export { readHeading, readTopic } from './deck/parse.ts'; export { compared } from './kinds/quantity.ts'",
      resolveDir: join(root, 'src'),
    },
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    plugins: bundlePlugins,
    logLevel: 'error',
  })
  bundled = createRequire(import.meta.url)(outfile)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const times = ['ms', 's', 'min', 'h', 'd', 'week', 'year']
const sizes = ['B', 'KB', 'MB', 'GB', 'TB']

test.each([...times, ...sizes])('the package knows %s as the source does', unit => {
  for (const wanted of [...times, ...sizes]) {
    const figure = compared({ number: 3, unit }, 3, wanted, 0)
    expect(bundled.compared({ number: 3, unit }, 3, wanted, 0)).toEqual(figure)
    expect(figure.is).toBe(unit === wanted ? 'right' : 'unit')
  }
})

const content = join(root, 'content/lambda')
const topic = 'topic: limits\ntitle: Limits\n'
const said = (given: typeof bundled, text: string, file: string) =>
  JSON.stringify([given.readTopic(text, file), given.readHeading(text, file)])

test.each(readdirSync(content))('the package reads %s as the source does', file => {
  const text = readFileSync(join(content, file), 'utf8')
  expect(said(bundled, text, file)).toBe(said({ compared, readHeading, readTopic }, text, file))
})

test.each([
  ['a key that is not known', `${topic}colour: red\n`],
  ['a list where text is due', 'topic: limits\ntitle: [T]\n'],
  ['nothing where text is due', 'topic: limits\ntitle: ""\n'],
  ['a kind that is not known', `${topic}cards: [{ id: a, kind: essay }]\n`],
  ['a card without its keys', `${topic}cards: [{ id: a, kind: calculation, given: { A b: 1, c: { of: [] } } }]\n`],
  ['an id that is no slug', `${topic}notes: [{ id: A b, text: T, source: x, verified: today, lines: [0] }]\n`],
  ['a quote that is never closed', `${topic}notes: "x\n`],
  ['the same key twice', `${topic}title: U\n`],
  ['an alias that holds itself', `${topic}notes: &a [*a]\n`],
  ['a folded text, tags and a merge', `${topic}notes: [{ id: !!str 1, text: !!binary aGk=, <<: { nuance: x } }]\n`],
  ['bytes that are none', `${topic}notes: [{ id: !!binary "%", text: !!binary "aGk=%" }]\n`],
  ['a directive of an old version', `%YAML 1.1\n---\n${topic}notes: [{ id: yes, text: 2001-12-14, lines: [0o7] }]\n`],
  ['a tag that is not known', `${topic}notes: !Ref x\n`],
  ['two documents', `${topic}---\n${topic}`],
])('%s is the same problem in the package', (_, text) => {
  const problems = said(bundled, text, 'limits.yaml')
  expect(problems).toBe(said({ compared, readHeading, readTopic }, text, 'limits.yaml'))
  expect(problems).toContain('"code"')
})
