import { expect, test } from 'vitest'
import { asking, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const asked = asking(firstModel(bank), 'limits/long-video')
const options = /invokes|Fargate|Auto Scaling/

test('a choice shows its story and its task, and hides its options', () => {
  const { at, words } = play(asked, '')
  expect(at).toBe('commit')
  expect(words).toContain('Each file takes about 40 minutes on one core.')
  expect(words).toContain('LEAST operational overhead?')
  expect(words).toContain('Answer in your head. Then open the options: 1 sure 2 think so 3 no idea')
  expect(words).not.toMatch(options)
})

test('nothing names the topic before the answer', () => {
  const { words } = play(asked, '')
  expect(words).not.toContain('Limits and quotas')
  expect(play(asked, '1').words).not.toContain('Limits and quotas')
})

test.each(['a', 'enter', 'space', '4', 'x', 'tab', 'down', 'k'])('%s does not open the options', key => {
  expect(play(asked, key).words).not.toMatch(options)
})

test.each([
  ['1', 'sure', 1],
  ['2', 'think so', 2],
  ['3', 'no idea', 3],
] as const)('%s opens them and says how sure the person is: %s', (key, says, sure) => {
  const open = play(asked, key)
  expect(open.at).toBe('choose')
  expect(open.words).toMatch(options)
  expect(open.screen.split('\n')[0]).toMatch(new RegExp(`^ {2}1 of 1 · 1 min left .* ${says}$`))
  expect(open.press('a enter').events).toMatchObject([{ type: 'review', sure }])
})

test('the time until the options were opened is recorded, within the time of the answer', () => {
  const { events } = play(asked, 'x x 2 a enter')
  expect(events).toMatchObject([{ opened: 3000, ms: 5000 }])
})

test('with commit off the options stand there at once, and nobody is asked how sure they are', () => {
  const off = asking(firstModel(bank, { settings: { commit: false } }), 'limits/long-video')
  const { at, words } = play(off, '')
  expect(at).toBe('choose')
  expect(words).toMatch(options)
  const { events } = play(off, 'a enter')
  expect(events).toHaveLength(1)
  expect(events[0]).not.toHaveProperty('sure')
  expect(events[0]).not.toHaveProperty('opened')
})

test('a session of today asks to commit as a quiz does; typed and recalled answers need it not', () => {
  expect(asking(firstModel(bank), 'limits/long-video', 'today').screens[0].at).toBe('commit')
  expect(asking(firstModel(bank), 'limits/longest-run').screens[0].at).toBe('type')
  expect(asking(firstModel(bank), 'limits/most-memory').screens[0].at).toBe('recall')
})

test('at 40 by 16 the keys are there, and what lies below is announced', () => {
  const small = play(asked, '40x16')
  expect(small.footer).toMatch(/^1 2 3 open the options {2}↓ more {2}\?/)
  expect(small.press('pagedown').words).toContain('1 sure 2 think so 3 no idea')
})

test('an exhibit stands between story and task', () => {
  const { words } = play(asking(firstModel(bank), 'pricing/region-story'), '')
  expect(words).toMatch(/Read the policy\. │ \{ │ "Effect": "Allow", .* │ \} What does it allow\?/)
})
