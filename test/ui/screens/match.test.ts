import { expect, test } from 'vitest'
import { answer, asking, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const asked = asking(firstModel(bank), 'invocation/who-calls')
const groupsIn = (model: typeof asked) => {
  const [screen] = model.screens
  return screen.at === 'match' ? screen.groups.map(group => (group === undefined ? '_' : group + 1)).join('') : ''
}

test('the groups stand with their digits, and every item waits for one', () => {
  const { words } = play(asked, '')
  expect(words).toContain('Put each service where it belongs. 1 polled by Lambda 2 calls Lambda')
  expect(words).toMatch(/▸ _ Amazon \w+ _ Amazon \w+ _ Amazon \w+/)
})

test.each([
  ['1', '1__'],
  ['1 2', '12_'],
  ['1 2 1', '121'],
  ['down 2', '_2_'],
  ['j j 1 2', '2_1'],
  ['1 1 1 up 2', '121'],
  ['3', '___'],
  ['9', '___'],
])('%s puts the items into the groups %s', (presses, groups) => {
  expect(groupsIn(play(asked, presses).model)).toBe(groups)
})

test('Enter waits until every item has its group', () => {
  const half = play(asked, '1 2 enter')
  expect(half).toMatchObject({ at: 'match', events: [] })
  expect(half.footer).not.toContain('enter')
  const whole = half.press('1')
  expect(whole.footer).toContain('enter answer')
  expect(whole.press('enter').at).toBe('feedback')
})

test('all in their place is right, a part of them partly', () => {
  expect(answer(play(asked, ''), 'right').events).toMatchObject([{ kind: 'matching', verdict: 'right' }])
  const partly = play(asked, '1 1 1 enter')
  expect(partly.events).toMatchObject([{ verdict: 'partly', rating: 1 }])
  expect(partly.words).toContain('2 of 3 in their place; the exam gives nothing for a part.')
})

test('u brings it back with nothing put anywhere', () => {
  const undone = answer(play(asked, ''), 'wrong').press('u')
  expect(undone.at).toBe('match')
  expect(groupsIn(undone.model)).toBe('___')
})
