import { expect, test } from 'vitest'
import { command, freshHome, logged, nextMorning, tinyHome } from '../helpers/binary.ts'

test('takes back the last answer, then the one before, then nothing', () => {
  const home = tinyHome()
  command(['quiz', 'tiny:numbers/one', '--plain'], { home, input: 'one\n' })
  command(['quiz', 'tiny:numbers/two', '--plain'], { home, input: 'eleven\n', now: '2026-11-23T10:00:00Z' })
  const met = () => JSON.parse(command(['status', '--json'], { home }).out).ideas.met
  expect(met()).toBe(2)
  expect(command(['undo'], { home })).toMatchObject({ code: 0, out: expect.stringMatching(/^Taken back: .*for 2 is/) })
  expect(met()).toBe(1)
  expect(command(['undo'], { home, now: nextMorning }).out).toMatch(/^Taken back: .*for 1 is/)
  expect(met()).toBe(0)
  expect(command(['undo'], { home })).toMatchObject({ code: 1, out: expect.stringMatching(/no .*to take back/) })
  expect(logged(home).events.map(({ type }) => type)).toEqual(['review', 'review', 'undo', 'undo'])
})

test('there is nothing to take back at first', () => {
  expect(command(['undo'], { home: freshHome() })).toMatchObject({ code: 1, err: '' })
})

test('flag, suspend and reset are said, kept, and taken back', () => {
  const home = tinyHome()
  command(['quiz', 'tiny:numbers/one', '--plain'], { home, input: 'one\n' })
  const run = (...args: string[]) => command(args, { home })
  for (const [word, id, says] of [
    ['flag', 'tiny:numbers/one-gap', 'Flagged'],
    ['unflag', 'numbers/one-gap', 'no longer flagged'],
    ['suspend', 'numbers/two', 'not asked any more'],
    ['unsuspend', 'numbers/two', 'asked again'],
    ['reset', 'numbers/one', 'begins anew'],
  ] as const) {
    expect(run(word, id)).toMatchObject({ code: 0, out: expect.stringContaining(says), err: '' })
  }
  expect(run('quiz', 'flagged', '--plain').code).not.toBe(0)
  expect(run('flag', 'sky/lost').code).toBe(0)
  expect(run('quiz', 'flagged', '--plain').out).toContain('A walker is lost')
  expect(run('undo').code).toBe(0)
  expect(run('quiz', 'flagged', '--plain').code).not.toBe(0)
  expect(run('reset', 'numbers/two')).toMatchObject({ code: 1, err: expect.stringContaining('not met yet') })
  expect(run('flag', 'sky/lsot')).toMatchObject({ code: 2, err: expect.stringContaining('did you mean sky/lost?') })
})
