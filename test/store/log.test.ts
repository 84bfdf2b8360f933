import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UserError } from '../../src/error.ts'
import {
  allEvents,
  appendLog,
  bytesBefore,
  lastEvent,
  logFiles,
  logOf,
  ownEvents,
  readLog,
} from '../../src/store/log.ts'
import { type Event, lineOf } from '../../src/study/event.ts'
import { tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'
import { freshFolder } from '../helpers/folder.ts'

const bank = tinyBank({ limits: { timeout: 'flashcard' } })
const events = (count: number, over: (i: number) => object = () => ({}), device = 'here') => {
  const write = diary(bank, device)
  return Array.from({ length: count }, (_, i) => write.answer('limits/timeout-flashcard', 20_000, over(i)))
}
const freshLog = () => logOf(join(freshFolder(), 'reviews'), 'abcdefgh')
const ids = (some: readonly Event[]) => some.map(event => event.id)
const failure = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}

test('what was appended is read, in the order in which it was written', () => {
  const path = freshLog()
  const [first, second, third] = events(3)
  if (!first || !second || !third) throw new Error('three events were wanted')
  appendLog(path, [first])
  appendLog(path, [])
  appendLog(path, [second, third])
  const { size } = statSync(path)
  expect(readLog(path)).toEqual({ events: [first, second, third], damaged: [], end: { size, lines: 3 } })
  expect(readFileSync(path, 'utf8')).toBe([first, second, third].map(event => `${lineOf(event)}\n`).join(''))
  expect(lastEvent(path)).toEqual(third)
})

test('a log is for the eyes of its owner alone', () => {
  const path = freshLog()
  appendLog(path, events(1))
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

// A log of five lines is cut at each of its bytes.
const five = events(5, i => ({ answer: `größe ${i}` }))
const whole = Buffer.from(five.map(event => `${lineOf(event)}\n`).join(''))
const cuts = Array.from({ length: whole.length + 1 }, (_, at) => at)
/** How many lines are whole before a byte; the line end itself may be missing. */
const wholeLines = (at: number) =>
  five.filter(
    (_, i) =>
      Buffer.byteLength(
        five
          .slice(0, i + 1)
          .map(lineOf)
          .join('\n'),
      ) <= at,
  ).length

test('a log cut at any byte gives every line that is whole, and one damaged line at most', () => {
  const path = freshLog()
  appendLog(path, five)
  for (const at of cuts.toReversed()) {
    truncateSync(path, at)
    const { events: read, damaged, end } = readLog(path)
    expect(ids(read)).toEqual(ids(five.slice(0, wholeLines(at))))
    const isTorn = at > end.size
    expect(damaged).toEqual(isTorn ? [{ file: path, line: wholeLines(at) + 1, why: expect.any(String) }] : [])
  }
})

test('after a cut at any byte the next answer is safe, and costs no other', () => {
  const path = freshLog()
  const [next] = events(1, () => ({}), 'next')
  if (!next) throw new Error('an event was wanted')
  appendLog(path, five)
  for (const at of cuts) {
    writeFileSync(path, whole.subarray(0, at))
    appendLog(path, [next])
    expect(ids(readLog(path).events)).toEqual(ids([...five.slice(0, wholeLines(at)), next]))
  }
})

test('a log that comes in pieces, cut at any byte, is read on from where it was whole', () => {
  const path = freshLog()
  appendLog(path, five)
  for (const at of cuts) {
    writeFileSync(path, whole.subarray(0, at))
    const first = readLog(path)
    writeFileSync(path, whole)
    const rest = readLog(path, first.end)
    expect(ids([...first.events, ...rest.events])).toEqual(ids(five))
    expect(rest).toMatchObject({ damaged: [], end: { size: whole.length, lines: 5 } })
  }
})

test.each<[string, string | Buffer]>([
  ['text', 'not an event'],
  ['JSON of something else', '{"some":"thing"}'],
  ['half a line', whole.subarray(0, 40)],
  ['a line with a flipped bit', Buffer.from(lineOf(five[0] as Event).replace('"rating":3', '"rating":2'))],
  ['zeros, as after a power cut', Buffer.alloc(4096)],
  ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x80, 0xc3])],
  ['marks of a merge', '<<<<<<< HEAD'],
  ['a long line', 'x'.repeat(3 << 20)],
])('a damaged line costs only itself, and is named with its place: %s', (_, garbage) => {
  const path = freshLog()
  appendLog(path, five.slice(0, 2))
  appendFileSync(path, Buffer.concat([Buffer.from(garbage), Buffer.from('\n')]))
  appendLog(path, five.slice(2))
  const before = readFileSync(path)
  const { events: read, damaged, end } = readLog(path)
  expect(ids(read)).toEqual(ids(five))
  expect(damaged).toEqual([{ file: path, line: 3, why: expect.any(String) }])
  expect(end).toEqual({ size: before.length, lines: 6 })
  expect(readFileSync(path).equals(before)).toBe(true)
})

