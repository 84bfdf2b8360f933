import { expect, test } from 'vitest'
import { allKeysOn } from '../../../src/ui/keys.ts'
import type { At } from '../../../src/ui/model.ts'
import { everyScreen, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const screens = Object.entries(everyScreen(bank, { rows: 60 })).filter(([at]) => at !== 'help') as [
  At,
  ReturnType<typeof firstModel>,
][]
const typing: readonly At[] = ['date', 'minutes', 'type', 'search', 'palette']

test.each(screens)('on %s it lists every key of that screen', (at, model) => {
  const help = play(model, 'f1')
  expect(help.at).toBe('help')
  expect(help.words).toContain('Keys of this screen')
  for (const { says } of allKeysOn(at)) expect(help.words).toContain(says)
})

test.each(screens)('on %s it goes back to the screen as it was', (at, model) => {
  const before = play(model, '')
  for (const key of ['esc', '?', 'f1', 'enter', 'space', 'q'])
    expect(play(model, `f1 ${key}`).screen).toBe(before.screen)
  expect(play(model, 'f1 esc').at).toBe(at)
})

test.each(screens)('on %s ? asks for it, unless letters are text there', (at, model) => {
  expect(play(model, '?').at).toBe(typing.includes(at) ? at : 'help')
})

test('it is scrolled where it does not fit', () => {
  const help = play(firstModel(bank, { columns: 40, rows: 16 }), '?')
  expect(help.footer).toContain('↓ more')
  const end = help.press('pagedown pagedown')
  expect(end.footer).not.toContain('more')
  expect(end.words).toContain('lambda-study --help lists the commands.')
  expect(end.press('pageup pageup').screen).toBe(help.screen)
})

test('what it lists is in groups: what is done here, getting around, what works everywhere', () => {
  for (const columns of [40, 80]) {
    const page = play(everyScreen(bank, { columns, rows: 40 }).page, '?')
    expect(page.words).toMatch(/Here .*suspend this idea.* Moving .*next page.* Everywhere .*quit/)
    const commit = play(everyScreen(bank, { columns, rows: 40 }).commit, '?')
    expect(commit.words).toContain('1 2 3 open the options: sure, think so, no idea')
  }
})

test('Ctrl-C leaves from it', () => {
  expect(play(firstModel(bank), '? ctrl+c').left).toBe(true)
})
