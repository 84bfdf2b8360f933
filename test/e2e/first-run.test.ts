import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawn, freshHome, logged, play, study } from '../helpers/binary.ts'
import type { Running } from '../helpers/terminal.ts'

const settingsIn = (home: string) => JSON.parse(readFileSync(join(home, 'config.json'), 'utf8'))
const firstQuestion = /^ {1,2}1 of \d\d · \d+ min/

test.each([
  [40, 16],
  [80, 24],
  [200, 60],
])('three questions, each answered by Enter, then the first question, at %i by %i', async (columns, rows) => {
  const home = freshHome(null)
  /** From the first row to the last but one, with the footer at its end, in a measure that can be read. */
  const fits = (running: Running) => {
    const lines = running.screen().split('\n')
    expect(lines).toHaveLength(rows - 1)
    expect(lines.at(-1)).toMatch(/(\?|f1)( keys)?$/)
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(Math.min(80, columns))
  }
  const person = study([], { home, columns, rows })
  await drawn(person, '1 of 3')
  fits(person)
  await play(person, ['enter', '2 of 3'])
  expect(person.screen()).toContain('in three weeks, Mon 14 Dec')
  await play(person, ['enter', '3 of 3'])
  expect(person.screen()).toContain('10 minutes')
  await play(person, ['enter', firstQuestion])
  fits(person)
  expect(settingsIn(home)).toMatchObject({ exam: 'DVA', examDate: '2026-12-14', minutes: 10 })
  person.press('ctrl+c')
  expect(await person.exited).toMatchObject({ exitCode: 0 })

  const again = study([], { home, columns, rows })
  await drawn(again, /Today +\d+ minutes/)
  expect(again.screen()).toMatch(/DVA-C02.* 21 days?$/m)
  fits(again)
})

test('what is typed is read back before it counts', async () => {
  const home = freshHome(null)
  const person = study([], { home })
  await person.waitFor('1 of 3')
  await play(
    person,
    ['down', /▸ 2/],
    ['enter', '2 of 3'],
    ['friday', 'Fri 27 Nov, 4 days'],
    ['ctrl+u', 'in three weeks'],
    ['5 weeks', 'Mon 28 Dec, 35 days'],
    ['ctrl+u', 'in three weeks'],
    ['31 Feb', 'no date'],
    ['enter', 'That is no date'],
    ['ctrl+u', 'in three weeks'],
    ['2026-01-15', 'is past'],
    ['ctrl+u', 'in three weeks'],
    ['2027-01-15', 'Fri 15 Jan 2027, 53 days'],
    ['enter', '3 of 3'],
    ['0', 'a whole number from 1 to 240'],
    ['backspace', '10 minutes'],
    ['25', '25 minutes'],
    ['esc', '2 of 3'],
    ['enter', '3 of 3'],
    ['25', '25 minutes'],
    ['enter', firstQuestion],
  )
  expect(settingsIn(home)).toMatchObject({ exam: 'SAA', examDate: '2027-01-15', minutes: 25 })
})

test('neither exam nor date are needed', async () => {
  const home = freshHome(null)
  const person = study(['today'], { home })
  await person.waitFor('1 of 3')
  await play(person, ['1', '2 of 3'], ['tab', '3 of 3'], ['esc', '2 of 3'], ['esc', '1 of 3'])
  await play(person, ['4', '3 of 3'], ['enter', firstQuestion])
  expect(settingsIn(home)).toMatchObject({ exam: 'none' })
  expect(settingsIn(home)).not.toHaveProperty('examDate')
})

test('who leaves in the middle is asked again', async () => {
  const home = freshHome(null)
  const person = study([], { home })
  await person.waitFor('1 of 3')
  await play(person, ['enter', '2 of 3'])
  person.press('ctrl+c')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
  expect(logged(home).events).toEqual([])
  const again = study([], { home })
  await again.waitFor('1 of 3')
})
