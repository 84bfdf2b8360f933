import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLog, logOf } from '../../src/store/log.ts'
import { type Loaded, loadProgress, saveSnapshot } from '../../src/store/snapshot.ts'
import type { Bank } from '../../src/study/bank.ts'
import { type Event, lineOf } from '../../src/study/event.ts'
import { inOrder } from '../../src/study/order.ts'
import { replay } from '../../src/study/progress.ts'
import { everyFace, tinyBank } from '../helpers/deck.ts'
import { diary, histories } from '../helpers/events.ts'
import { factsOf } from '../helpers/facts.ts'
import { freshFolder } from '../helpers/folder.ts'

const bank = tinyBank(everyFace)
const cards = ['limits/timeout-choice', 'pricing/request-flashcard', 'triggers/queue-hinged', 'basics/runtime-cloze']

/** A home with the log of one device, and how it is opened and closed. */
function home() {
  const folder = freshFolder()
  const reviews = join(folder, 'reviews')
  const snapshot = join(folder, 'cache', 'progress.json')
  const load = (of: Bank = bank): Loaded => loadProgress(reviews, snapshot, of)
  const save = async ({ progress, files, damaged }: Loaded = load()) =>
    saveSnapshot(snapshot, progress, files, damaged, bank)
  return { folder, reviews, snapshot, log: logOf(reviews, 'here'), load, save }
}
type Home = ReturnType<typeof home>

/** A home in which 300 answers were given and kept. */
async function used() {
  const at = home()
  const write = diary(bank)
  const events = Array.from({ length: 300 }, (_, i) => write.answer(cards[i % 4] ?? '', 20_000 + Math.floor(i / 10)))
  appendLog(at.log, events)
  await at.save()
  return { ...at, write, events }
}
const expectAll = (loaded: Loaded, events: readonly (readonly Event[])[]) =>
  expect(factsOf(loaded.progress)).toEqual(factsOf(replay(inOrder(events), bank)))

test('the snapshot and what came since come to the same as everything, without reading everything', async () => {
  const { log, load, save, write, events } = await used()
  expect(load().rebuilt).toBe(false)
  expectAll(load(), [events])
  const since = [write.answer('basics/handler-flashcard', 20_031), write.undo(events[290] as Event, 20_031)]
  appendLog(log, since)
  expect(load().rebuilt).toBe(false)
  expectAll(load(), [events, since])
  await save()
  expect(load().rebuilt).toBe(false)
  expectAll(load(), [events, since])
})

test('nobody has nothing, with and without a snapshot', async () => {
  const { load, save } = home()
  expect(load()).toMatchObject({ rebuilt: true, damaged: [], progress: { ideas: new Map() } })
  await save()
  expect(load()).toMatchObject({ rebuilt: false, damaged: [], progress: { ideas: new Map() } })
})

test('whatever three devices wrote and in whatever pieces it came, nothing is lost and nothing counts twice', async () => {
  const cut = fc.nat(400)
  await fc.assert(
    fc.asyncProperty(
      histories(bank, { most: 400, undos: 4, far: 1 }),
      fc.array(cut, { minLength: 1, maxLength: 4 }),
      async (events, cuts) => {
        const { folder, reviews, load, save } = home()
        let from = 0
        for (const to of [...cuts].sort((a, b) => a - b)) {
          for (const device of 'abc')
            appendLog(
              logOf(reviews, device),
              events.slice(from, to).filter(({ id }) => id.endsWith(device)),
            )
          from = Math.max(from, to)
          expectAll(load(), [events.slice(0, from)])
          await save()
          expectAll(load(), [events.slice(0, from)])
        }
        rmSync(folder, { recursive: true })
      },
    ),
    { numRuns: 25 },
  )
})

