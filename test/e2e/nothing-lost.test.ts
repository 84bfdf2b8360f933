import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { command, drawn, freshHome, logged, play, pressed, study, tinyHome, wordOn } from '../helpers/binary.ts'
import { freshFolder } from '../helpers/folder.ts'
import type { Running } from '../helpers/terminal.ts'

const right = /✓ Right/
const device = 'testtest'
const logOf = (home: string) => join(home, 'reviews', `${device}.jsonl`)

/** Answers the number that is asked, and goes on to the next one. */
async function answer(person: Running) {
  const word = wordOn(person)
  await play(person, [word, new RegExp(`^ +${word} ?$`, 'm')], ['enter', right])
}

test('kill -9 right after feedback was seen loses nothing', async () => {
  const home = tinyHome()
  const person = study(['quiz', 'tiny:numbers'], { home })
  await drawn(person, 'is ____')
  for (const next of ['2 of 7', '3 of 7']) {
    await answer(person)
    await play(person, ['enter', next])
  }
  const word = wordOn(person)
  await play(person, [word, word])
  person.press('enter')
  await person.waitFor(right)
  process.kill(person.pid, 'SIGKILL')
  await person.exited
  expect(logged(home)).toMatchObject({ damaged: 0, events: [{}, {}, { verdict: 'right', answer: word }] })
  const status = JSON.parse(command(['status', '--json'], { home }).out)
  expect(status.ideas.met).toBe(3)
})

test('two at once keep all answers', async () => {
  const home = tinyHome({ device })
  const persons = [1, 2].map(() => study(['quiz', 'tiny:numbers'], { home }))
  for (const person of persons) await drawn(person, 'is ____')
  for (let question = 1; question <= 7; question++) {
    await Promise.all(persons.map(answer))
    const next = question < 7 ? `${question + 1} of 7` : 'Quiz done'
    await Promise.all(persons.map(person => play(person, ['enter', next])))
  }
  await Promise.all(persons.map(person => play(person, ['u', 'Taken back.'])))
  for (const person of persons) {
    person.press('ctrl+c')
    await person.exited
  }
  const { events, damaged } = logged(home)
  expect(damaged).toBe(0)
  expect(new Set(events.map(({ id }) => id)).size).toBe(16)
  const exported = command(['export', 'reviews'], { home }).out.trim().split('\n')
  const reviews = exported.map(line => JSON.parse(line) as { idea: string; undone: boolean })
  expect(reviews.filter(review => !review.undone)).toHaveLength(12)
  expect(reviews.filter(review => review.undone)).toHaveLength(2)
  const status = command(['status', '--json'], { home })
  expect(status.err).toBe('')
  expect(JSON.parse(status.out).ideas.met).toBeGreaterThanOrEqual(6)
})

