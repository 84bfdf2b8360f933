import { appendFileSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
import { freshFolder } from '../helpers/folder.ts'
import { answers, freshLog, idsOf } from '../helpers/log.ts'

test('what was appended is read, in the order in which it was written', () => {
  const path = freshLog()
  const [first, second, third] = answers(3)
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
  appendLog(path, answers(1))
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

const five = answers(5, i => ({ answer: `größe ${i}` }))
const whole = Buffer.from(five.map(event => `${lineOf(event)}\n`).join(''))

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
  expect(idsOf(read)).toEqual(idsOf(five))
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
  expect([idsOf(read), damaged]).toEqual([idsOf(five), []])
})

test.each([-2, -1, 0, 1, 2])('lines that end %i bytes from the end of a chunk of a mebibyte are read whole', by => {
  const path = freshLog()
  const [plain, ...others] = answers(3)
  if (!plain) throw new Error('an event was wanted')
  const long = { ...plain, answer: 'x'.repeat((1 << 20) - lineOf(plain).length - 1 + by) }
  expect(lineOf(long)).toHaveLength((1 << 20) - 1 + by)
  appendLog(path, [long, ...others])
  expect(readLog(path)).toMatchObject({ events: [long, ...others], damaged: [], end: { lines: 3 } })
})

test('the newest event is found at the end of a long log, and behind damage', () => {
  const path = freshLog()
  expect(lastEvent(path)).toBeUndefined()
  const many = answers(1000)
  appendLog(path, many)
  expect(lastEvent(path)?.id).toBe(many.at(-1)?.id)
  appendFileSync(path, 'torn')
  expect(lastEvent(path)?.id).toBe(many.at(-1)?.id)
  appendLog(
    path,
    answers(1, () => ({}), 'next'),
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
  const [first = [], second = []] = [answers(2, undefined, 'one'), answers(2, undefined, 'two')]
  appendLog(logOf(reviews, 'twotwotwo'), second)
  appendLog(logOf(reviews, 'oneoneone'), first)
  for (const name of ['.hidden.jsonl', 'notes.txt', 'oneoneone.jsonl.tmp']) writeFileSync(join(reviews, name), 'x')
  mkdirSync(join(reviews, 'folder.jsonl'))
  symlinkSync('nowhere', join(reviews, 'link.jsonl'))
  expect(logFiles(reviews)).toEqual(['oneoneone.jsonl', 'twotwotwo.jsonl'])
  expect(allEvents(reviews).map(idsOf)).toEqual([idsOf(first), idsOf(second)])
})

test('the events of one device are in order, each once', () => {
  const reviews = freshFolder()
  expect(ownEvents(reviews, 'abcdefgh')).toEqual([])
  const some = answers(3)
  appendLog(logOf(reviews, 'abcdefgh'), [...some.toReversed(), ...some])
  expect(ownEvents(reviews, 'abcdefgh')).toEqual(some)
})