const elsewhere = (on: number) => diary(bank, 'elsewhere').answer('basics/handler-flashcard', on)
test.each<[string, boolean, Event]>([
  ['newer answers: they are taken up', false, elsewhere(20_031)],
  ['answers between the newest: they are put in their place', false, elsewhere(20_020)],
  ['older answers: everything is replayed', true, elsewhere(19_999)],
  [
    'an undo of an answer that is in the snapshot: everything is replayed',
    true,
    { ...elsewhere(20_031), type: 'undo', of: '0005-here' } as never,
  ],
])('a file of another device arrives with %s', async (_, rebuilt, event) => {
  const { reviews, load, events } = await used()
  appendLog(logOf(reviews, 'elsewhere'), [event])
  expect(load().rebuilt).toBe(rebuilt)
  expectAll(load(), [events, [event]])
})

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
    'lost its first line and got others',
    ({ log }, events) => {
      const other = [
        ...events.slice(1),
        ...(diary(bank, 'later').answer('basics/handler-flashcard', 20_040)
          ? [diary(bank, 'later').answer('basics/handler-flashcard', 20_040)]
          : []),
      ]
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
  const { crc: _, ...snapshot } = JSON.parse(text) as Record<string, unknown>
  change(snapshot)
  const json = JSON.stringify(snapshot)
  return `{"crc":"${crc32(json).toString(16)}",${json.slice(1)}`
}
test.each<[string, (text: string) => string | Buffer]>([
  ['is empty', () => ''],
  ['is cut in half', text => text.slice(0, text.length / 2)],
  ['lacks its last byte', text => text.slice(0, -1)],
  ['is something else', () => 'PNG'],
  ['holds null', () => 'null'],
  ['holds a list', () => '[]'],
  ['holds nothing', () => '{}'],
  ['is JSON with its parts gone', text => JSON.stringify({ ...(JSON.parse(text) as object), files: null, past: {} })],
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

test('damaged lines are named with their place in the file, each once, whatever was kept', async () => {
  const { log, load, save, write } = await used()
  const places = () => load().damaged.map(({ file, line }) => [file, line])
  appendFileSync(log, 'garbage\n')
  expect(places()).toEqual([[log, 301]])
  await save()
  expect(places()).toEqual([[log, 301]])
  appendLog(log, [write.answer('basics/handler-flashcard', 20_031)])
  appendFileSync(log, 'more garbage\ntorn')
  expect(places()).toEqual([
    [log, 301],
    [log, 303],
    [log, 304],
  ])
  await save()
  expect(places()).toEqual([
    [log, 301],
    [log, 303],
    [log, 304],
  ])
  appendLog(log, [write.answer('basics/runtime-cloze', 20_031)])
  expect(places()).toEqual([
    [log, 301],
    [log, 303],
    [log, 304],
  ])
  expect(load().rebuilt).toBe(false)
})

test('an answer of another device that came in two pieces is counted, though the first piece was kept', async () => {
  const { reviews, load, save, events } = await used()
  const late = elsewhere(20_031)
  const line = `${lineOf(late)}\n`
  const path = logOf(reviews, 'elsewhere')
  for (const at of [1, 100, line.length - 2, line.length - 1]) {
    writeFileSync(path, line.slice(0, at))
    await save()
    writeFileSync(path, line)
    expectAll(load(), [events, [late]])
    expect(load()).toMatchObject({ rebuilt: false, damaged: [] })
  }
})

test('it is said how much must be read, before it is read', async () => {
  const { reviews, snapshot, log } = await used()
  const heard: number[] = []
  loadProgress(reviews, snapshot, bank, bytes => heard.push(bytes))
  expect(heard).toEqual([])
  rmSync(snapshot)
  loadProgress(reviews, snapshot, bank, bytes => heard.push(bytes))
  expect(heard).toEqual([statSync(log).size])
})

test.each<[string, (home: Home) => void]>([
  ['a file in place of its folder', ({ folder }) => writeFileSync(join(folder, 'cache'), '')],
  ['a folder in its place', ({ snapshot }) => mkdirSync(snapshot, { recursive: true })],
  ['a folder that leads to nowhere', ({ folder }) => symlinkSync('/proc/lambda-study', join(folder, 'cache'))],
])('a snapshot that cannot be written is said, and nothing is lost: %s', async (_, make) => {
  const at = home()
  const [answer] = [elsewhere(20_000)]
  appendLog(at.log, [answer])
  make(at)
  await expect(at.save()).rejects.toThrow()
  expectAll(at.load(), [[answer]])
})
