import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileDeck, readDeck } from '../../src/store/deck.ts'
import { deckOf, heading, topic } from '../helpers/files.ts'
import { freshFolder } from '../helpers/folder.ts'

// A deck of the person's own is parsed when it is new or changed, and kept as it was parsed.

/** Reads a deck and says whether it had to be parsed. */
async function reading(path: string, cache: string) {
  const heard: number[] = []
  const read = await readDeck(path, cache, bytes => heard.push(bytes))
  return { read, heard }
}
const copies = (cache: string) => readdirSync(join(cache, 'decks')).map(name => join(cache, 'decks', name))

test('a deck is parsed once; then its kept copy is used, and says the same', async () => {
  const [path, cache] = [
    deckOf({ 'deck.yaml': heading, 'one.yaml': topic('one'), 'two.yaml': 'topic: [' }),
    freshFolder(),
  ]
  const before = readdirSync(path).map(name => [name, statSync(join(path, name)).mtimeMs])
  const first = await reading(path, cache)
  expect(first.heard).toEqual([heading.length + topic('one').length + 8])
  expect(first.read.problems.length).toBeGreaterThan(0)
  expect(await reading(path, cache)).toEqual({ read: first.read, heard: [] })
  expect(readdirSync(path).map(name => [name, statSync(join(path, name)).mtimeMs])).toEqual(before)
})

test.each<[string, (path: string) => void]>([
  [
    'a file became longer, at the time of the old one',
    path => {
      const { atime, mtime } = statSync(join(path, 'one.yaml'))
      writeFileSync(join(path, 'one.yaml'), topic('one', 'longer'))
      utimesSync(join(path, 'one.yaml'), atime, mtime)
    },
  ],
  [
    'a file was saved again, as long as before',
    path => {
      writeFileSync(join(path, 'one.yaml'), topic('one', 'two'))
      utimesSync(join(path, 'one.yaml'), 1_800_000_000, 1_800_000_000)
    },
  ],
  ['a file came', path => writeFileSync(join(path, 'two.yaml'), topic('two'))],
  ['a file went', path => rmSync(join(path, 'other.yaml'))],
  ['a deck.yaml came', path => writeFileSync(join(path, 'deck.yaml'), heading)],
])('the kept copy is made anew when %s', async (_, change) => {
  const [path, cache] = [deckOf({ 'one.yaml': topic('one'), 'other.yaml': topic('other') }), freshFolder()]
  utimesSync(join(path, 'one.yaml'), 1_700_000_000, 1_700_000_000)
  const first = await reading(path, cache)
  change(path)
  const second = await reading(path, cache)
  expect(second.heard).toHaveLength(1)
  expect(second.read.deck).toEqual((await compileDeck(path)).deck)
  expect(second.read.deck).not.toEqual(first.read.deck)
  expect((await reading(path, cache)).heard).toEqual([])
})

test.each<[string, (text: string) => string]>([
  ['empty', () => ''],
  ['cut off', text => text.slice(0, -1)],
  ['something else', () => 'PNG'],
  ['null', () => 'null'],
  ['without a deck', text => JSON.stringify({ key: (JSON.parse(text) as { key: string }).key })],
  ['of another version', text => text.replace(/"key":"\[\d+/, '"key":"[0')],
])('a kept copy that is %s is passed over and made anew', async (_, change) => {
  const [path, cache] = [deckOf({ 'one.yaml': topic('one') }), freshFolder()]
  const { read } = await reading(path, cache)
  const [copy = ''] = copies(cache)
  const text = readFileSync(copy, 'utf8')
  writeFileSync(copy, change(text))
  expect((await reading(path, cache)).heard).toHaveLength(1)
  expect(await reading(path, cache)).toEqual({ read, heard: [] })
})

test('every deck has a copy of its own', async () => {
  const cache = freshFolder()
  for (const name of ['one', 'two']) await readDeck(deckOf({ [`${name}.yaml`]: topic(name) }), cache)
  expect(copies(cache)).toHaveLength(2)
})

test('a copy that cannot be kept is no failure', async () => {
  const path = deckOf({ 'one.yaml': topic('one') })
  const file = join(freshFolder(), 'cache')
  writeFileSync(file, '')
  for (const cache of [file, '/proc/lambda-study'])
    for (let i = 0; i < 2; i++) expect((await reading(path, cache)).read.deck?.name).toBe('deck')
})
