import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { appendLog, logOf } from '../../src/store/log.ts'
import { type Event, lineOf } from '../../src/study/event.ts'
import { replay } from '../../src/study/progress.ts'
import { everyFace, tinyBank } from '../helpers/deck.ts'
import { factsOf } from '../helpers/facts.ts'
import { elsewhere, expectAll, type Home, home, used } from '../helpers/home.ts'

// A snapshot is only a copy: when in doubt, everything is replayed.

const lines = (events: readonly Event[]) => events.map(event => `${lineOf(event)}\n`).join('')
test.each<[string, (home: Home, events: readonly Event[]) => readonly Event[]]>([
  [
    'became shorter',
    ({ log }, events) => {
      truncateSync(log, Buffer.byteLength(lines(events.slice(0, 299))))
      return events.slice(0, 299)
    },
  ],
  [
    'became another one of the same length',
    ({ log }, events) => {
      const other = events.map((event, i) =>
        i === 299 && event.type === 'review' ? { ...event, rating: 1 as const } : event,
      )
      writeFileSync(log, lines(other))
      return other
    },
  ],
  [
    'lost its first line and grew',
    ({ log }, events) => {
      const other = [...events.slice(1), elsewhere(20_040)]
      writeFileSync(log, lines([...other, ...other]))
      return other
    },
  ],
  [
    'is gone',
    ({ log }) => {
      rmSync(log)
      return []
    },
  ],
  [
    'is gone, and a folder is in its place',
    ({ log }) => {
      rmSync(log)
      mkdirSync(log)
      return []
    },
  ],
  [
    'got another name',
    ({ log, reviews }, events) => {
      rmSync(log)
      writeFileSync(logOf(reviews, 'other'), lines(events))
      return events
    },
  ],
])('a log that %s is noticed, and everything is replayed', async (_, change) => {
  const at = await used()
  const left = change(at, at.events)
  expect(at.load().rebuilt).toBe(true)
  expectAll(at.load(), [left])
})

/** A snapshot as this program writes it, with something else in it. */
const forged = (text: string, change: (snapshot: Record<string, unknown>) => void) => {
  const [head = '', rest] = text.split('\n')
  const { crc: _, ...snapshot } = JSON.parse(head) as Record<string, unknown>
  change(snapshot)
  const lines = `${JSON.stringify(snapshot)}\n${rest}`
  return `{"crc":"${crc32(lines).toString(16)}",${lines.slice(1)}`
}
test.each<[string, (text: string) => string | Buffer]>([
  ['is empty', () => ''],
  ['is cut in half', text => text.slice(0, text.length / 2)],
  ['lacks its last byte', text => text.slice(0, -1)],
  ['is something else', () => 'PNG'],
  ['holds null', () => 'null'],
  ['holds a list', () => '[]'],
  ['holds nothing', () => '{}'],
  ['has its parts gone', text => text.replace(/"files":\{.*?\}\}/, '"files":null')],
  ['has its second line gone', text => text.slice(0, text.indexOf('\n'))],
  ['was edited by hand', text => text.replace('"lastRating":3', '"lastRating":1')],
  ['is without its checksum', text => `{${text.slice(text.indexOf(',') + 1)}`],
  ['is of another version', text => forged(text, snapshot => Object.assign(snapshot, { version: 1 }))],
  ['is of another model', text => forged(text, snapshot => Object.assign(snapshot, { model: 'FSRS-5' }))],
  ['is of other decks', text => forged(text, snapshot => Object.assign(snapshot, { fingerprint: 'abc' }))],
])('a snapshot that %s is passed over, and everything is replayed', async (_, change) => {
  const { snapshot, load, save, events } = await used()
  writeFileSync(snapshot, change(readFileSync(snapshot, 'utf8')))
  expect(load().rebuilt).toBe(true)
  expectAll(load(), [events])
  await save()
  expect(load().rebuilt).toBe(false)
})

test('a flip of any bit of a snapshot is noticed', async () => {
  const { snapshot, load, events } = await used()
  const bytes = readFileSync(snapshot)
  const step = Math.ceil(bytes.length / 60)
  for (let at = 0; at < bytes.length; at += step) {
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at & 7))
    writeFileSync(snapshot, flipped)
    expect(load().rebuilt).toBe(true)
  }
  expectAll(load(), [events])
})

test('the snapshot of another home is passed over', async () => {
  const { snapshot } = await used()
  const other = home()
  appendLog(other.log, [elsewhere(20_000)])
  mkdirSync(join(other.folder, 'cache'))
  writeFileSync(other.snapshot, readFileSync(snapshot))
  expect(other.load().rebuilt).toBe(true)
  expectAll(other.load(), [[elsewhere(20_000)]])
})

test('a deck in which a card went to another idea makes everything be replayed', async () => {
  const { load, events } = await used()
  const changed = tinyBank({
    ...everyFace,
    pricing: { price: { faces: ['flashcard'], faceWas: { flashcard: ['request-flashcard'] } } },
  })
  expect(load(changed).rebuilt).toBe(true)
  expect(factsOf(load(changed).progress)).toEqual(factsOf(replay(events, changed)))
})
