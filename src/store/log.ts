import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../error.ts'
import { type Event, eventOf, lineOf } from '../study/event.ts'
import { inOrder } from '../study/order.ts'
import { makeFolder } from './folders.ts'
import { reading } from './reading.ts'

/** A line that is no event: `line` counts from 1. */
export type Damaged = { readonly file: string; readonly line: number; readonly why: string }
/** A place in a log: `size` bytes and `lines` line ends lie before it. */
export type Mark = { readonly size: number; readonly lines: number }
/** What a log holds, up to `end`. Behind it there is at most a torn line, which may become whole when a sync program goes on. */
export type Log = { readonly events: readonly Event[]; readonly damaged: readonly Damaged[]; readonly end: Mark }

const newline = 0x0a
const chunkSize = 1 << 20

/** The files of all devices, by name. Missing folder: none. */
export function logFiles(folder: string): readonly string[] {
  const isLog = (name: string) => name.endsWith('.jsonl') && !name.startsWith('.')
  const isFile = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true
  return reading(folder, () =>
    existsSync(folder) ? readdirSync(folder).filter(name => isLog(name) && isFile(name)) : [],
  ).toSorted()
}

/** Reads a log from a place on. A damaged line costs only itself. */
export const readLog = (path: string, from: Mark = { size: 0, lines: 0 }): Log =>
  withFile(path, file => readLines(path, file, from))

function readLines(path: string, file: number, from: Mark): Log {
  const events: Event[] = []
  const damaged: Damaged[] = []
  let { lines } = from
  /** Whether the line is whole. */
  const take = (bytes: Buffer): boolean => {
    lines += 1
    const line = bytes.toString('utf8').trim()
    if (line === '') return true
    const event = eventOf(line)
    if ('rejected' in event) damaged.push({ file: path, line: lines, why: event.rejected })
    else events.push(event)
    return !('rejected' in event)
  }
  const chunk = Buffer.allocUnsafe(chunkSize)
  let rest: Buffer[] = []
  let at = from.size
  for (;;) {
    const read = readSync(file, chunk, 0, chunkSize, at)
    if (read === 0) break
    at += read
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0 && end < read; end = chunk.indexOf(newline, start)) {
      const line = chunk.subarray(start, end)
      take(rest.length > 0 ? Buffer.concat([...rest, line]) : line)
      rest = []
      start = end + 1
    }
    if (start < read) rest.push(Buffer.from(chunk.subarray(start, read)))
  }
  const open = Buffer.concat(rest)
  const before = lines
  const isWhole = open.length === 0 || take(open)
  return { events, damaged, end: { size: isWhole ? at : at - open.length, lines: before } }
}

/** The `count` bytes that end at `end`, as hex: tells whether a file still begins as it did. */
export const bytesBefore = (path: string, end: number, count = 64): string =>
  withFile(path, file => {
    const bytes = Buffer.alloc(Math.min(count, end))
    const read = readSync(file, bytes, 0, bytes.length, end - bytes.length)
    return bytes.subarray(0, read).toString('hex')
  })

export const sizeOf = (path: string): number => reading(path, () => statSync(path).size)

const withFile = <T>(path: string, read: (file: number) => T): T =>
  reading(path, () => {
    const file = openSync(path, 'r')
    try {
      return read(file)
    } finally {
      closeSync(file)
    }
  })

/** Appends events and returns once they are on the disk. Throws when they are not. */
export function appendLog(path: string, events: readonly Event[]): void {
  if (events.length === 0) return
  try {
    append(path, events)
  } catch (error) {
    throw new UserError(
      `the review log cannot be written: ${(error as Error).message}`,
      'make room on the disk, or its folder writable; lambda-study where names it',
      3,
      { cause: error },
    )
  }
}

/**
 * One write, flushed. A file that ends in a torn line gets a line end first, or the torn line would swallow the first
 * event.
 */
function append(path: string, events: readonly Event[]): void {
  const isNew = !existsSync(path)
  if (isNew) makeFolder(dirname(path))
  const file = openSync(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600)
  try {
    const lines = `${events.map(lineOf).join('\n')}\n`
    const bytes = Buffer.from(endsOpen(file) ? `\n${lines}` : lines)
    const written = writeSync(file, bytes)
    if (written < bytes.length) throw new Error('the disk took only a part of it')
    fdatasyncSync(file)
  } finally {
    closeSync(file)
  }
  if (isNew) flushFolder(dirname(path))
}

function endsOpen(file: number): boolean {
  const { size } = fstatSync(file)
  const last = Buffer.alloc(1)
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== newline
}

/** A new file's name is safe only when its folder is flushed; Windows knows no such thing. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** The newest event of a log, read from its end. */
export function lastEvent(path: string): Event | undefined {
  if (!existsSync(path)) return undefined
  const size = sizeOf(path)
  const from = (bytes: number) => readLog(path, { size: Math.max(0, size - bytes), lines: 0 }).events.at(-1)
  return from(1 << 12) ?? from(size)
}

export const logOf = (folder: string, device: string): string => join(folder, `${device}.jsonl`)
/** All events of one device, in order. */
export const ownEvents = (folder: string, device: string): readonly Event[] =>
  existsSync(logOf(folder, device)) ? inOrder([readLog(logOf(folder, device)).events]) : []
/** All events of all devices, file by file. */
export const allEvents = (folder: string): readonly (readonly Event[])[] =>
  logFiles(folder).map(name => readLog(join(folder, name)).events)
