import { expect, test } from 'vitest'
import { asking, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const cloze = asking(firstModel(bank), 'limits/longest-run')
const figure = asking(firstModel(bank), 'limits/memory-figure')

test('the gap and what is wanted stand above the line', () => {
  const { words } = play(cloze, '')
  expect(words).toContain('One invocation runs for at most ____. What stands in the gap?')
  expect(words).not.toContain('fifteen')
  expect(play(asking(firstModel(bank), 'pricing/billing-step'), '').words).toContain('billed by the ____ (unit).')
})

test.each([
  ['"fifteen minutes"', '✓ Right'],
  ['"Fifteen  MINUTES."', '✓ Right'],
  ['"15 min"', '✓ Right'],
  ['paste:"fifteen minutes"', '✓ Right'],
  ['"fiften minutes"', '✓ Right It is spelt fifteen minutes.'],
  ['"5 minutes"', '✗ Wrong you 5 minutes'],
  ['"an hour"', '✗ Wrong you an hour'],
])('%s is %s', (typed, says) => {
  const { words, events } = play(cloze, `${typed} enter`)
  expect(words).toContain(says)
  expect(words).toContain('One invocation runs for at most fifteen minutes.')
  expect(events).toMatchObject([
    says.includes('Right') ? { verdict: 'right', rating: 3 } : { verdict: 'wrong', rating: 1 },
  ])
})

test('what was typed is recorded as it was typed', () => {
  expect(play(cloze, '" fiften Minutes" enter').events).toMatchObject([{ answer: 'fiften Minutes', kind: 'cloze' }])
})

test('an empty line is no answer', () => {
  for (const typed of ['enter', 'space space enter', 'a backspace enter']) {
    const { at, words, events } = play(cloze, typed)
    expect({ at, events }).toEqual({ at: 'type', events: [] })
    expect(words).toContain('Type the answer; tab shows it.')
  }
})

test('Tab shows the answer, and that counts as wrong', () => {
  const { words, events } = play(cloze, '"fif" tab')
  expect(words).toContain('✗ Shown')
  expect(words).not.toContain('you')
  expect(words).toContain('One invocation runs for at most fifteen minutes.')
  expect(events).toMatchObject([{ verdict: 'wrong', rating: 1, answer: '' }])
})

test('letters, digits and signs are text here, also those that are keys elsewhere', () => {
  const { screen, at } = play(cloze, '"q?u/m:15"')
  expect(at).toBe('type')
  expect(screen).toContain('q?u/m:15')
})

test('a paste is text and never a key press', () => {
  const { at, events, words } = play(cloze, 'paste:"one\ntwo\u001b[31m"')
  expect({ at, events }).toEqual({ at: 'type', events: [] })
  expect(words).toContain('one two')
})

test('the line is edited as lines are', () => {
  expect(play(cloze, '"abc" left left backspace "x" end "d"').screen).toContain('    xbcd')
  expect(play(cloze, '"one two" ctrl+w "x"').screen).toContain('    one x')
})

test('a long line stays in view at its cursor', () => {
  const long = play(cloze, `40x16 paste:"${'abcdefghi '.repeat(20)}end"`)
  expect(long.words).toContain('abcdefghi end')
  expect(long.press('home').screen).toContain('    abcdefghi abcdefghi')
})

test('when the question is higher than the screen, its beginning is shown first, and the line once something is typed', () => {
  const [screen] = cloze.screens
  if (screen.at !== 'type') throw new Error('no typed question')
  const prompt = `${'A story that goes on. '.repeat(30)}The end is ____.`
  const high = { ...cloze, screens: [{ ...screen, question: { ...screen.question, prompt } }] as const }
  const first = play(high, '40x16')
  expect(first.words).toMatch(/left DVA-C02 A story/)
  expect(first.footer).toContain('more')
  const typed = first.press('x')
  expect(typed.words).toMatch(/What stands in the gap\? x enter/)
})

test('a figure without its unit is asked for it, and nothing is recorded', () => {
  const asked = play(figure, '"10240" enter')
  expect(asked).toMatchObject({ at: 'type', events: [] })
  expect(asked.words).toContain('10,240 of what? Type the unit as well, like MB.')
  expect(asked.press('space "MB" enter').events).toMatchObject([{ verdict: 'right', answer: '10240 MB' }])
})

test('a figure in another unit is right, and how it was understood is said', () => {
  const { words } = play(figure, '"10 GB" enter')
  expect(words).toContain('✓ Right')
  expect(words).toContain('10 GB = 10,240 MB.')
})

test('Esc pauses, F1 helps, Ctrl-C leaves', () => {
  expect(play(cloze, '"abc" esc').at).toBe('home')
  expect(play(cloze, '"abc" f1').at).toBe('help')
  expect(play(cloze, '"abc" f1 esc').screen).toContain('    abc')
  expect(play(cloze, '"abc" ctrl+c').left).toBe(true)
})
