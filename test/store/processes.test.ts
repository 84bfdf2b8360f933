import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendLog, readLog } from '../../src/store/log.ts'
import { tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'
import { freshFolder } from '../helpers/folder.ts'
import { programOf, start } from '../helpers/process.ts'

// What other processes do to a log: write at once, die while writing, run out of room.

let program: { readonly path: string; remove(): void }
beforeAll(async () => {
  // Writes events one by one and says the id of each once it is on the disk: PATH DEVICE COUNT, and the length of answers.
  program = await programOf(`
    import { writeSync } from 'node:fs'
    import { appendLog } from 'src/store/log.ts'
    const [path, device, count, length] = process.argv.slice(2)
    const say = line => writeSync(1, line + '\\n')
    say('ready')
    process.stdin.once('data', () => {
      for (let i = 0; i < Number(count); i++) {
        const review = {
          v: 1, id: device + i, at: i, day: 0, offset: 0, type: 'review', card: 'c', idea: 'i', rating: 3, verdict: 'right', ms: 1,
          kind: 'flashcard', answer: 'x'.repeat((i * 37) % Number(length)), seed: 1, mode: 'today', session: 's',
        }
        try {
          appendLog(path, [review])
          say(review.id)
        } catch (error) {
          say(error.name + ' ' + error.message)
          break
        }
      }
      process.stdin.destroy()
    })
  `)
})
afterAll(() => program.remove())

const isId = (line: string) => /^[a-z]\d+$/.test(line)
const saved = (out: string) => out.split('\n').filter(isId)
const [after] = [diary(tinyBank({ limits: { timeout: 'flashcard' } })).answer('limits/timeout-flashcard', 20_000)]

test('processes that write at once lose nothing and tear nothing', async () => {
  const path = `${freshFolder()}/abcdefgh.jsonl`
  let ready = 0
  const children = ['a', 'b', 'c'].map(device =>
    start(process.execPath, [program.path, path, device, '400', '5000'], line => {
      // All begin together.
      if (line === 'ready' && ++ready === 3) for (const child of children) child.write('go\n')
    }),
  )
  const ended = await Promise.all(children.map(child => child.ended))
  expect(ended.map(({ code, err }) => [code, err])).toEqual(Array(3).fill([0, '']))
  const { events, damaged } = readLog(path)
  expect(damaged).toEqual([])
  expect(events).toHaveLength(1200)
  const writers = events.map(({ id }) => id[0])
  for (const device of ['a', 'b', 'c']) {
    const own = events.filter(({ id }) => id.startsWith(device))
    expect(own.map(({ at }) => at)).toEqual([...Array(400).keys()])
  }
  expect(writers.filter((device, i) => device !== writers[i - 1]).length).toBeGreaterThan(10)
})

test('killed at any moment, every answer that was said to be saved is there, and the next one goes on', async () => {
  const path = `${freshFolder()}/abcdefgh.jsonl`
  const all: string[] = []
  const devices = [...'abcdefghij']
  for (const [round, device] of devices.entries()) {
    let heard = 0
    const child = start(process.execPath, [program.path, path, device, '100000', '20000'], (line, self) => {
      if (line === 'ready') self.write('go\n')
      else if (++heard === 3 + round * 7) self.kill('SIGKILL')
    })
    const { signal, out } = await child.ended
    expect(signal).toBe('SIGKILL')
    all.push(...saved(out))
  }
  const { events, damaged } = readLog(path)
  const there = new Set(events.map(({ id }) => id))
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(id => !there.has(id))).toEqual([])
  expect(damaged.length).toBeLessThanOrEqual(devices.length)
  appendLog(path, [after])
  expect(readLog(path).events.at(-1)).toEqual(after)
})

test('when the disk fills up within a line, that answer is said not to be saved, and every other is kept', async () => {
  const path = `${freshFolder()}/abcdefgh.jsonl`
  // The shell lets no file grow beyond 8 KiB: the last write is cut, as on a full disk.
  const command = `ulimit -f 8; exec "$0" "$@"`
  const child = start(
    'bash',
    ['-c', command, process.execPath, program.path, path, 'a', '1000', '900'],
    (line, self) => {
      if (line === 'ready') self.write('go\n')
    },
  )
  const { code, out, err } = await child.ended
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/UserError the review log cannot be written: (the disk took only a part of it|EFBIG)/)
  const log = readFileSync(path)
  expect(log).toHaveLength(8192)
  expect(log.at(-1)).not.toBe(0x0a)
  const { events, damaged } = readLog(path)
  expect(events.map(({ id }) => id)).toEqual(saved(out))
  expect(events.length).toBeGreaterThan(5)
  expect(damaged).toHaveLength(1)
  // There is room again.
  appendLog(path, [after])
  expect(readLog(path).events).toEqual([...events, after])
})
