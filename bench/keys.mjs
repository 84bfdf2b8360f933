import { setTimeout as wait } from 'node:timers/promises'
import { median, p95, shown } from './measure.mjs'
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
/** What a person presses who answers, by what the footer offers. Where it offers letters, one after the other. */
const answering = [
  [/open the options/, '1'],
  [/tab show the answer/, '\t'],
  [/enter (show the answer|answer|next|start|go on)/, enter],
  [/put into this group/, '1'],
  [/how it went/, '3'],
]
/** Keys that change nothing, and the way to where they are pressed. */
const idleKeys = [
  [[], 'z'],
  [['n'], up],
  [[esc, '/'], backspace],
]

/** Key to frame through the whole app and a pseudo-terminal, and what is written for keys that change nothing. */
export async function keys({ main, homes }) {
  const terminal = open([main], environment(homes.full))
  await terminal.shows('lambda-study')
  let times = []
  let frame = textOf(terminal.output)
  const press = async key => {
    // As a person types: Ink holds frames back that come faster than 60 a second.
    await wait(25)
    const { ms, output } = await terminal.press(key, 2000)
    // Esc is left out: it waits 30 ms, to be told from the beginning of an arrow key.
    if (ms !== undefined && key !== esc) times.push(ms)
    if (ms !== undefined) frame = textOf(output)
  }
  const goHome = async () => {
    for (let tries = 0; tries < 5 && !frame.includes('n notes'); tries++) await press(esc)
  }
  const idle = []
  for (const [way, key] of idleKeys) {
    for (const step of way) await press(step)
    await wait(100)
    idle.push((await terminal.press(key, 200)).output.length)
  }
  await goHome()
  times = []
  for (let round = 0; round < 4; round++) {
    for (const key of tour) await press(key)
    for (let answers = 0; answers < 40; answers++)
      await press(answering.find(([offer]) => offer.test(frame))?.[1] ?? 'abcdef'[answers % 6])
    await goHome()
  }
  await terminal.close()
  if (times.length < 200) throw new Error(`only ${times.length} keys drew a frame; the last one:\n${frame}`)
  return {
    keys: { value: p95(times), from: `${times.length} keys, Esc aside, median ${shown(median(times))} ms` },
    idle: { value: Math.max(...idle), from: `${idle.length} keys, 200 ms each` },
  }
}
