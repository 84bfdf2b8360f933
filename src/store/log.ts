import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Event, eventOf, lineOf } from '../study/event.ts'

/** A line that is no event: `line` counts from 1 within what was read. */
export type Damaged = { readonly file: string; readonly line: number; readonly why: string }
export type Log = { readonly events: readonly Event[]; readonly damaged: readonly Damaged[]; readonly size: number }

const newline = 0x0a
const chunkSize = 1 << 20

/** The files of all devices, by name. Missing folder: none. */
export const logFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.jsonl') && !name.startsWith('.'))
        .sort()
    : []

/** Reads a log from a byte on. A damaged line costs only itself. */
export function readLog(path: string, from = 0): Log {
  const events: Event[] = []
  const damaged: Damaged[] = []
  const file = openSync(path, 'r')
  let number = 0
  const take = (bytes: Buffer) => {
    number += 1
    const line = bytes.toString('utf8').trim()
    if (line === '') return
    const event = eventOf(line)
    if ('rejected' in event) damaged.push({ file: path, line: number, why: event.rejected })
    else events.push(event)
  }
  try {
    const chunk = Buffer.allocUnsafe(chunkSize)
    let rest: Buffer[] = []
    let at = from
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
    if (rest.length > 0) take(Buffer.concat(rest))
    return { events, damaged, size: at }
  } finally {
    closeSync(file)
  }
}

/** The `count` bytes that end at `end`, as hex: tells whether a file still begins as it did. */
export function bytesBefore(path: string, end: number, count = 64): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.min(count, end))
    const read = readSync(file, bytes, 0, bytes.length, end - bytes.length)
    return bytes.subarray(0, read).toString('hex')
  } finally {
    closeSync(file)
  }
}

export const sizeOf = (path: string): number => statSync(path).size

/**
 * Appends events and returns once they are on the disk: one write, flushed. Throws when they are not.
 * A file that ends in a torn line gets a line end first, or the torn line would swallow the first event.
 */
export function appendLog(path: string, events: readonly Event[]): void {
  if (events.length === 0) return
  mkdirSync(dirname(path), { recursive: true })
  const isNew = !existsSync(path)
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
  return readLog(path, Math.max(0, size - (1 << 16))).events.at(-1)
}

export const logOf = (folder: string, device: string): string => join(folder, `${device}.jsonl`)
/** All events of one device. */
export const ownEvents = (folder: string, device: string): readonly Event[] =>
  existsSync(logOf(folder, device)) ? readLog(logOf(folder, device)).events : []
/** All events of all devices, file by file. */
export const allEvents = (folder: string): readonly (readonly Event[])[] =>
  logFiles(folder).map(name => readLog(join(folder, name)).events)
