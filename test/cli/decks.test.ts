import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, freshHome, logged, tiny } from '../helpers/binary.ts'
import { freshFolder } from '../helpers/folder.ts'

test('a new deck passes check, is added, asked, and removed again', () => {
  const home = freshHome()
  const cwd = freshFolder()
  const run = (...args: string[]) => command(args, { home, cwd })
  expect(run('new', 'deck', 'My Deck')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Wrote My Deck/deck.yaml and My Deck/first-topic.yaml.\n'),
    err: '',
  })
  expect(readdirSync(join(cwd, 'My Deck')).sort()).toEqual(['deck.yaml', 'first-topic.yaml'])
  expect(run('check', 'My Deck')).toEqual({ code: 0, out: '2 files, no problem.\n', err: '' })
  expect(run('decks', 'add', 'My Deck')).toEqual({
    code: 0,
    out: expect.stringMatching(/^Added my-deck \(my-deck\): 1 topic, \d cards\.\n$/),
    err: '',
  })
  expect(run('decks').out).toMatch(/^lambda {2}.*built in\nmy-deck {2}my-deck: 1 topic, \d cards\n {2}\/.*My Deck\n$/)
  expect(run('notes', 'my-deck:first-topic').out).toContain('delivers a message at least once')

  const quiz = command(['quiz', 'my-deck:first-topic', '--kind', 'cloze', '--plain'], {
    home,
    input: 'at least once\n',
  })
  expect(quiz.out).toContain('✓ Right')
  expect(run('decks', 'remove', 'my-deck')).toMatchObject({
    code: 0,
    out: 'Removed my-deck. Its files and your answers stay.\n',
  })
  expect(existsSync(join(cwd, 'My Deck', 'deck.yaml'))).toBe(true)
  expect(logged(home).events).toHaveLength(1)
  expect(run('status').code).toBe(0)
})

test('--json is one document of documented fields', () => {
  const home = freshHome({ exam: 'none', decks: [tiny, '/nowhere/at/all'] })
  const { code, out } = command(['decks', '--json'], { home })
  expect(code).toBe(0)
  const document = JSON.parse(out)
  expect(Object.keys(document)).toEqual(['version', 'decks'])
  expect(document.version).toBe(1)
  expect(document.decks).toEqual([
    { name: 'lambda', title: 'AWS Lambda', path: null, topics: expect.any(Number), cards: expect.any(Number) },
    { name: 'tiny', title: 'Tiny things', path: tiny, topics: 4, cards: 12 },
    { name: null, title: null, path: '/nowhere/at/all', topics: 0, cards: 0, fault: expect.any(String) },
  ])
})

test('a deck that is gone is left out and named, and can be taken off the list', () => {
  const home = freshHome({ exam: 'none', decks: ['/nowhere/at/all'] })
  for (const args of [['status'], ['search', 'timeout'], ['notes'], ['status', '--json']]) {
    const { code, err } = command(args, { home })
    expect(code).toBe(0)
    expect(err).toMatch(/^The deck \/nowhere\/at\/all is left out: There is no deck at/)
  }
  expect(command(['decks', 'remove', '/nowhere/at/all'], { home })).toMatchObject({ code: 0, err: '' })
  expect(command(['status'], { home }).err).toBe('')
})

test('a change to a deck is seen at once, and its copy may be thrown away', () => {
  const home = freshHome()
  const folder = join(freshFolder(), 'mine')
  command(['new', 'deck', folder], { home })
  command(['decks', 'add', folder], { home })
  const topic = join(folder, 'first-topic.yaml')
  writeFileSync(topic, readFileSync(topic, 'utf8').replace('My first topic', 'A second title'))
  expect(command(['notes'], { home }).out).toContain('A second title')
  rmSync(join(home, 'cache'), { recursive: true })
  expect(command(['notes'], { home }).out).toContain('A second title')
  writeFileSync(topic, 'topic: [')
  const { code, err } = command(['notes'], { home })
  expect(code).toBe(0)
  expect(err).toMatch(/^The deck .*mine has \d+ errors? and is left out: lambda-study check .*mine\n$/)
})

test.each([
  [['decks', 'add'], 2, 'Which deck?'],
  [['decks', 'add', 'missing'], 3, 'There is no deck at '],
  [['decks', 'add', tiny], 2, `${tiny} is one of your decks already.`],
  [['decks', 'remove'], 2, 'None of your decks is called "".'],
  [['decks', 'remove', 'tny'], 2, 'None of your decks is called "tny".\n  did you mean tiny?'],
  [['decks', 'remove', 'lambda'], 2, 'The built-in deck stays.'],
  [['decks', 'ad', 'x'], 2, 'decks does not know "ad".'],
  [['new', 'dekc', 'x'], 2, 'new does not know "dekc".'],
  [['new', 'deck'], 2, "missing required argument 'path'"],
])('%j: exit code %i', (args, code, says) => {
  const ran = command(args, { home: freshHome({ exam: 'none', decks: [tiny] }) })
  expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
  expect(ran.err).toContain(`lambda-study: ${says}`)
})

test('neither a second deck of a name nor a deck with errors is added, and no folder is written over', () => {
  const home = freshHome({ exam: 'none', decks: [tiny] })
  const folder = freshFolder()
  writeFileSync(join(folder, 'deck.yaml'), 'deck: tiny\ntitle: Another\n')
  writeFileSync(join(folder, 'one.yaml'), 'topic: one\ntitle: One\n')
  expect(command(['decks', 'add', folder], { home })).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is a deck called tiny already.'),
  })
  writeFileSync(join(folder, 'deck.yaml'), 'deck: lambda\ntitle: Another\n')
  expect(command(['decks', 'add', folder], { home }).err).toContain('There is a deck called lambda already.')
  writeFileSync(join(folder, 'deck.yaml'), 'deck: another\ntitle: Another\n')
  // Neither one that cannot be used at all, nor one that can be used in part.
  for (const topic of ['topic: one\n', 'topic: one\ntitle: "\\e[31mOne"\n']) {
    writeFileSync(join(folder, 'one.yaml'), topic)
    expect(command(['decks', 'add', folder], { home })).toMatchObject({
      code: 3,
      err: expect.stringMatching(/The deck has 1 error and was not added\.\n {2}lambda-study check /),
    })
  }
  expect(command(['new', 'deck', folder], { home })).toMatchObject({
    code: 3,
    err: expect.stringContaining('is not empty'),
  })
  expect(JSON.parse(command(['decks', '--json'], { home }).out).decks).toHaveLength(2)
})
