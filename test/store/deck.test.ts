import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileDeck, readDeck, topicFiles } from '../../src/store/deck.ts'
import { deckOf, heading, topic } from '../helpers/files.ts'
import { freshFolder } from '../helpers/folder.ts'

const cardsOf = async (path: string) =>
  (await compileDeck(path)).deck?.topics.flatMap(({ cards }) => cards.map(({ id }) => id))

test('a deck is its topic files, wherever below its folder, and its deck.yaml', async () => {
  const path = deckOf({ 'deck.yaml': heading, 'two.yaml': topic('two'), 'more/one.yml': topic('one') })
  const { deck, problems } = await compileDeck(path)
  expect(problems).toEqual([])
  expect(deck).toMatchObject({
    name: 'mine',
    title: 'My deck',
    exams: {},
    topics: [{ id: 'mine:one' }, { id: 'mine:two' }],
  })
  expect(await cardsOf(path)).toEqual(['mine:one/one', 'mine:two/one'])
})

test('deck.yaml says in which order topics are learnt; others come behind', async () => {
  const files = { 'a.yaml': topic('a'), 'b.yaml': topic('b'), 'c.yaml': topic('c') }
  expect(await cardsOf(deckOf({ ...files, 'deck.yaml': `${heading}topics: [c, b]\n` }))).toEqual([
    'mine:c/one',
    'mine:b/one',
    'mine:a/one',
  ])
})

test.each([
  ['History', 'history', 'history'],
  ['My Deck! (2nd)', 'my-deck-2nd', 'my-deck-2nd'],
  ['größe', 'gr-e', 'gr-e'],
  ['日本', 'deck', 'deck'],
])('a folder %s without deck.yaml is the deck %s', async (folder, name, title) => {
  const path = deckOf({ 'one.yaml': topic('one'), 'two.yaml': topic('two') }, folder)
  expect((await compileDeck(path)).deck).toMatchObject({ name, title, exams: {}, synonyms: [] })
})

test('a single topic file is a deck as well, with the heading of its folder where there is one', async () => {
  const alone = deckOf({ 'one.yaml': topic('one'), 'two.yaml': topic('two') })
  expect((await compileDeck(join(alone, 'one.yaml'))).deck).toMatchObject({
    name: 'one',
    title: 'All about one',
    topics: [{ id: 'one:one' }],
  })
  const headed = deckOf({ 'deck.yaml': heading, 'one.yaml': topic('one') })
  expect((await compileDeck(join(headed, 'one.yaml'))).deck).toMatchObject({
    name: 'mine',
    topics: [{ id: 'mine:one' }],
  })
})

test('hidden files and folders, links and other files are passed over', async () => {
  const other = deckOf({ 'linked.yaml': topic('linked') })
  const path = deckOf({
    'one.yaml': topic('one'),
    '.hidden.yaml': 'x',
    '.git/two.yaml': 'x',
    'a/.b/three.yaml': 'x',
    'notes.md': 'x',
    'four.yaml~': 'x',
    'five.json': '{}',
  })
  symlinkSync(join(other, 'linked.yaml'), join(path, 'linked.yaml'))
  symlinkSync(other, join(path, 'folder'))
  symlinkSync('..', join(path, 'round'))
  symlinkSync('nowhere.yaml', join(path, 'broken.yaml'))
  mkdirSync(join(path, 'folder.yaml'))
  expect(topicFiles(path)).toEqual([join(path, 'one.yaml')])
  expect(await cardsOf(path)).toEqual(['deck:one/one'])
})

test('a deck may itself be a link', async () => {
  const path = deckOf({ 'deck.yaml': heading, 'one.yaml': topic('one') })
  const link = join(freshFolder(), 'link')
  symlinkSync(path, link)
  expect(await cardsOf(link)).toEqual(['mine:one/one'])
})

const refused = { name: 'UserError', exitCode: 3 }
test.each<[string, Buffer, RegExp]>([
  ['in Latin-1', Buffer.from(topic('gr\xf6\xdfe'), 'latin1'), /one\.yaml is not UTF-8/],
  ['in UTF-16', Buffer.from(`\ufeff${topic('one')}`, 'utf16le'), /one\.yaml is not UTF-8/],
  ['that is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), /one\.yaml is not UTF-8/],
  ['of more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, '#'), /one\.yaml is larger than 5 MB/],
])('a topic file %s is refused by its name', async (_, bytes, message) => {
  const path = deckOf({ 'one.yaml': bytes })
  await expect(compileDeck(path)).rejects.toMatchObject({ ...refused, message: expect.stringMatching(message) })
})

test('a byte order mark is no fault', async () => {
  expect(await cardsOf(deckOf({ 'one.yaml': `\ufeff${topic('one')}` }))).toEqual(['deck:one/one'])
})

test('what is sound of a deck is used, what is not is named', async () => {
  const broken = `${topic('two')}    note: nowhere\n`
  const { deck, problems } = await compileDeck(
    deckOf({ 'one.yaml': topic('one'), 'two.yaml': broken, 'three.yaml': 'topic: [' }),
  )
  expect(deck?.topics.map(({ id }) => id)).toEqual(['deck:one'])
  expect([...new Set(problems.map(({ file }) => file.replace(/^.*\//, '')))].sort()).toEqual(['three.yaml', 'two.yaml'])
})

test.each<[string, Readonly<Record<string, string>>]>([
  ['nothing in it', {}],
  ['no topic', { 'deck.yaml': heading }],
  ['a broken deck.yaml', { 'deck.yaml': 'deck: [', 'one.yaml': topic('one') }],
  ['nothing but broken topics', { 'one.yaml': 'topic: [' }],
  ['nothing but a topic that asks about nothing', { 'one.yaml': `${topic('one')}    note: nowhere\n` }],
])('a folder with %s gives no deck', async (_, files) => {
  expect((await compileDeck(deckOf({ 'read.me': '', ...files }))).deck).toBeUndefined()
})

// Root may read everything: what cannot be read is a folder in place of a file, and a device in place of a folder.
test('a deck that is not there or cannot be read is refused with a remedy', async () => {
  const cache = freshFolder()
  const folder = deckOf({ 'one.yaml': topic('one') })
  await expect(readDeck(join(folder, 'gone'), cache)).rejects.toMatchObject(refused)
  await expect(readDeck('/dev/null', cache)).rejects.toMatchObject(refused)
  mkdirSync(join(folder, 'deck.yaml'))
  await expect(readDeck(folder, cache)).rejects.toMatchObject(refused)
})
