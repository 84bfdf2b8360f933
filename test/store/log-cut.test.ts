import { truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { appendLog, readLog } from '../../src/store/log.ts'
import { lineOf } from '../../src/study/event.ts'
import { answers, freshLog, idsOf } from '../helpers/log.ts'

// A crash, a full disk or a sync program that is not done can end a log at any byte. Here each of them is tried.

const three = answers(3, i => ({ answer: `ö ${i}` }))
const whole = Buffer.from(three.map(event => `${lineOf(event)}\n`).join(''))
const cuts = Array.from({ length: whole.length + 1 }, (_, at) => at)
/** How many lines are whole before a byte; the line end itself may be missing. */
const wholeLines = (at: number) =>
  three.filter(
    (_, i) =>
      Buffer.byteLength(
        three
          .slice(0, i + 1)
          .map(lineOf)
          .join('\n'),
      ) <= at,
  ).length

test('a log cut at any byte gives every line that is whole, and one damaged line at most', () => {
  const path = freshLog()
  appendLog(path, three)
  for (const at of cuts.toReversed()) {
    truncateSync(path, at)
    const { events: read, damaged, end } = readLog(path)
    expect(idsOf(read)).toEqual(idsOf(three.slice(0, wholeLines(at))))
    const isTorn = at > end.size
    expect(damaged).toEqual(isTorn ? [{ file: path, line: wholeLines(at) + 1, why: expect.any(String) }] : [])
  }
})

test('after a cut at any byte the next answer is safe, and costs no other', () => {
  const path = freshLog()
  const [next] = answers(1, () => ({}), 'next')
  if (!next) throw new Error('an event was wanted')
  appendLog(path, three)
  for (const at of cuts) {
    writeFileSync(path, whole.subarray(0, at))
    appendLog(path, [next])
    expect(idsOf(readLog(path).events)).toEqual(idsOf([...three.slice(0, wholeLines(at)), next]))
  }
})

test('a log that comes in pieces, cut at any byte, is read on from where it was whole', () => {
  const path = freshLog()
  appendLog(path, three)
  for (const at of cuts) {
    writeFileSync(path, whole.subarray(0, at))
    const first = readLog(path)
    writeFileSync(path, whole)
    const rest = readLog(path, first.end)
    expect(idsOf([...first.events, ...rest.events])).toEqual(idsOf(three))
    expect(rest).toMatchObject({ damaged: [], end: { size: whole.length, lines: 3 } })
  }
})
