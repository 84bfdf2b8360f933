import { expect, test } from 'vitest'
import {
  command,
  drawn,
  freshHome,
  letterOf,
  logged,
  nextMorning,
  play,
  study,
  tinyHome,
  wordOn,
} from '../helpers/binary.ts'
import type { Running } from '../helpers/terminal.ts'

const reviewsIn = (home: string) => logged(home).events.filter(event => event.type === 'review')
const right = /✓ Right/
const wrong = /✗ Wrong/
const asked = /is ____|Answer in your head|1 sure|turn the card/
const done = 'Quiz done'

/** Types an answer to the number that is asked, and looks at the feedback. */
const typed = async (person: Running, word: string, sees: RegExp) => play(person, [word, word], ['enter', sees])
const otherLight = (person: Running) => (/lost by day/.test(person.screen()) ? 'The moon' : 'The sun')
const rightLight = (person: Running) => (/lost by day/.test(person.screen()) ? 'The sun' : 'The moon')

test.each([
  [40, 16],
  [80, 24],
  [200, 60],
])('right and wrong answers, commit first, a what-if and the summary, at %i by %i', async (columns, rows) => {
  const home = tinyHome()
  const person = study(['quiz', 'tiny:sky', 'tiny:numbers/two', 'tiny:numbers/three'], { home, columns, rows })
  for (let question = 1; question <= 3; question++) {
    await drawn(person, asked)
    expect(person.screen()).toContain(`${question} of 3`)
    if (/word for/.test(person.screen())) {
      // Nothing gives away what it is about.
      expect(person.screen()).not.toContain('Numbers')
      if (wordOn(person) === 'two') await typed(person, 'two', right)
      else await typed(person, 'eleven', wrong)
      expect(person.screen()).toContain('Numbers')
    } else {
      expect(person.screen()).not.toMatch(/The (sun|moon|lamp|fire)/)
      await play(person, ['1', /The sun[\s\S]*choose/])
      expect(person.screen()).toContain('The moon')
      await play(person, [letterOf(person, otherLight(person)), /▸ ?[a-d] .*The/])
      await play(person, ['enter', /✗ Wrong, and you were sure/])
      expect(person.screen()).toMatch(/✓ (right|yes)? *[a-d]/)
      await play(person, ['w', /What if[\s\S]*lost by/])
      await play(person, [letterOf(person, rightLight(person)), /▸ ?[a-d] .*The/], ['enter', /What if[\s\S]*✓ Right/])
    }
    await play(person, ['enter', question < 3 ? asked : done])
  }
  expect(person.screen()).toMatch(/1 of 3 right/)
  expect(person.screen()).toMatch(/To come back to\n.*✗/)
  expect(person.screen()).toContain('Tomorrow: 2 ideas due.')
  person.press('q')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
  expect(person.raw).toContain('Mon 23 Nov: 3 answers, 1 right. All of it is saved.')

  const reviews = reviewsIn(home)
  const verdicts = reviews.map(({ idea, verdict, mode, sure, rating }) => [idea, verdict, mode, sure, rating])
  expect(verdicts.sort()).toEqual([
    ['tiny:numbers/three', 'wrong', 'quiz', undefined, 1],
    ['tiny:numbers/two', 'right', 'quiz', undefined, 3],
    ['tiny:sky/light', 'right', 'whatif', undefined, expect.anything()],
    ['tiny:sky/light', 'wrong', 'quiz', 1, 1],
  ])
})

test('several to choose, and a right and sure answer is calm', async () => {
  const home = tinyHome()
  const person = study(['quiz', 'tiny:words/farewell'], { home })
  await drawn(person, 'Answer in your head')
  await play(person, ['1', 'Choose TWO'])
  const letters = ['Good night', 'Sleep well', 'Enjoy your lunch'].map(option => letterOf(person, option))
  const [night = '', sleep = '', lunch = ''] = letters
  await play(person, [night, /\[x\].*Good night/], [lunch, /\[x\].*lunch/], [lunch, /\[ \].*lunch/])
  await play(person, [sleep, /\[x\].*Sleep well/], ['enter', right])
  expect(person.screen()).not.toContain('The idea')
  await play(person, ['i', 'The idea'], ['o', 'Enjoy your lunch'], ['enter', done])
  expect(reviewsIn(home)).toMatchObject([{ verdict: 'right', sure: 1, rating: 3, answer: expect.any(Array) }])
})

test.each([
  [40, 16],
  [80, 24],
])('any action is found by its name and done, at %i by %i', async (columns, rows) => {
  const home = tinyHome()
  const person = study(['quiz', 'tiny:numbers/two'], { home, columns, rows })
  await drawn(person, asked)
  await play(person, ['eleven', 'eleven'], ['enter', wrong])
  await play(person, [':', 'Find any action'], ['u', /: u[\s\S]*▸ undo +u/], ['enter', 'Taken back.'])
  await play(person, ['two', 'two'], ['ctrl+p', 'Find any action'], ['notes', /▸ notes/])
  await play(person, ['enter', 'Esc goes back to the session.'], ['esc', /two[\s\S]*enter answer/], ['enter', right])
  await play(person, [':', 'Find any action'], ['qut', /▸ quit/])
  person.press('enter')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
  expect(reviewsIn(home).map(({ verdict }) => verdict)).toEqual(['wrong', 'right'])
})

