import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import {
  binary,
  command,
  environment,
  freshHome,
  logged,
  nextMorning,
  open,
  study,
  tinyHome,
} from '../helpers/binary.ts'
import type { Running } from '../helpers/terminal.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/

/** Types a line, and waits for what it brings. */
async function enter(person: Running, line: string, sees: RegExp | string) {
  person.write(`${line}\r`)
  await person.waitFor(sees)
}
const onTop = (person: Running, option: string): string =>
  new RegExp(`^ +([a-d]) +${option}`, 'm').exec(person.screen())?.[1] ?? ''

describe('in a terminal, line by line', () => {
  test.each([
    ['TERM=dumb', [], { TERM: 'dumb' }],
    ['--plain', ['--plain'], {}],
    ['ACCESSIBLE=1', [], { ACCESSIBLE: '1' }],
    ['INK_SCREEN_READER=true', [], { INK_SCREEN_READER: 'true' }],
  ] as const)('%s: whole questions, and not one control character', async (_, args, env) => {
    const home = tinyHome()
    const person = study(['quiz', 'tiny:sky', 'tiny:numbers/three', ...args], { home, env, columns: 200, rows: 60 })
    for (let question = 1; question <= 2; question++) {
      await person.waitFor(new RegExp(`${question} of 2[\\s\\S]*\\]$`))
      if (/is ____\./.test(person.screen().split(`${question} of 2`).at(-1) ?? ''))
        await enter(person, 'three', /(✓|\+) Right\n\n.*is three\.[\s\S]*enter next.*\]$/)
      else {
        await enter(person, '2', /think so\n[\s\S]*The fire on the hill[\s\S]*choose.*\]$/)
        await enter(person, 'z', 'Not a key here.')
        await enter(person, onTop(person, 'The lamp'), /(✗|x) Wrong\n[\s\S]*The idea[\s\S]*enter next.*\]$/)
      }
      if (question === 1) await enter(person, '', '2 of 2')
    }
    await enter(person, '', 'Quiz done')
    person.press('ctrl+d')
    expect(await person.exited).toMatchObject({ exitCode: 0 })
    expect(person.raw).toContain('2 answers, 1 right. All of it is saved.')
    expect(person.raw).not.toMatch(controls)
    expect(logged(home).events).toHaveLength(2)
  })

  test.each([
    ['ACCESSIBLE=0', { ACCESSIBLE: '0' }],
    ['ACCESSIBLE=false', { ACCESSIBLE: 'false' }],
    ['ACCESSIBLE=', { ACCESSIBLE: '' }],
  ])('%s asks for nothing', async (_, env) => {
    const person = study([], { home: freshHome(), env })
    await person.waitFor('not met yet')
    expect(person.modes.alternate).toBe(true)
  })

  test('a dumb terminal gets ASCII alone', async () => {
    const person = study(['quiz', 'tiny:sky'], { home: tinyHome(), env: { TERM: 'dumb' }, columns: 200, rows: 60 })
    await enter(person, '1', 'choose')
    await enter(person, onTop(person, 'The lamp'), /x Wrong, and you were sure[\s\S]*enter next.*\]$/)
    await enter(person, '', 'Quiz done')
    person.press('ctrl+d')
    await person.exited
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with control characters
    expect(person.raw).toMatch(/^[\x00-\x7f]*$/)
  })

  test('the end of input in the middle of a question ends quietly and keeps the answers', async () => {
    const home = tinyHome()
    const person = study(['quiz', 'tiny:numbers', '--plain'], { home, columns: 200, rows: 60 })
    await person.waitFor(/1 of 7[\s\S]*\]$/)
    await enter(person, 'eleven', /Wrong[\s\S]*enter next.*\]$/)
    await enter(person, '', /2 of 7[\s\S]*\]$/)
    person.press('ctrl+d')
    expect(await person.exited).toMatchObject({ exitCode: 0 })
    expect(logged(home).events).toMatchObject([{ type: 'review', verdict: 'wrong' }])
    expect(command(['due'], { home, now: nextMorning }).out).toBe('1\n')
  })

  test('an order and groups are typed in one line, or one by one', async () => {
    const home = tinyHome()
    const person = study(['quiz', 'tiny:things', '--plain'], { home, columns: 200, rows: 60 })
    for (let question = 1; question <= 2; question++) {
      await person.waitFor(new RegExp(`${question} of 2[\\s\\S]*\\]$`))
      const asked = person.screen().split(`${question} of 2`).at(-1) ?? ''
      if (asked.includes('Bring the morning')) {
        expect(asked).toContain('[a b c comes next;')
        const letters = ['wake', 'wash', 'leave'].map(
          step => new RegExp(`_ +([a-c]) +They ${step}`).exec(asked)?.[1] ?? '',
        )
        await enter(person, letters.join(' '), /1 +[a-c] +They wake[\s\S]*enter answer.*\]$/)
      } else {
        expect(asked).toContain('[1 2 put into this group;')
        const groups = /1 +Fruit/.test(asked) ? ['1', '2'] : ['2', '1']
        const things = [...asked.matchAll(/_ +An? (apple|pear|oak|elm)/g)].map(([, thing]) => `${thing}`)
        const digits = things.map(thing => groups[/apple|pear/.test(thing) ? 0 : 1])
        await enter(person, digits[0] ?? '', /put into this group[\s\S]*put into this group.*\]$/)
        await enter(person, digits.slice(1).join(''), /enter answer.*\]$/)
      }
      await enter(person, '', /✓ Right[\s\S]*enter next.*\]$/)
      await enter(person, '', question === 1 ? '2 of 2' : 'Quiz done')
    }
    expect(logged(home).events).toMatchObject([{ verdict: 'right' }, { verdict: 'right' }])
  })

  test('the first run, search, a page and undo', async () => {
    const home = freshHome(null)
    const person = study(['--plain'], { home, columns: 200, rows: 60 })
    await person.waitFor(/1 of 3[\s\S]*\]$/)
    await enter(person, '', /2 of 3[\s\S]*\]$/)
    await enter(person, '5 weeks', /3 of 3[\s\S]*\]$/)
    await enter(person, '', /1 of \d\d[\s\S]*\]$/)
    person.press('ctrl+d')
    await person.exited

    const reader = study(['--plain'], { home: tinyHome(), columns: 200, rows: 60 })
    await reader.waitFor(/not met yet[\s\S]*\]$/)
    await enter(reader, '/', /Type a word of the notes[\s\S]*\]$/)
    await enter(reader, 'moon', /2 hits[\s\S]*A walker[\s\S]*\]$/)
    await enter(reader, '', /The sky · 1 of 1[\s\S]*\]$/)
    await enter(reader, 'tab', /1 of 1[\s\S]*Answer in your head[\s\S]*\]$/)
    await enter(reader, '3', /no idea[\s\S]*choose.*\]$/)
    await enter(reader, onTop(reader, 'The lamp'), /✗ Wrong\n[\s\S]*\]$/)
    await enter(reader, 'u', /Taken back\.[\s\S]*\]$/)
    await enter(reader, '3', /no idea[\s\S]*choose.*\]$/)
    await enter(reader, 'esc', /Paused\. Every answer so far is saved\.[\s\S]*\]$/)
    await enter(reader, ':', /Find any action[\s\S]*enter do the first one.*\]$/)
    await enter(reader, 'notes', /1 action\n[\s\S]*▸ notes[\s\S]*\]$/)
    await enter(reader, '', /Notes[\s\S]*\[enter read;.*\]$/)
    await enter(reader, '', /What Lambda is.* 1 of \d[\s\S]*\[right next page; left page before.*\]$/)
    await enter(reader, 'right', /What Lambda is.* 2 of \d[\s\S]*\]$/)
    reader.write('q\r')
    expect(await reader.exited).toMatchObject({ exitCode: 0 })
    expect(reader.raw).not.toMatch(controls)
  })
})