describe('a full disk', () => {
  /** Three questions, the second of which does not fit on the disk until `free` was called. */
  async function studyOnFull(home: string, fill: () => void, free: () => void) {
    const person = study(['quiz', 'tiny:numbers', '--questions', '3'], { home })
    await drawn(person, 'is ____')
    fill()
    const word = wordOn(person)
    await play(
      person,
      [word, new RegExp(`^ +${word} ?$`, 'm')],
      ['enter', /Not saved, the same key tries again: (ENOSPC|the disk)/],
    )
    expect(person.screen()).toContain('1 of 3')
    expect(person.screen()).toMatch(new RegExp(`^ +${word} ?$`, 'm'))
    await pressed(person, 'enter')
    expect(person.screen()).toContain('Not saved')
    free()
    await play(person, ['enter', right], ['enter', '2 of 3'])
    await answer(person)
    await play(person, ['enter', '3 of 3'])
    person.press('ctrl+c')
    expect(await person.exited).toMatchObject({ exitCode: 0 })
    expect(person.raw).toContain('2 answers, 2 right. All of it is saved.')
    return word
  }

  test('a device that takes nothing', async () => {
    const home = tinyHome({ device })
    mkdirSync(join(home, 'reviews'))
    const fill = () => symlinkSync('/dev/full', logOf(home))
    const word = await studyOnFull(home, fill, () => rmSync(logOf(home)))
    expect(logged(home)).toMatchObject({ damaged: 0, events: [{ answer: word }, {}] })
  })

  /** A file system of two pages. Fails where none may be mounted: these tests need a Linux that allows it. */
  function smallDisk(folder: string): void {
    mkdirSync(folder)
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder]).status).toBe(0)
    onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  }

  test('a file system that is full', async () => {
    const home = tinyHome({ device })
    smallDisk(join(home, 'reviews'))
    const filler = join(home, 'reviews/filler')
    const fill = () => expect(() => writeFileSync(filler, Buffer.alloc(16_384))).toThrow('ENOSPC')
    const word = await studyOnFull(home, fill, () => rmSync(filler))
    expect(logged(home)).toMatchObject({ damaged: 0, events: [{ answer: word }, {}] })
  })

  test('a file system that takes a part of an answer', async () => {
    const home = tinyHome({ device })
    smallDisk(join(home, 'reviews'))
    const filler = join(home, 'reviews/filler')
    const fill = () => {
      // Empty lines are no events; all but 50 bytes of the log's page are taken.
      writeFileSync(logOf(home), '\n'.repeat(4096 - 50))
      expect(() => writeFileSync(filler, Buffer.alloc(16_384))).toThrow('ENOSPC')
    }
    const word = await studyOnFull(home, fill, () => rmSync(filler))
    const { events, damaged } = logged(home)
    expect(damaged).toBeGreaterThan(0)
    expect(events).toMatchObject([{ answer: word }, {}])
    const status = command(['status', '--json'], { home })
    expect(status.err).toMatch(/^1 damaged line of the review log passed over/)
    expect(JSON.parse(status.out).ideas.met).toBe(2)
  })
})

describe('a home that cannot be written', () => {
  test('below a plain file: says so, and what to do', () => {
    const home = join(freshFolder(), 'file', 'home')
    writeFileSync(join(home, '..'), '')
    for (const args of [[], ['status'], ['search', 'timeout'], ['config', 'set', 'minutes', '5'], ['undo']]) {
      const { code, err } = command(args, { home, cwd: '/' })
      expect(code).toBe(3)
      expect(err).toMatch(/^lambda-study: .*\n {2}.*LAMBDA_STUDY_HOME.*\n$/)
    }
  })

  /** Holds nothing but settings, which say that the first questions were answered or not. */
  function readOnly(settings: object): string {
    const home = join(freshFolder(), 'home')
    mkdirSync(home)
    const mounts = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', home]).status === 0
    if (mounts) onTestFinished(() => void spawnSync('umount', ['-l', home]))
    writeFileSync(join(home, 'config.json'), JSON.stringify(settings))
    // The permissions of a folder bind everybody but root, who may mount.
    if (mounts) expect(spawnSync('mount', ['-o', 'remount,ro', home]).status).toBe(0)
    else chmodSync(home, 0o555)
    return home
  }

  test('what only reads works, and what writes says so', () => {
    const home = readOnly({ exam: 'none' })
    expect(command(['status'], { home })).toMatchObject({ code: 0, err: '' })
    expect(command(['search', 'timeout'], { home })).toMatchObject({ code: 0, err: '' })
    expect(command(['due'], { home })).toMatchObject({ code: 1, out: '0\n', err: '' })
    const { code, err } = command(['config', 'set', 'minutes', '5'], { home })
    expect(code).toBe(3)
    expect(err).toMatch(/^lambda-study: The settings could not be written.*\n {2}.*LAMBDA_STUDY_HOME.*\n$/)
  })

  test('a session says so, and pretends nothing', async () => {
    const home = readOnly({ exam: 'none' })
    const person = study(['quiz', 'limits', '--kind', 'flashcard'], { home })
    await drawn(person, /turn the card[\s\S]*settings could not be written/)
    await play(person, ['enter', 'how it went'], ['3', /Not saved, the same key tries again: E(ROFS|ACCES|NOENT)/])
    person.press('q')
    expect(await person.exited).toMatchObject({ exitCode: 0 })
    expect(person.modes.alternate).toBe(false)
    expect(person.raw).not.toContain('All of it is saved')
    expect(person.history()).toContain('could not be written')
  })

  test('so does the first run', async () => {
    const person = study([], { home: readOnly({}) })
    await drawn(person, /1 of 3[\s\S]*could not be written/)
    await play(
      person,
      ['enter', '2 of 3'],
      ['enter', '3 of 3'],
      ['enter', /Not saved, the same key tries again: E(ROFS|ACCES)/],
    )
    person.press('ctrl+c')
    expect(await person.exited).toMatchObject({ exitCode: 0 })
  })
})

