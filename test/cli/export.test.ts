import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, freshHome, logged, tinyHome } from '../helpers/binary.ts'

test('json is the deck as one document', () => {
  const { code, out, err } = command(['export', 'json', '--deck', 'tiny'], { home: tinyHome() })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const document = JSON.parse(out)
  expect(Object.keys(document)).toEqual(['version', 'deck', 'topics', 'notes', 'cards'])
  expect(document.version).toBe(1)
  expect(document.deck).toMatchObject({ name: 'tiny', title: 'Tiny things' })
  expect(document.topics).toEqual([
    { id: 'tiny:numbers', title: 'Numbers' },
    { id: 'tiny:sky', title: 'The sky' },
    { id: 'tiny:words', title: 'Words' },
    { id: 'tiny:things', title: 'Things' },
  ])
  expect(document.notes).toHaveLength(12)
  expect(document.notes[0]).toMatchObject({ id: 'tiny:numbers/one', topic: 'tiny:numbers' })
  expect(document.cards).toHaveLength(12)
  expect(document.cards[0]).toMatchObject({ id: 'tiny:numbers/one-gap', idea: 'tiny:numbers/one', kind: 'cloze' })
})

test('json is the built-in deck without --deck', () => {
  const document = JSON.parse(command(['export', 'json'], { home: tinyHome() }).out)
  expect(document.deck.name).toBe('lambda')
  expect(document.cards.length).toBeGreaterThan(200)
  const topics = new Set(document.topics.map((topic: { id: string }) => topic.id))
  expect(document.cards.every((card: { topic: string }) => topics.has(card.topic))).toBe(true)
})

test('reviews are one line each, with those that were undone', () => {
  const home = tinyHome()
  expect(command(['export', 'reviews'], { home })).toEqual({ code: 0, out: '', err: '' })
  command(['quiz', 'tiny:numbers/one', '--plain'], { home, input: 'one\n' })
  command(['quiz', 'tiny:numbers/two', '--plain'], { home, input: 'eleven\nu\ntwo\n', now: '2026-11-23T10:00:00Z' })
  const lines = command(['export', 'reviews'], { home }).out.trim().split('\n')
  const reviews = lines.map(line => JSON.parse(line))
  expect(reviews).toMatchObject([
    { type: 'review', idea: 'tiny:numbers/one', verdict: 'right', answer: 'one', undone: false },
    { type: 'review', idea: 'tiny:numbers/two', verdict: 'wrong', answer: 'eleven', undone: true },
    { type: 'review', idea: 'tiny:numbers/two', verdict: 'right', answer: 'two', undone: false },
  ])
  const [{ undone: _, ...review }] = reviews
  expect(logged(home).events[0]).toEqual(review)
})

test('--out writes a new file, and never over one', () => {
  const home = tinyHome()
  expect(command(['export', 'json', '--out', 'deck.json'], { home })).toEqual({
    code: 0,
    out: '',
    err: 'Wrote deck.json.\n',
  })
  expect(JSON.parse(readFileSync(join(home, 'deck.json'), 'utf8')).version).toBe(1)
  writeFileSync(join(home, 'deck.json'), 'mine')
  const again = command(['export', 'json', '--out', 'deck.json'], { home })
  expect(again).toMatchObject({ code: 3, out: '', err: expect.stringContaining('exists already and was left alone') })
  expect(readFileSync(join(home, 'deck.json'), 'utf8')).toBe('mine')
})

test.each([
  [['export'], "missing required argument 'what'"],
  [['export', 'anki2'], 'export does not know "anki2".'],
  [['export', 'json', '--deck', 'tny'], 'There is no deck "tny".'],
])('%j is wrong usage', (args, says) => {
  const { code, out, err } = command(args, { home: freshHome() })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`lambda-study: ${says}`)
})