test('undo on feedback, on the next question and after the last question', async () => {
  const home = tinyHome()
  const person = study(['quiz', 'tiny:words/greeting', 'tiny:sky'], { home })
  const answer = async (after: RegExp | string) => {
    await drawn(person, /turn the card|Answer in your head/)
    if (/turn the card/.test(person.screen())) return play(person, ['enter', 'Did you know it'], ['3', after])
    await play(person, ['2', /[a-d] *\S.*moon[\s\S]*choose/])
    await play(person, [letterOf(person, rightLight(person)), '▸'], ['enter', right], ['u', 'Taken back.'])
    await drawn(person, 'Answer in your head')
    await play(person, ['2', /[a-d] *\S.*moon[\s\S]*choose/])
    await play(person, [letterOf(person, rightLight(person)), '▸'], ['enter', right], ['enter', after])
  }
  await answer('2 of 2')
  await play(person, ['u', 'Taken back.'])
  expect(person.screen()).toContain('1 of 2')
  await answer('2 of 2')
  await answer(done)
  expect(person.screen()).toContain('2 of 2 right')
  await play(person, ['u', 'Taken back.'])
  expect(person.screen()).toContain('2 of 2')
  await answer(done)
  expect(person.screen()).toContain('2 of 2 right')

  const { events } = logged(home)
  const undone = new Set(events.flatMap(event => (event.type === 'undo' ? [event.of] : [])))
  const standing = reviewsIn(home).filter(({ id }) => !undone.has(id))
  expect(standing.map(({ idea }) => idea).sort()).toEqual(['tiny:sky/light', 'tiny:words/greeting'])
  expect(reviewsIn(home)).toHaveLength(standing.length + undone.size)
  expect(undone.size).toBeGreaterThanOrEqual(3)
})

test('quit and resume: nothing is asked twice, nothing is left out', async () => {
  const home = tinyHome()
  const words: string[] = []
  const start = async () => {
    const person = study(['today', '--topic', 'tiny:numbers'], { home })
    await drawn(person, asked)
    return person
  }
  const answer = async (person: Running) => {
    words.push(wordOn(person))
    await typed(person, wordOn(person), right)
  }
  const first = await start()
  expect(first.screen()).toContain('1 of 7')
  await answer(first)
  await play(first, ['enter', '2 of 7'])
  await answer(first)
  first.press('q')
  expect(await first.exited).toMatchObject({ exitCode: 0 })

  const second = await start()
  expect(second.screen()).toContain('1 of 5')
  await answer(second)
  await play(second, ['enter', '2 of 5'], ['esc', 'Paused. Every answer so far is saved.'])
  expect(second.screen()).toContain('go on')
  second.press('q')
  await second.exited

  const third = await start()
  for (let left = 4; left > 0; left--) {
    await answer(third)
    await play(third, ['enter', left > 1 ? asked : 'Done for now'])
  }
  expect(words.sort()).toEqual(['five', 'four', 'one', 'seven', 'six', 'three', 'two'])
  expect(reviewsIn(home)).toHaveLength(7)
})

test('a missed idea comes back after five others, and is due on the next day', async () => {
  const home = tinyHome()
  const person = study(['today', '--topic', 'tiny:numbers'], { home })
  const words: string[] = []
  await drawn(person, asked)
  while (!person.screen().includes('Done for now')) {
    const word = wordOn(person)
    words.push(word)
    if (words.length === 1) {
      await typed(person, 'eleven', /✗ Wrong[\s\S]*Again in 5 questions, and tomorrow\./)
    } else await typed(person, word, right)
    await play(person, ['enter', /word for \d is ____|Done for now/])
  }
  expect(words).toHaveLength(8)
  expect(words.indexOf(words[0] ?? '', 1)).toBe(6)
  expect(command(['due'], { home })).toMatchObject({ code: 1, out: '0\n' })

  expect(command(['due'], { home, now: nextMorning })).toMatchObject({ code: 0, out: '1\n' })
  const back = study(['today', '--topic', 'tiny:numbers'], { home, now: nextMorning })
  await drawn(back, asked)
  expect(wordOn(back)).toBe(words[0])
  await typed(back, words[0] ?? '', right)
  const atHome = study([], { home, now: nextMorning })
  await drawn(atHome, '2 days in a row')
})

test('from home to a word, its page and a quiz on it', async () => {
  const home = tinyHome()
  const person = study([], { home })
  await drawn(person, 'not met yet')
  await play(person, ['/', 'Type a word'], ['moon', /2 hits[\s\S]*moon/])
  await play(person, ['down', /▸ A walker/], ['up', /▸ By day/], ['enter', /The sky · 1 of 1/])
  expect(person.screen()).toMatch(/In depth[\s\S]*https:\/\/example\.com\/sky[\s\S]*Not met yet · 1 question/)
  await play(person, ['tab', 'Answer in your head'], ['esc', 'Paused'])
  await play(person, ['/', 'Type a word'], ['number', /hit/], ['tab', asked])
  await play(person, ['esc', 'Paused'], ['/', 'Type a word'], ['moom', /taken for|searched for/])
  person.press('ctrl+c')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
})

test('reads the notes as pages', async () => {
  const home = freshHome()
  const person = study(['notes'], { home })
  await drawn(person, '▸')
  await play(person, ['down', /\n.*\n {2}▸/], ['enter', /· 1 of \d+/], ['right', /· 2 of \d+/], ['left', /· 1 of/])
  expect(person.screen()).toContain('https://')
  await play(person, ['esc', '▸'], ['esc', 'not met yet'], ['n', '▸'], ['?', 'Keys of this screen'], ['esc', '▸'])
})
