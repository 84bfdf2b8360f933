import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { command, freshHome, root } from '../helpers/binary.ts'

const shown = commands.filter(row => !row.hidden)

test('--version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(command(['--version'], { home: freshHome() })).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test.each(['--help', '-h', 'help'])('%s lists every command', word => {
  const { code, out, err } = command([word], { home: freshHome() })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const row of shown) expect(out).toMatch(new RegExp(`^ {2}${row.word}( |$)`, 'm'))
  expect(out).not.toMatch(/^ {2}home/m)
})

test.each(shown.map(row => [row.word, row] as const))('%s --help has its flags and an example', (word, row) => {
  const { code, out, err } = command([word, '--help'], { home: freshHome() })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const [form] of row.flags ?? []) expect(out).toContain(`  ${form} `)
  expect(out).toContain(`Example:\n  ${row.example}\n`)
  expect(row.example.startsWith('lambda-study')).toBe(true)
  expect(command(['help', word], { home: freshHome() }).out).toBe(out)
})

test.each(
  shown
    .map(row =>
      row.example
        .replace(/ (&&|>) .*/, '')
        .split(' ')
        .slice(1),
    )
    .filter(
      ([word = '']) => !['today', 'quiz', 'exam', 'due', 'check', 'decks', 'new', 'reset', 'undo'].includes(word),
    ),
)('the example works: lambda-study %s %s %s %s', (...args) => {
  expect(command(args.filter(Boolean), { home: freshHome() })).toMatchObject({ code: 0, err: '' })
})

test.each([
  [['serch', 'x'], "unknown command 'serch'\n(Did you mean search?)"],
  [['statuss'], "unknown command 'statuss'\n(Did you mean status?)"],
  [['bogus'], "unknown command 'bogus'\n"],
  [['status', '--jsn'], "unknown option '--jsn'\n(Did you mean --json?)"],
  [['status', 'extra'], "too many arguments for 'status'."],
  [['today', '--minutes'], "option '--minutes <n>' argument missing"],
  [['today', '--minutes', '0', '--plain'], '--minutes takes a whole number from 1 to 240, not "0".'],
  [['today', '--topic', 'limts', '--plain'], 'There is no topic "limts".\n  did you mean limits?'],
  [['quiz', 'limts', '--plain'], 'There is no topic or note "limts".\n  did you mean limits?'],
  [['quiz', '--kind', 'clozed', '--plain'], 'There is no kind "clozed".'],
  [['quiz', '--questions', '501', '--plain'], '--questions takes a whole number from 1 to 500, not "501".'],
  [['notes', 'limts'], 'There is no topic "limts".\n  did you mean limits?'],
])('%j is wrong usage, and near words are named', (args, says) => {
  const { code, out, err } = command(args, { home: freshHome() })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`lambda-study: ${says}`)
})