describe('without a terminal', () => {
  test('lines are read from a pipe', () => {
    const home = tinyHome()
    const ran = command(['quiz', 'tiny:numbers/three', '--plain'], { home, input: 'three\n\n' })
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toMatch(/1 of 1[\s\S]*✓ Right[\s\S]*1 of 1 right[\s\S]*1 answer, 1 right/)
    expect(ran.out).not.toMatch(controls)
    expect(logged(home).events).toMatchObject([{ verdict: 'right' }])
  })

  test.each([['today'], ['quiz'], ['search']])('%s says what to run instead', word => {
    const { code, out, err } = command([word], { home: freshHome() })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^lambda-study: .*\n {2}lambda-study .*\n$/)
  })

  test.each([
    [[], /^Today +\d+ due/],
    [['home'], /^Today +\d+ due/],
    [['status'], /^Today +\d+ due/],
    [['notes'], /^basics +/],
    [['notes', 'limits'], /^Runtime and limits\n/],
    [['search', 'timeout'], /^lambda:/],
    [['decks'], /^lambda {2}AWS Lambda/],
    [['config'], /^exam +none/],
    [['where'], /^config +\//],
    [['export', 'json'], /^\{\n {2}"version": 1/],
    [['export', 'reviews'], /^$/],
    [['--help'], /^Usage: lambda-study/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j works, without colour', (args, begins) => {
    const { code, out, err } = command(args, { home: freshHome() })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(begins)
    expect(out).not.toMatch(controls)
  })

  test.each([
    ['today </dev/null', 'This needs a terminal.', 2],
    ['quiz | cat', 'This needs a terminal.', 2],
    ['| cat', /^Today +\d+ due/, 0],
    ['notes | cat', /^basics +/, 0],
    ['search </dev/null', 'Search for what?', 2],
  ] as const)('half a terminal is none: %s', async (rest, says, code) => {
    const script = `set -o pipefail; "${process.execPath}" "${binary}" ${rest}; echo "code $?"`
    const person = open('bash', ['-c', script], { home: freshHome() })
    await person.waitFor(/code \d$/)
    expect(person.screen()).toContain(`code ${code}`)
    expect(person.screen()).toMatch(says)
    expect(person.raw).not.toContain('\x1b[?1049h')
  })

  test.each([
    'search lambda --limit 1000',
    'search lambda --json --limit 1000',
    'notes limits',
    'export json',
    'status',
    'decks --json',
    '--help',
  ])('%s | head -1 ends quietly', args => {
    const script = `"${process.execPath}" "${binary}" ${args} | head -1; exit \${PIPESTATUS[0]}`
    const home = freshHome()
    const env = { ...process.env, ...environment({ home }) }
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: home, env, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.split('\n')).toHaveLength(2)
  })

  test.each([
    [['search', 'timeout'], { FORCE_COLOR: '1' }],
    [['search', 'timeout', '--color'], {}],
    [['--color', 'notes', 'limits'], { NO_COLOR: '1' }],
  ])('%j with %o is in colour, for less -R', (args, env) => {
    expect(command(args, { home: freshHome(), env }).out).toContain('\x1b[')
  })
})
