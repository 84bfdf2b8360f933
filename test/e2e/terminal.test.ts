import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  binary,
  drawn,
  freshHome,
  logged,
  open,
  play,
  pressed,
  root,
  study,
  tinyHome,
  wordOn,
} from '../helpers/binary.ts'
import type { Launch, Running } from '../helpers/terminal.ts'

const given = { alternate: false, cursorShown: true, bracketedPaste: false }
const taken = { alternate: true, cursorShown: false, bracketedPaste: true }
const command = `"${process.execPath}" "${binary}"`

/** Under a shell that prints a long history first, and then how the app ended and how it left the terminal. */
async function underShell(home: string, args = '', launch: Launch = {}) {
  const script = `seq -f 'line %g' 100; ${command} ${args}; echo "code $?"; stty -a`
  const person = open('sh', ['-c', script], { home, ...launch })
  await drawn(person, 'keys')
  expect(person.modes).toEqual(taken)
  return person
}

async function expectGivenBack(person: Running, code: number) {
  await person.waitFor(/code \d+[\s\S]*[^-]icanon[\s\S]*[^-]echo\b/)
  expect(person.screen()).toContain(`code ${code}`)
  expect(person.modes).toEqual(given)
  expect(person.history()).toMatch(/^line 1\nline 2\n[\s\S]*line 100\n/)
}

const pidOf = (person: Running): number => {
  const children = readFileSync(`/proc/${person.pid}/task/${person.pid}/children`, 'utf8').trim().split(' ')
  return Number(children.at(-1))
}

test('the first frame is drawn once, before Ink is there, and Ink draws the next', async () => {
  const person = study([], { home: freshHome() })
  await play(person, ['n', 'Notes'], ['esc', 'enter  start'], ['?', 'keys'])
  const begins = person.raw.indexOf('lambda-study')
  const firstKey = person.raw.indexOf('Notes')
  expect(person.raw.slice(begins, firstKey).split('enter  start')).toHaveLength(2)
  expect(
    person
      .screen()
      .split('\n')
      .filter(row => row.includes('lambda-study')).length,
  ).toBeLessThan(2)
})

describe('the window', () => {
  test('is redrawn whole at every size, and the scrollback stays', async () => {
    const home = tinyHome()
    const person = await underShell(home, 'quiz tiny:numbers/three')
    await play(person, ['thr', 'thr'])
    for (const [columns, rows] of [
      [40, 16],
      [200, 60],
      [60, 20],
      [120, 16],
      [80, 24],
    ] as const) {
      const from = person.raw.length
      person.resize(columns, rows)
      await drawn(person, () => person.raw.slice(from).includes('1 of 1'))
      const lines = person.screen().split('\n')
      expect(lines).toHaveLength(rows - 1)
      expect(lines[0]).toMatch(/^ {1,2}1 of 1/)
      expect(lines.at(-1)).toMatch(/f1( keys)?$/)
      expect(lines.filter(line => /^ +thr ?$/.test(line))).toHaveLength(1)
    }
    await play(person, ['ee', 'three'], ['enter', '✓ Right'])
    person.press('q')
    await expectGivenBack(person, 0)
    expect(person.raw).not.toContain('\x1b[2J')
    expect(logged(home).events).toMatchObject([{ type: 'review', verdict: 'right', answer: 'three' }])
  })

  test('too small says so, takes no answer, and comes back as it was', async () => {
    const home = tinyHome()
    const person = study(['quiz', 'tiny:numbers/three'], { home })
    await drawn(person, 'is ____')
    await play(person, ['thr', 'thr'])
    person.resize(30, 8)
    await drawn(person, /^Needs 40 by 16; here are 30 b/)
    person.press('x', 'enter')
    person.resize(39, 24)
    await drawn(person, 'here are 39 by 24')
    person.resize(80, 24)
    await drawn(person, 'is ____')
    expect(person.screen()).toMatch(/^ +thr ?$/m)
    expect(logged(home).events).toEqual([])
    person.resize(30, 8)
    await drawn(person, 'Needs 40 by 16')
    person.press('q')
    expect(await person.exited).toMatchObject({ exitCode: 0 })
  })
})

