import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, drawn, freshHome, play, study } from '../helpers/binary.ts'
import { freshFolder } from '../helpers/folder.ts'
import type { Running } from '../helpers/terminal.ts'

/** In YAML's double quotes: what a deck could do to a terminal, between two harmless words. */
const evil = String.raw`Zebra\e]0;renamed\a\e]52;c;ZXZpbA==\a\e]8;;https://evil.example\e\\link\e]8;;\e\\\e[2J\e[31mred\ePdevice\e\\\x9d0;c1\x9c\b\r\u202E\u200B after`
const seen = 'Zebra'

/** A folder with a deck every text of which holds escape sequences. */
function hostileDeck(): string {
  const folder = join(freshFolder(), 'hostile')
  mkdirSync(folder)
  writeFileSync(join(folder, 'deck.yaml'), `deck: hostile\ntitle: "${evil}"\n`)
  writeFileSync(
    join(folder, 'traps.yaml'),
    `topic: traps
title: "${evil}"
notes:
  - id: first
    text: "${evil} first"
    nuance: "${evil}"
    source: https://example.com/a
    verified: 2026-11-23
  - id: second
    text: "${evil} second"
    source: https://example.com/b
    verified: 2026-11-23
cards:
  - id: gap
    note: first
    kind: cloze
    text: "${evil} is {{blue::col\\e[31mour}}."
    why: "${evil}"
  - id: choice
    note: second
    kind: multiple-choice
    stem: "${evil} story. Which light is it?"
    decides: story
    options:
      - { id: red, text: "${evil} red", right: true, why: "${evil}" }
      - { id: blue, text: "${evil} blue", why: "${evil}" }
      - { id: green, text: "${evil} green", why: "${evil}" }
      - { id: grey, text: "${evil} grey", why: "${evil}" }
    why: "${evil}"
`,
  )
  return folder
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const harm = /\x1b[\]P_X^c]|[\x80-\x9f\b\x00]|\x07|\u202e|\u200b/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/

test('nothing of a hostile deck reaches the terminal: search, page, quiz, feedback, summary', async () => {
  const home = freshHome({ exam: 'none', decks: [hostileDeck()] })
  const person = study(['search'], { home })
  await drawn(person, 'Type a word')
  await play(person, ['zebra', /hits[\s\S]*Zebra/], ['enter', /1 of 2|2 of 2/], ['esc', 'hits'], ['esc', 'not met yet'])
  await play(person, ['n', '▸'])
  await toLast(person)
  await play(person, ['enter', /· 1 of 2/], ['tab', /is ____|Answer in your head/])
  await play(person, ['esc', 'Paused'])
  person.press('q')
  await person.exited

  const quiz = study(['quiz', 'hostile:traps'], { home, rows: 60 })
  for (const next of [/2 of 2/, 'Quiz done']) {
    await drawn(quiz, /is ____|Answer in your head/)
    if (/is ____/.test(quiz.screen())) await play(quiz, ['red', /^ +red ?$/m], ['enter', /✗ Wrong/])
    else await play(quiz, ['1', /a .*Zebra/], ['b', '▸'], ['enter', /(✗ Wrong|✓ Right)/], ['o', /grey/])
    await play(quiz, ['enter', next])
  }
  quiz.press('q')
  await quiz.exited
  for (const { raw } of [person, quiz]) {
    expect(raw).toContain(seen)
    expect(raw).not.toMatch(harm)
  }
})

/** Goes down a list until its mark stands still. */
async function toLast(person: Running) {
  for (let marked = ''; marked !== person.screen(); ) {
    marked = person.screen()
    person.press('down')
    await drawn(person, () => /▸ Zebra/.test(person.screen()) || person.screen() !== marked)
    if (/▸ Zebra/.test(person.screen())) return
  }
}

test('nor in line mode, nor in what is printed', async () => {
  const deck = hostileDeck()
  const home = freshHome({ exam: 'none', decks: [deck] })
  const lines = command(['quiz', 'hostile:traps', '--plain'], { home, input: 'x\n\n1\na\n\n1\na\n\nx\n\n' })
  expect(lines.out).toContain(seen)
  expect(lines.out + lines.err).not.toMatch(controls)
  for (const args of [
    ['search', 'zebra'],
    ['notes'],
    ['notes', 'hostile:traps'],
    ['status'],
    ['decks'],
    ['check', deck],
    ['search', 'zebra', '--json'],
    ['status', '--json'],
    ['decks', '--json'],
    ['check', deck, '--json'],
    ['export', 'json', '--deck', 'hostile'],
  ]) {
    const { out, err } = command(args, { home })
    expect(out).toContain(seen)
    expect(out + err, args.join(' ')).not.toMatch(controls)
  }
})

test('names of files and decks cannot do it either', () => {
  const folder = join(freshFolder(), '\x1b]0;renamed\x07')
  mkdirSync(folder)
  writeFileSync(join(folder, 'deck.yaml'), 'deck: hostile\ntitle: Hostile\n')
  writeFileSync(join(folder, '\x1b]0;x\x07.yaml'), 'topic: other\ntitle: "\x1b]0;y\x07"\nnotes: 3\n')
  const home = freshHome({ exam: 'none', decks: [folder] })
  for (const args of [
    ['check', folder],
    ['check', '.'],
    ['check', join(folder, '\x1b]0;x\x07.yaml')],
    ['decks'],
    ['decks', 'add', folder],
    ['decks', 'add', join(folder, 'missing')],
    ['status'],
    ['search', 'timeout'],
    ['search', 'zzzz\x1b]0;x\x07zzzz'],
    ['search', 'timeout', '--topic', '\x1b]0;x\x07'],
    ['notes', '\x1b]0;x\x07'],
    ['quiz', '\x1b]0;x\x07', '--plain'],
    ['\x1b]0;x\x07'],
    ['status', '--\x1b]0;x\x07'],
    ['config', 'get', '\x1b]0;x\x07'],
    ['config', 'set', 'minutes', '\x1b]0;x\x07'],
    ['config', 'set', 'exam', '\x1b]0;x\x07'],
    ['new', 'deck', folder],
    ['export', '\x1b]0;x\x07'],
    ['flag', '\x1b]0;x\x07'],
    ['--help', '\x1b]0;x\x07'],
    ['decks', 'remove', folder],
  ]) {
    const { out, err } = command(args, { home, cwd: folder })
    expect(out + err, args.join(' ')).not.toMatch(controls)
  }
})