test.each([
  ['blank lines', '\n  \n\n'],
  ['line ends of Windows', '\r\n'],
  ['a byte order mark', '\ufeff'],
])('%s between events are no damage', (_, between) => {
  const path = freshLog()
  mkdirSync(join(path, '..'))
  writeFileSync(
    path,
    five.map(event => `${between}${lineOf(event)}${between.endsWith('\n') ? between : '\n'}`).join(''),
  )
  const { events: read, damaged } = readLog(path)
  expect([ids(read), damaged]).toEqual([ids(five), []])
})

test.each([-2, -1, 0, 1, 2])('lines that end %i bytes from the end of a chunk of a mebibyte are read whole', by => {
  const path = freshLog()
  const [plain, ...others] = events(3)
  if (!plain) throw new Error('an event was wanted')
  const long = { ...plain, answer: 'x'.repeat((1 << 20) - lineOf(plain).length - 1 + by) }
  expect(lineOf(long)).toHaveLength((1 << 20) - 1 + by)
  appendLog(path, [long, ...others])
  expect(readLog(path)).toMatchObject({ events: [long, ...others], damaged: [], end: { lines: 3 } })
})

test('the newest event is found at the end of a long log, and behind damage', () => {
  const path = freshLog()
  expect(lastEvent(path)).toBeUndefined()
  const many = events(1000)
  appendLog(path, many)
  expect(lastEvent(path)?.id).toBe(many.at(-1)?.id)
  appendFileSync(path, 'torn')
  expect(lastEvent(path)?.id).toBe(many.at(-1)?.id)
  appendLog(
    path,
    events(1, () => ({}), 'next'),
  )
  expect(lastEvent(path)?.id).toBe('0000-next')
})

test('the bytes before a place tell whether a log still begins as it did', () => {
  const path = freshLog()
  appendLog(path, five)
  expect(bytesBefore(path, whole.length)).toBe(whole.subarray(-64).toString('hex'))
  expect(bytesBefore(path, 10)).toBe(whole.subarray(0, 10).toString('hex'))
  expect(bytesBefore(path, 0)).toBe('')
})

test('the logs of all devices are read; folders, hidden files and others are passed over', () => {
  const reviews = join(freshFolder(), 'reviews')
  expect(logFiles(reviews)).toEqual([])
  expect(allEvents(reviews)).toEqual([])
  const [first = [], second = []] = [events(2, undefined, 'one'), events(2, undefined, 'two')]
  appendLog(logOf(reviews, 'twotwotwo'), second)
  appendLog(logOf(reviews, 'oneoneone'), first)
  for (const name of ['.hidden.jsonl', 'notes.txt', 'oneoneone.jsonl.tmp']) writeFileSync(join(reviews, name), 'x')
  mkdirSync(join(reviews, 'folder.jsonl'))
  symlinkSync('nowhere', join(reviews, 'link.jsonl'))
  expect(logFiles(reviews)).toEqual(['oneoneone.jsonl', 'twotwotwo.jsonl'])
  expect(allEvents(reviews).map(ids)).toEqual([ids(first), ids(second)])
})

test('the events of one device are in order, each once', () => {
  const reviews = freshFolder()
  expect(ownEvents(reviews, 'abcdefgh')).toEqual([])
  const some = events(3)
  appendLog(logOf(reviews, 'abcdefgh'), [...some.toReversed(), ...some])
  expect(ownEvents(reviews, 'abcdefgh')).toEqual(some)
})

// Root may write anywhere: what cannot be written is a full device, a folder below a file, a folder in place of the file.
test.each<[string, (folder: string) => string]>([
  ['a full disk', folder => (symlinkSync('/dev/full', logOf(folder, 'abcdefgh')), folder)],
  ['a folder that is a file', folder => (writeFileSync(join(folder, 'reviews'), ''), join(folder, 'reviews'))],
  ['a folder below a file', folder => (writeFileSync(join(folder, 'data'), ''), join(folder, 'data', 'reviews'))],
  ['a log that is a folder', folder => (mkdirSync(logOf(folder, 'abcdefgh')), folder)],
  ['a file system without room for anything', () => '/proc/lambda-study/reviews'],
])('what cannot be written is said, not passed over: %s', (_, make) => {
  const reviews = make(freshFolder())
  const error = failure(() => appendLog(logOf(reviews, 'abcdefgh'), events(1)))
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({ exitCode: 3, message: expect.stringMatching(/cannot be written: E[A-Z]+/) })
})

test('a folder of logs that is a file is said to be unreadable: unreadable is not empty', () => {
  const reviews = join(freshFolder(), 'reviews')
  writeFileSync(reviews, '')
  for (const act of [() => logFiles(reviews), () => allEvents(reviews), () => readLog(join(reviews, 'x.jsonl'))])
    expect(failure(act)).toMatchObject({ name: 'UserError', exitCode: 3 })
  expect(existsSync(reviews)).toBe(true)
})
