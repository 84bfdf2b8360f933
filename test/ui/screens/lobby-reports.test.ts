import { expect, test } from 'vitest'
import { everyScreen, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()

test.each([
  [40, 16],
  [80, 24],
])('the reports of past exams stand with their date and score, at %i by %i', (columns, rows) => {
  const { report } = everyScreen(bank, { columns, rows })
  const lobby = play(report, 'esc e')
  expect(lobby.at).toBe('lobby')
  expect(lobby.screen).toMatch(/, Mon 23 Nov {3}\d of 3 right/)
})
