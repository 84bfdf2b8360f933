import { setTimeout as wait } from 'node:timers/promises'
import { p95, shown } from './measure.mjs'
import { open, textOf } from './terminal.mjs'
import { environment } from './workplace.mjs'

const enter = '\r'
const esc = '\x1b'
const backspace = '\x7f'
const [up, down, right, left] = ['\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D']
const many = (key, count) => Array.from({ length: count }, () => key)

/** Home, help, topics, pages and search, and back home. */
const tour = [
  ...['?', esc],
  ...['n', ...many(down, 8), ...many(up, 3), enter, ...many(right, 5), ...many(left, 2), esc, esc],
  ...['/', ...'provisioned concurrency', ...many(backspace, 6), ...many(down, 6), ...many(up, 3), esc],
]
/** What a person who answers presses, by what the footer offers. */
const answering = [
  [/open the options/, '1'],
  [/tab show the answer/, '\t'],
  [/enter (show the answer|answer|next|start|go on|ten minutes more)/, enter],
  [/how it went/, '3'],
]

/** Key to frame through the whole app and a pseudo-terminal, and what is written for keys that change nothing. */
export async function keys({ main, homes }) {
  const terminal = open([main], environment(homes.full))
  await terminal.shows('lambda-study')
  const times = []
  let frame = textOf(terminal.output)
  const press = async key => {
    // As fast as a person types; faster than 60 frames a second Ink holds frames back.
    await wait(25)
    const { ms, output } = await terminal.press(key)
    if (ms === undefined) return
    times.push(ms)
    frame = textOf(output)
  }
  const idle = []
  for (const [way, key] of [[[], 'z'], [['n'], 'k'], [[esc, '/'], backspace]]) {
    for (const step of way) await press(step)
    await wait(100)
    idle.push((await terminal.press(key)).output.length)
  }
  await press(esc)
  times.length = 0
  for (let round = 0; round < 3; round++) {
    for (const key of tour) await press(key)
    await press(enter)
    for (let answers = 0; answers < 40; answers++) {
      const [, key] = answering.find(([offer]) => offer.test(frame)) ?? [undefined, 'abcde'[answers % 5]]
      await press(key)
    }
    await press(esc)
    await press(esc)
  }
  await terminal.close()
  return {
    keys: { value: p95(times), from: `${times.length} keys` },
    idle: { value: Math.max(...idle), from: `${idle.length} keys, 80x24 at ${shown(200)} ms each` },
  }
}
