import { expect, test } from 'vitest'
import { command, drawn, logged, nextMorning, play, study, tinyHome } from '../helpers/binary.ts'

const asked = /1 of 1 · \d+ min/
const changes = (home: string) =>
  logged(home).events.flatMap(event => (event.type === 'review' || event.type === 'unknown' ? [] : [event.type]))

test.each([
  [40, 16],
  [80, 24],
  [200, 60],
])('from words to a card, its answer, and a quiz on it, at %i by %i', async (columns, rows) => {
  const home = tinyHome()
  const person = study(['search'], { home, columns, rows })
  await drawn(person, 'is:due')
  for (const letter of 'topic:tiny:numbers is:new kind:cloze 3') person.press(letter === ' ' ? 'space' : letter)
  await drawn(person, /▸ The English word for 3 is ____/)
  expect(person.screen()).toContain('1 hit')
  if (columns === 200) expect(person.screen()).toMatch(/This card: not asked yet/)
  await play(
    person,
    ['enter', 'one idea'],
    ['m', 'Flagged.'],
    ['u', 'Taken back.'],
    ['enter', /· cloze[\s\S]*is three/],
  )
  await play(person, ['tab', asked])
  for (const letter of 'three') person.press(letter)
  await drawn(person, 'three')
  await play(person, ['enter', /✓ Right/], ['enter', 'Quiz done'])
  person.press('q')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
  expect(logged(home).events).toMatchObject([
    { type: 'flag', on: true },
    { type: 'undo' },
    { type: 'review', idea: 'tiny:numbers/three', verdict: 'right', mode: 'quiz' },
  ])
})

test('from a page to the curve of what was answered, which starts keep; suspended, begun anew and taken back', async () => {
  const home = tinyHome()
  command(['quiz', 'tiny:numbers/one', '--plain'], { home, input: 'one\n\n' })
  const open = async () => {
    const person = study(['search'], { home, now: nextMorning, rows: 40 })
    await drawn(person, 'is:due')
    person.press(...'kind:note English 1')
    await drawn(person, /▸ The English word for 1 is one/)
    await play(person, ['enter', 'https://example.com/numbers/1'])
    return person
  }
  const person = await open()
  await play(person, ['v', /Recall if it is not asked[\s\S]*┄┄┄[\s\S]*due .*in \d/])
  expect(person.screen()).toMatch(/Mon 23 Nov +✓ right +Good +cloze/)
  await play(person, ['x', /suspended/], ['r', 'Not met yet'], ['u', /Recall \d+ in 100/])
  person.press('q')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
  expect(changes(home)).toEqual(['suspend', 'reset', 'undo'])

  const again = await open()
  await play(again, ['v', /not asked · suspended[\s\S]*✓ right/])
  again.press('q')
  expect(await again.exited).toMatchObject({ exitCode: 0 })
})

test('in line mode what was found is opened, told whole and read', () => {
  const home = tinyHome()
  const { out } = command(['search', '--plain'], { home, input: 'kind:cloze English 3\n\nm\n\n' })
  expect(out).toMatch(/Numbers · one idea · \d questions?[\s\S]*▸ The English word for 3 is ____/)
  expect(out).toMatch(/not asked yet · flagged[\s\S]*Not met yet/)
  expect(out).toMatch(/1 of \d · cloze · Numbers[\s\S]*The English word for 3 is three/)
})
