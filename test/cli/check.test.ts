import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, freshHome, root, tiny } from '../helpers/binary.ts'
import { freshFolder } from '../helpers/folder.ts'

/** A deck with one error and one warning. */
function faulty(): string {
  const folder = join(freshFolder(), 'faulty')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'one.yaml'),
    `topic: one
title: One
notes:
  - id: first
    text: The first.
    source: https://example.com
    verified: 2026-11-23
cards:
  - id: gap
    note: frist
    kind: cloze
    text: It is {{one}}.
  - id: choice
    note: first
    kind: multiple-choice
    stem: Which of them is it?
    decides: of them
    options:
      - { text: This one here, right: true, why: Yes. }
      - { text: That one there, why: No. }
      - { text: Another one, why: No. }
      - { text: All of the above, why: No. }
    why: Yes.
`,
  )
  return folder
}

test('a sound deck, the built-in one included', () => {
  const home = freshHome()
  expect(command(['check', tiny], { home })).toEqual({ code: 0, out: '5 files, no problem.\n', err: '' })
  const builtIn = command(['check', join(root, 'content')], { home })
  expect({ code: builtIn.code, err: builtIn.err }).toEqual({ code: 0, err: '' })
  expect(command(['check', join(tiny, 'sky.yaml')], { home })).toEqual({
    code: 0,
    out: '1 file, no problem.\n',
    err: '',
  })
})

test('faults with their place, a frame and a remedy', () => {
  const folder = faulty()
  const { code, out, err } = command(['check', 'faulty'], { home: freshHome(), cwd: join(folder, '..') })
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toContain(`faulty/one.yaml:10:11  error unknown-idea
  there is no note \`frist\`
     9 |   - id: gap
  > 10 |     note: frist
       |           ^
  → `)
  expect(out).toMatch(/faulty\/one\.yaml:22:\d+ {2}warning all-of-the-above\n/)
  expect(out).toMatch(/\n1 file, 1 error, \d+ warnings?\.\n$/)
})

test('--json is one document of documented fields', () => {
  const folder = faulty()
  const { code, out } = command(['check', folder, tiny, '--json'], { home: freshHome() })
  expect(code).toBe(1)
  const document = JSON.parse(out)
  expect(Object.keys(document)).toEqual(['version', 'files', 'errors', 'warnings', 'problems'])
  expect(document).toMatchObject({ version: 1, files: 6, errors: 1 })
  expect(document.problems).toHaveLength(document.errors + document.warnings)
  expect(document.problems).toContainEqual({
    code: 'unknown-idea',
    level: 'error',
    file: join(folder, 'one.yaml'),
    line: 10,
    column: 11,
    says: 'there is no note `frist`',
    remedy: expect.any(String),
    frame: expect.stringContaining('> 10 |'),
  })
})

test('a warning alone is no failure', () => {
  const folder = freshFolder()
  writeFileSync(
    join(folder, 'one.yaml'),
    'topic: one\ntitle: One\ncards:\n  - { id: a, kind: flashcard, front: Asked?, back: "Yes." }\n  - { id: b, kind: flashcard, front: Asked?, back: "No." }\n',
  )
  const document = JSON.parse(command(['check', folder, '--json'], { home: freshHome() }).out)
  const { code } = command(['check', folder], { home: freshHome() })
  expect(code).toBe(document.errors > 0 ? 1 : 0)
})

test.each([
  [['missing'], 'There is nothing at missing.'],
  [['.'], 'There is no topic file in .'],
  [[], "missing required argument 'path'"],
])('%j is wrong usage', (paths, says) => {
  const { code, out, err } = command(['check', ...paths], { home: freshHome(null), cwd: freshFolder() })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`lambda-study: ${says}`)
})
