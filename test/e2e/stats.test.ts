import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileDeck } from '../../src/store/deck.ts'
import { dayOfDate } from '../../src/study/date.ts'
import { command, drawn, freshHome, play, root, study } from '../helpers/binary.ts'
import { figuresByHand } from '../helpers/by-hand.ts'
import { yearOf } from '../helpers/year.ts'

const { deck } = await compileDeck(join(root, 'content/lambda'))
if (!deck) throw new Error('the built-in deck is none')
const cards = deck.topics.flatMap(topic => topic.cards)
const now = '2026-11-30T09:00:00Z'
const today = dayOfDate('2026-11-30') ?? 0

/** The home of someone who studied for a year on three devices. */
function aYear(seed: number, end = today) {
  const home = freshHome({ exam: 'DVA', examDate: '2026-12-14' })
  const logs = yearOf(cards, { count: 5000, day: end, seed })
  mkdirSync(join(home, 'reviews'))
  for (const [device, text] of logs) writeFileSync(join(home, 'reviews', `${device}.jsonl`), text)
  return { home, logs: [...logs.values()] }
}

test.each([
  ['up to yesterday', 11, today],
  ['up to today', 14, today + 1],
  ['with three weeks of rest', 15, today - 20],
])('every figure of a year on three devices, %s, is what its lines come to by hand', (_, seed, end) => {
  const { home, logs } = aYear(seed, end)
  const { code, out, err } = command(['stats', '--json'], { home, now })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const { leeches, ...said } = JSON.parse(out)
  const { leeches: named, ...wanted } = figuresByHand(deck, logs, 'DVA', today)
  expect(said).toMatchObject(wanted)
  expect(leeches.toSorted()).toEqual([...(named as string[])].sort())
  expect(Object.keys(said)).toEqual([
    ...['version', 'now', 'studyDay', 'exam', 'ideas', 'goal', 'recall', 'calibration', 'scenarios', 'retention'],
    ...['topics', 'kinds', 'calendar', 'streak', 'due', 'mostMissed', 'slowest'],
  ])
  expect(said).toMatchObject({
    version: 1,
    studyDay: '2026-11-30',
    exam: { id: 'DVA', date: '2026-12-14' },
    goal: 0.9,
    kinds: { length: 8 },
    mostMissed: { length: 10 },
    slowest: { length: 10 },
  })
  // Nothing of it is trivial.
  expect(leeches.length).toBeGreaterThan(0)
  expect(said.ideas.held).toBeGreaterThan(0)
  expect(said.ideas.sureButWrong).toBeGreaterThan(0)
  expect(said.scenarios.firstSight.answers).toBeGreaterThan(50)
})

test('every field is in docs/stats.md, and every field there is in the document', () => {
  const { home } = aYear(11)
  const text = readFileSync(join(root, 'docs/stats.md'), 'utf8')
  const named = [...text.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, fields = '']) => fields.match(/\w+/g) ?? [])
  expect(named).toEqual(Object.keys(JSON.parse(command(['stats', '--json'], { home, now }).out)))
})

test('a snapshot and what came since give the same figures', async () => {
  const { home } = aYear(13)
  const figures = () => ({ ...JSON.parse(command(['stats', '--json'], { home, now }).out), now: '' })
  const before = figures()
  const person = study([], { home, now })
  await drawn(person, 'Worth most now')
  person.press('q')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
  expect(figures()).toEqual(before)
})

describe('stats for people', () => {
  test('piped and with --plain it is text: figures, and no plot', () => {
    const { home } = aYear(11)
    const piped = command(['stats'], { home, now })
    const plain = command(['stats', '--plain'], { home, now })
    expect(piped).toMatchObject({ code: 0, err: '', out: plain.out })
    for (const words of ['Recall, if the exam were that day: ', 'By topic', 'By kind', 'Calendar', 'Due', 'Shaky '])
      expect(plain.out).toContain(words)
    expect(plain.out).not.toMatch(/[█▒░●┄]|undefined|NaN/)
    for (const row of plain.out.split('\n')) expect(row.length).toBeLessThanOrEqual(110)
  })

  test('without UTF-8 all of it is ASCII', () => {
    const { home } = aYear(11)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: anything but ASCII is what is looked for
    expect(command(['stats'], { home, now, env: { LANG: 'C' } }).out).not.toMatch(/[^\x00-\x7f]/)
  })

  test('a newcomer is told how to begin, and the document is whole', () => {
    const home = freshHome()
    expect(command(['stats'], { home }).out).toBe('Nothing answered yet: lambda-study today begins.\n')
    expect(JSON.parse(command(['stats', '--json'], { home }).out)).toMatchObject({
      exam: null,
      ideas: { held: 0, shaky: 0, sureButWrong: 0 },
      recall: [{ day: '2026-11-23', recall: 0 }],
      calibration: { sure: { answers: 0, right: 0 } },
      kinds: [],
      calendar: [],
      streak: 0,
      leeches: [],
      mostMissed: [],
      slowest: [],
    })
  })

  test('on a terminal it opens the screen, whose parts are a key away, and Esc leads home', async () => {
    const { home } = aYear(11)
    const person = study(['stats'], { home, now })
    await drawn(person, /● if the exam were that day[\s\S]*90 {2}┄+[\s\S]*Your "sure" is right/)
    await play(
      person,
      ['t', 'By topic'],
      ['y', 'By kind'],
      ['c', 'Calendar'],
      ['d', 'ideas met that come again'],
      ['i', 'Sure but wrong'],
      ['enter', /Recall \d+ in 100/],
      ['esc', 'Sure but wrong'],
    )
    person.press('esc')
    await drawn(person, 'ideas met that come again')
    await play(person, ['esc', '● if the exam were that day'], ['x', 'Saved as'], ['esc', 'Today'])
    person.press('q')
    expect(await person.exited).toMatchObject({ exitCode: 0 })
  })
})
