import { expect, test } from 'vitest'
import { everyScreen, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const screens = Object.entries(everyScreen(bank))

test.each([
  ['39x16', 'Needs 40 by 16; here are 39 by 16.'],
  ['40x15', 'Needs 40 by 16; here are 40 by 15.'],
  ['200x5', 'Needs 40 by 16; here are 200 by 5.'],
])('at %s one row asks for more room', (size, says) => {
  expect(play(firstModel(bank), size).screen).toBe(says)
})

test.each([
  ['10x3', 'Needs 40 …'],
  ['1x1', '…'],
])('the row fits whatever the size is: %s', (size, says) => {
  expect(play(firstModel(bank), size).screen).toBe(says)
})

test('40 by 16 is enough', () => {
  expect(play(firstModel(bank), '40x16').words).toContain('enter start')
})

test.each(screens)('on %s no key but q, Ctrl-C and Ctrl-Z does anything: nothing unread is answered', (_, model) => {
  const small = play(model, '30x10')
  const pressed = small.press('enter 1 a b enter space tab esc u w r paste:"x" down ? f1 /')
  expect(pressed.events).toEqual([])
  expect(pressed.left).toBe(false)
  expect(pressed.model).toEqual(small.model)
  expect(small.press('q').left).toBe(true)
  expect(small.press('ctrl+c').left).toBe(true)
})

test.each(screens)('on %s, made larger again, everything is as it was', (_, model) => {
  const before = play(model, '')
  expect(before.press('30x10 80x24').screen).toBe(before.screen)
  expect(before.press('1x1 80x24').screen).toBe(before.screen)
  expect(before.press('20x30 40x16').screen).toBe(before.press('40x16').screen)
})
