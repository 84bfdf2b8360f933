import { appendFileSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLog, logOf } from '../../src/store/log.ts'
import { loadProgress } from '../../src/store/snapshot.ts'
import { type Event, lineOf, type Review } from '../../src/study/event.ts'
import { inOrder } from '../../src/study/order.ts'
import { apply, replay } from '../../src/study/progress.ts'
import { histories } from '../helpers/events.ts'
import { factsOf } from '../helpers/facts.ts'
import { bank, elsewhere, expectAll, type Home, home, used } from '../helpers/home.ts'

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

test('what was kept is answered on, and what is in it can be taken back', async () => {
  const { load, write, events } = await used()
  const since = [write.answer('basics/handler-flashcard', 20_031), write.undo(events[290] as Event, 20_031)]
  const progress = since.reduce((known, event) => apply(known, event, bank), load().progress)
  expect(factsOf(progress)).toEqual(factsOf(replay(inOrder([events, since]), bank)))
})

test('a day after which nothing could be due is kept as such', async () => {
  const { log, load, save, write, events } = await used()
  const day = 20_040
  const reset = [...new Set(events.map(event => (event as Review).idea))].map(
    target => ({ ...write.undo(events[0] as Event, day), type: 'reset', target }) as unknown as Event,
  )
  const since = [...reset, write.answer('basics/handler-flashcard', day + 3)]
  appendLog(log, since)
  await save()
  expect(load().progress.days.get(20_029)?.dueFrom).toBe(Number.MAX_SAFE_INTEGER)
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