describe('the way out', () => {
  test('Ctrl-C in the middle of a session keeps what was answered', async () => {
    const home = tinyHome()
    const person = await underShell(home, 'quiz tiny:numbers/three tiny:numbers/two')
    await play(person, [wordOn(person), /___[\s\S]*(two|three)/], ['enter', '✓ Right'], ['enter', 'is ____'])
    await play(person, ['half', 'half'])
    person.press('ctrl+c')
    await expectGivenBack(person, 0)
    expect(person.screen()).toContain('1 answer, 1 right. All of it is saved.')
    expect(logged(home).events).toHaveLength(1)
  })

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('%s gives the terminal back and keeps what was answered', async (signal, code) => {
    const home = tinyHome()
    const person = await underShell(home, 'quiz tiny:numbers/three')
    await play(person, ['three', 'three'], ['enter', '✓ Right'])
    process.kill(pidOf(person), signal)
    await expectGivenBack(person, code)
    expect(logged(home).events).toHaveLength(1)
  })

  test.each([
    ['alone', command, {}],
    ['through npx in the checkout', 'npx lambda-study', { cwd: root }],
  ])('Ctrl-Z gives the prompt back and fg goes on: %s', { timeout: 90_000 }, async (_, typed, launch) => {
    const home = tinyHome()
    const env = { PS1: 'ready> ', HISTFILE: undefined, npm_config_update_notifier: 'false' }
    const shell = open('bash', ['--norc', '--noprofile', '-i'], { home, env, ...launch })
    await shell.waitFor('ready>')
    shell.write(`${typed} quiz tiny:numbers/three\r`)
    await shell.waitFor(() => shell.modes.alternate && /is ____[\s\S]*f1 keys$/.test(shell.screen()), 30_000)
    shell.press('thr')
    await drawn(shell, /^ +thr ?$/m)
    shell.press('ctrl+z')
    await shell.waitFor(/Stopped[\s\S]*ready>$/)
    expect(shell.modes).toMatchObject({ alternate: false, cursorShown: true })
    shell.write('stty -a\r')
    await shell.waitFor(/[^-]icanon[\s\S]*[^-]echo\b[\s\S]*ready>$/)
    shell.write('fg\r')
    await shell.waitFor(() => shell.modes.alternate && /is ____[\s\S]*^ +thr ?$[\s\S]*f1 keys$/m.test(shell.screen()))
    await play(shell, ['ee', /^ +three ?$/m], ['enter', '✓ Right'])
    expect(shell.modes).toEqual(taken)
    shell.press('q')
    await shell.waitFor(/All of it is saved\.\nready>$/)
    shell.write('echo "code $?"\r')
    await shell.waitFor('code 0')
  })
})

describe('the environment', () => {
  test.each([{ CI: '1' }, { CI: '' }, { CI: 'true', CONTINUOUS_INTEGRATION: '1' }, { DEV: 'true' }])(
    '%o changes nothing',
    async env => {
      const person = study([], { home: freshHome(), env })
      await drawn(person, 'not met yet')
      await play(person, ['?', 'Keys of this screen'], ['esc', 'not met yet'])
      person.press('q')
      expect(await person.exited).toMatchObject({ exitCode: 0 })
    },
  )

  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  const colours = /\x1b\[(?:\d+[;:])*(?:[34][0-9]|9[0-7]|10[0-7])(?:[;:]\d+)*m/
  async function wrongAnswer(args: readonly string[], env: Launch['env'] = {}) {
    const person = study(['quiz', 'tiny:numbers/three', ...args], { home: tinyHome(), env })
    await drawn(person, 'is ____')
    await play(person, ['no', /^ +no ?$/m], ['enter', '✗ Wrong'])
    return person.raw
  }

  test('colours by default', async () => {
    expect(await wrongAnswer([])).toMatch(colours)
  })
  test.each([
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['--no-color', ['--no-color'], {}],
    ['--no-color before FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '3' }],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }],
  ] as const)('no colour with %s, and the typed text still has its cursor', async (_, args, env) => {
    const raw = await wrongAnswer(args, env)
    expect(raw).not.toMatch(colours)
    expect(raw).toContain('\x1b[7m')
    expect(raw).toContain('\x1b[1m')
  })
  test.each([
    ['--color', ['--color'], { NO_COLOR: '1' }],
    ['an empty NO_COLOR', [], { NO_COLOR: '' }],
  ] as const)('colours with %s', async (_, args, env) => {
    expect(await wrongAnswer(args, env)).toMatch(colours)
  })
})

// Linux alone tells what a process has read.
test('nothing is written when a key changes nothing', async () => {
  const person = study([], { home: tinyHome() })
  await drawn(person, 'not met yet')
  await play(person, ['?', 'Keys of this screen'], ['esc', 'not met yet'])
  const before = person.raw.length
  await play(person, ['?', 'Keys of this screen'], ['esc', 'not met yet'])
  const there = person.raw.length - before
  const idle = person.raw.length
  for (const key of ['z', 'u', '1', 'pageup', 'up', 'f9', 'left', 'ctrl+x']) await pressed(person, key)
  await play(person, ['?', 'Keys of this screen'], ['esc', 'not met yet'])
  expect(person.raw.length - idle).toBe(there)
})
