import { expect, test } from 'vitest'
import { asking, firstModel, letterOf, lettersOf, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const one = play(asking(firstModel(bank), 'limits/long-video'), '1').model
const two = play(asking(firstModel(bank), 'invocation/polled'), '1').model
const optionsOf = (model: typeof one) => (model.screens[0].at === 'choose' ? model.screens[0].question.options : [])
const pickedIn = (model: typeof one) => (model.screens[0].at === 'choose' ? model.screens[0].picked : [])
/** Letters of the options that are picked. */
const lettersPicked = (model: typeof one) =>
  optionsOf(model)
    .map((option, i) => (pickedIn(model).includes(option.id) ? 'abcdef'[i] : ''))
    .join('')

test.each([
  ['c', 'c'],
  ['3', 'c'],
  ['c a', 'a'],
  ['down', 'a'],
  ['down down', 'b'],
  ['j j j k', 'b'],
  ['up', 'a'],
  ['down down down down down down', 'd'],
  ['c down', 'd'],
  ['space', 'a'],
  ['down down x', 'b'],
  ['e', ''],
  ['6', ''],
])('with one to choose, %s chooses %s', (presses, letters) => {
  expect(lettersPicked(play(one, presses).model)).toBe(letters)
})

test('the chosen row is marked', () => {
  const { screen } = play(one, 'c')
  expect(screen).toMatch(/^ {2}▸ c {2}/m)
  expect(screen.match(/▸/g)).toHaveLength(1)
  expect(play(one, '').screen).not.toContain('▸')
})

test('Enter records nothing before something is chosen: it is not offered, and says what is missing', () => {
  const { at, events, footer, words } = play(one, 'enter enter')
  expect({ at, events }).toEqual({ at: 'choose', events: [] })
  expect(words).toContain('Choose one first.')
  expect(play(two, 'enter').words).toContain('Choose 2 more.')
  expect(play(two, 'a enter').words).toContain('Choose 1 more.')
  expect(footer).not.toContain('enter')
  expect(play(one, 'b').footer).toMatch(/^a b c d choose {3}enter answer {3}/)
})

test('the answer is recorded by the ids of what was shown and picked', () => {
  const fargate = letterOf(one, 'Fargate')
  const { events } = play(one, `${fargate} enter`)
  expect(events).toMatchObject([
    {
      type: 'review',
      card: 'lambda:limits/long-video',
      idea: 'lambda:limits/max-timeout',
      kind: 'multiple-choice',
      answer: ['fargate'],
      hinge: 'long',
      verdict: 'right',
      rating: 3,
      mode: 'quiz',
    },
  ])
  expect(events[0]).toHaveProperty(
    'shown',
    optionsOf(one).map(option => option.id),
  )
})

test('with several to choose, boxes are ticked and unticked, and Enter waits for the last one', () => {
  const none = play(two, '')
  expect(none.words).toContain('Choose TWO')
  expect(none.screen.match(/\[ \]/g)).toHaveLength(5)
  const half = none.press('a enter')
  expect(half).toMatchObject({ at: 'choose', events: [] })
  expect(half.screen).toMatch(/▸ \[x\] a/)
  expect(half.footer).not.toContain('enter')
  expect(lettersPicked(half.press('a').model)).toBe('')
  const both = half.press('c')
  expect(lettersPicked(both.model)).toBe('ac')
  expect(both.footer).toContain('enter answer')
  expect(both.press('enter').at).toBe('feedback')
})

test('a third choice takes the place of the oldest', () => {
  expect(lettersPicked(play(two, 'a b c').model)).toBe('bc')
  expect(lettersPicked(play(two, 'c b a').model)).toBe('ab')
})

test('with several to choose, arrows move and space ticks', () => {
  expect(lettersPicked(play(two, 'down down').model)).toBe('')
  expect(lettersPicked(play(two, 'down space down x').model)).toBe('bc')
  expect(lettersPicked(play(two, 'down space up down space').model)).toBe('')
})

test('what was partly right is Again, as in the exam', () => {
  const { right, wrong } = lettersOf(two)
  expect(play(two, `${right.join(' ')} enter`).events).toMatchObject([{ verdict: 'right', rating: 3 }])
  expect(play(two, `${right[0]} ${wrong} enter`).events).toMatchObject([{ verdict: 'partly', rating: 1 }])
})

test('letters that no shown option has are not offered', () => {
  expect(play(one, '').footer).toContain('a b c d choose')
  expect(play(two, '').footer).toContain('a b c d e choose')
})

test('at 40 by 16 the story gives way to the options, and t brings it back', () => {
  const small = play(one, '40x16')
  expect(small.words).not.toContain('A media company')
  expect(small.words).toMatch(/left sure Which solution meets .* overhead\? a /)
  expect(small.footer).toContain('t story')
  const story = small.press('t')
  expect(story.words).toContain('A media company converts uploaded videos.')
  expect(story.press('t').words).not.toContain('A media company')
  expect(story.press('b').words).not.toContain('A media company')
})

test('at 40 by 16 the story is read to its end with the arrow, and the options come after it', () => {
  let story = play(one, '40x16 t')
  expect(story.footer).toContain('↓ more')
  for (let i = 0; i < 6; i++) story = story.press('down')
  expect(story.words).toMatch(/overhead\? a /)
  expect(lettersPicked(story.model)).toBe('')
})

test('at 40 by 16 what lies below is announced, and the chosen option is in view', () => {
  const small = play(one, '40x16')
  expect(small.footer).toContain('↓ more')
  for (const letter of ['a', 'b', 'c', 'd']) {
    const picked = small.press(letter)
    const option = optionsOf(picked.model)['abcd'.indexOf(letter)]
    expect(picked.words).toContain(`▸${letter} ${option?.text}`)
  }
  expect(small.press('d').footer).not.toContain('↓ more')
})

test('where everything fits there is no t, and no more', () => {
  const { footer, words } = play(one, 't')
  expect(footer).not.toMatch(/story|more/)
  expect(words).toContain('A media company')
})