test('a torn log costs one line, and the next answer is whole', async () => {
  const home = tinyHome({ device })
  const first = study(['quiz', 'tiny:numbers', '--questions', '3'], { home })
  await drawn(first, 'is ____')
  await answer(first)
  await play(first, ['enter', '2 of 3'])
  await answer(first)
  first.press('q')
  await first.exited
  const torn = readFileSync(logOf(home), 'utf8').slice(0, -40)
  writeFileSync(logOf(home), torn)

  const second = study(['quiz', 'tiny:numbers', '--questions', '1'], { home })
  await drawn(second, /is ____[\s\S]*1 damaged line/)
  await answer(second)
  second.press('q')
  await second.exited
  expect(second.raw).toMatch(/1 damaged line of the review log passed over, first in .*:2\./)
  expect(readFileSync(logOf(home), 'utf8').startsWith(`${torn}\n`)).toBe(true)
  expect(logged(home)).toMatchObject({ damaged: 1, events: [{}, {}] })
  expect(JSON.parse(command(['status', '--json'], { home }).out).ideas.met).toBeGreaterThan(0)

  appendFileSync(logOf(home), 'no event\n\n{"v":9,"id":"x","at":1,"type":"song"}\n')
  expect(command(['status'], { home }).err).toMatch(/^3 damaged lines/)
})

test.each([
  ['cut off', '{"exam":"DV'],
  ['of garbage', '\u0000\u0001\u0002 garbage'],
  ['empty', ''],
])('a settings file that is %s is set aside', async (_, text) => {
  const home = tinyHome({ device })
  const before = study(['quiz', 'tiny:numbers', '--questions', '1'], { home })
  await drawn(before, 'is ____')
  await answer(before)
  before.press('q')
  await before.exited
  writeFileSync(join(home, 'config.json'), text)

  const person = study([], { home })
  await drawn(person, /1 of 3[\s\S]*settings file was not readable/)
  await play(person, ['enter', '2 of 3'], ['enter', '3 of 3'], ['enter', /1 of \d\d/])
  person.press('ctrl+c')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
  const [aside] = readdirSync(home).filter(name => /^config\.json\.corrupt-\d+$/.test(name))
  expect(readFileSync(join(home, aside ?? ''), 'utf8')).toBe(text)
  expect(JSON.parse(readFileSync(join(home, 'config.json'), 'utf8'))).toMatchObject({ exam: 'DVA' })
  expect(logged(home).events).toHaveLength(1)
})

test('settings of wrong values are passed over and named, one by one', () => {
  const home = freshHome({ exam: 'none', minutes: 'many', goal: 7, device: '../../evil', decks: 'no list', theme: [] })
  const { code, out, err } = command(['config'], { home })
  expect(code).toBe(0)
  expect(out).toContain('minutes      10')
  for (const key of ['minutes', 'goal', 'device', 'decks', 'theme']) expect(err).toContain(`The setting ${key} in`)
})
