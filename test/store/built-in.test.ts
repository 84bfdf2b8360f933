import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { outlineOf } from '../../src/deck/outline.ts'
import { entriesFrom, entriesOf } from '../../src/search/entries.ts'
import { searcher } from '../../src/search/search.ts'
import { partOf, parts } from '../../src/store/built-in.ts'
import { bankOf } from '../../src/study/bank.ts'
import { command, root, tinyHome } from '../helpers/binary.ts'
import { builtInBank } from '../helpers/play.ts'

const bank = await builtInBank()
const [deck] = bank.decks
const file = readFileSync(join(root, 'dist/lambda.br'))
const part = (name: (typeof parts)[number]) => JSON.parse(partOf(file, name))

test('the built deck is the one of content/, with its outline and its entries', () => {
  expect(existsSync(join(root, 'dist/lambda.br'))).toBe(true)
  expect(part('outline')).toEqual(deck && outlineOf(deck))
  expect(part('entries').heading).toEqual({ ...deck, topics: [] })
  expect(entriesFrom(part('entries').topics)).toEqual(entriesOf(bank))
})

test('each part is read without those behind it', () => {
  const header = 4 * parts.length
  for (const [place, name] of parts.entries()) {
    const needed = file.subarray(0, header + file.readUInt32LE(4 * place))
    expect(partOf(needed, name)).toBe(partOf(file, name))
    expect(needed.length).toBeLessThanOrEqual(file.length)
  }
})

test('export gives the deck with every text and every id', () => {
  const { out } = command(['export', 'json'], { home: tinyHome() })
  const { notes, cards } = JSON.parse(out)
  expect(notes).toEqual(deck?.topics.flatMap(topic => topic.notes))
  expect(cards).toEqual(deck?.topics.flatMap(topic => topic.cards))
})

test.each([
  'timeout',
  'cold boot',
  'provisioned concurency',
  'moon',
  'word',
  'kind:cloze memory',
  'topic:tiny:sky light',
])('search for %s finds what a search through every text finds', async words => {
  const tiny = await command(['export', 'json', '--deck', 'tiny'], { home: tinyHome() })
  const { deck: heading, topics, notes, cards } = JSON.parse(tiny.out)
  const own = {
    ...heading,
    topics: topics.map((topic: { id: string }) => ({
      ...topic,
      notes: notes.filter((note: { topic: string }) => note.topic === topic.id),
      cards: cards.filter((card: { topic: string }) => card.topic === topic.id),
    })),
  }
  const { hits } = searcher(bankOf([...bank.decks, own]))(words)
  const { results } = JSON.parse(command(['search', ...words.split(' '), '--json'], { home: tinyHome() }).out)
  expect(results.map(({ id, score }: { id: string; score: number }) => [id, score])).toEqual(
    hits.map(({ entry, score }) => [entry.id, score]),
  )
  expect(results.length).toBeGreaterThan(0)
})
