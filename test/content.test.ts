import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Card, type Deck, isScenario, type Note } from '../src/deck/deck.ts'
import { linesOf } from '../src/deck/link.ts'
import { readHeading } from '../src/deck/parse.ts'
import type { Problem } from '../src/deck/problem.ts'
import { unseen } from '../src/kinds/kind.ts'
import { askWith } from '../src/kinds/multiple-choice.ts'
import { compileDeck } from '../src/store/deck.ts'

const folder = join(import.meta.dirname, '../content/lambda')
/** The lines of the notes that state something. */
const stated = linesOf(
  ['4-7', 9, '14-19', '24-27', '34-38', '43-48', '53-62', '64-67', '72-76', '81-87', 89, '94-98', '103-109'].concat([
    '112-113',
    '118-122',
    '128-131',
    '136-139',
    '144-149',
  ]),
)

let deck: Deck
let problems: readonly Problem[]
let notes: readonly Note[]
let cards: readonly Card[]
beforeAll(async () => {
  const read = await compileDeck(folder)
  if (!read.deck) throw new Error('the built-in deck cannot be used')
  ;({ deck, problems } = { deck: read.deck, problems: read.problems })
  notes = deck.topics.flatMap(topic => topic.notes)
  cards = deck.topics.flatMap(topic => topic.cards)
})
const ofKind = <K extends Card['kind']>(kind: K) =>
  cards.filter((card): card is Extract<Card, { kind: K }> => card.kind === kind)

test('the built-in deck has no problem', () => {
  expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([])
})

test('every line of the notes that states something is taught by a note', () => {
  expect(stated).toHaveLength(86)
  const taught = new Set(notes.flatMap(note => note.lines))
  expect(stated.filter(line => !taught.has(line))).toEqual([])
})

test('the deck itself asks for all these lines and no other', () => {
  const { heading } = readHeading(readFileSync(join(folder, 'deck.yaml'), 'utf8'), 'deck.yaml')
  expect(heading?.covers).toEqual(stated)
})

test('the deck is as large as an exam needs', () => {
  expect(cards.length).toBeGreaterThanOrEqual(140)
  expect(cards.filter(isScenario).length).toBeGreaterThanOrEqual(70)
  expect(ofKind('multiple-response').length).toBeGreaterThanOrEqual(12)
  expect(ofKind('multiple-choice').filter(card => card.hinges.length > 0).length).toBeGreaterThanOrEqual(15)
})

test('every option says why', () => {
  const silent = cards
    .filter(isScenario)
    .flatMap(card => card.options.filter(({ why }) => why.trim().length < 15).map(({ id }) => `${card.id} ${id}`))
  expect(silent).toEqual([])
})

test('every hinge says why the right options of the others are wrong', () => {
  const silent = ofKind('multiple-choice').flatMap(({ id, hinges }) =>
    hinges.flatMap(hinge =>
      hinges
        .filter(({ right }) => right !== hinge.right && !hinge.why[right])
        .map(other => `${id} ${hinge.id} ${other.right}`),
    ),
  )
  expect(silent).toEqual([])
})

test('under every hinge, whatever is drawn, one option is right and no wrong one gives the reason why it is right elsewhere', () => {
  for (const card of ofKind('multiple-choice'))
    for (const hinge of card.hinges)
      for (let seed = 0; seed < 12; seed++) {
        const { options } = askWith(card, hinge, unseen, seed)
        expect(options, card.id).toHaveLength(4)
        expect(options.filter(option => option.right).map(({ id }) => id)).toEqual([hinge.right])
        for (const { id, why, right } of options)
          if (!right && card.hinges.some(other => other.right === id)) expect(why, card.id).toBe(hinge.why[id])
      }
})

test('every note has sources, and the day on which they were read', () => {
  for (const { id, source, verified } of notes) {
    expect(source.length, id).toBeGreaterThan(0)
    expect(verified, id).toMatch(/^20\d\d-[01]\d-[0-3]\d$/)
  }
})

test('every source is a page that is read safely', () => {
  const sources = [...notes, ...cards].flatMap(({ id, source }) => source.map(url => [id, url] as const))
  expect(sources.filter(([, url]) => !URL.canParse(url) || new URL(url).protocol !== 'https:')).toEqual([])
})

test('a card with a source of its own says when it was read', () => {
  expect(cards.filter(card => card.source.length > 0 && card.verified === undefined).map(card => card.id)).toEqual([])
})

test('every card asks about a note, and belongs to an exam when its note does', () => {
  const byId = new Map(notes.map(note => [note.id, note]))
  for (const card of cards) {
    const note = byId.get(card.idea)
    if (!note) throw new Error(`${card.id} has no note`)
    if (Object.keys(note.exams).length > 0) expect(Object.keys(card.exams).length, card.id).toBeGreaterThan(0)
  }
})

test('the right option is the longest at most ten points more often than chance', () => {
  const questions = cards.filter(isScenario).flatMap(({ options, ...card }) => {
    const hinges = card.kind === 'multiple-choice' ? card.hinges : []
    const rights =
      hinges.length > 0
        ? hinges.map(hinge => [hinge.right])
        : [options.filter(option => option.right).map(({ id }) => id)]
    const longest = Math.max(...options.map(option => option.text.length))
    const long = options.filter(option => option.text.length === longest).map(({ id }) => id)
    return rights.map(right => ({
      hit: long.some(id => right.includes(id)),
      chance: right.length / options.length,
      kind: card.kind,
    }))
  })
  for (const kind of ['multiple-choice', 'multiple-response']) {
    const own = questions.filter(question => question.kind === kind)
    const share = own.filter(question => question.hit).length / own.length
    const chance = own.reduce((sum, question) => sum + question.chance, 0) / own.length
    expect(share, kind).toBeLessThanOrEqual(chance + 0.1)
  }
})
