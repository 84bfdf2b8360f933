import { expect, test } from 'vitest'
import { drawn, freshHome, study } from '../helpers/binary.ts'
import type { Running } from '../helpers/terminal.ts'

const sizes = [
  [40, 16],
  [120, 40],
  [200, 60],
  [80, 24],
] as const

/** Keys to press one after the other, and what tells the screen that comes, at any size. */
const tour: readonly (readonly [key: string, sees: RegExp])[] = [
  ['?', /Keys of this screen/],
  ['esc', /enter {2}start/],
  [':', /Find any action/],
  ['esc', /enter {2}start/],
  ['n', /Notes[\s\S]*What Lambda is/],
  ['enter', /1 of \d+/],
  ['v', /one idea/],
  ['enter', /1 of \d+[\s\S]*next card|· (flashcard|cloze|numeric|multiple)/],
  ['esc', /one idea/],
  ['esc', /1 of \d+/],
  ['esc', /Notes[\s\S]*What Lambda is/],
  ['esc', /enter {2}start/],
  ['/', /Search[\s\S]*\//],
  ['esc', /enter {2}start/],
  ['p', /Progress/],
  ['t', /By topic/],
  ['y', /By kind/],
  ['c', /Calendar/],
  ['d', /Due/],
  ['i', /Ideas/],
  ['esc', /Due/],
  ['esc', /Progress|enter {2}start/],
]
const exam: readonly (readonly [key: string, sees: RegExp])[] = [
  ['j', /Short exam/],
  ['enter', /1 of 20 · \d+ min/],
  ['tab', /\d+ open · 0 flagged/],
  ['i', /Hand in/],
  ['esc', /\d+ open · 0 flagged/],
  ['esc', /1 of 20 · \d+ min/],
  ['esc', /Paused/],
  ['enter', /1 of 20 · \d+ min/],
  ['tab', /\d+ open · 0 flagged/],
  ['i', /Hand in/],
  ['enter', /0 of 20 right/],
  ['enter', /1 of 20, wrong/],
  ['esc', /0 of 20 right/],
  ['esc', /enter {2}start|go on/],
]

/** Each size in turn: the screen stays the same one, nothing of the old frame is left over, and nothing runs out of it. */
async function resized(person: Running, sees: RegExp) {
  for (const [columns, rows] of sizes) {
    const from = person.raw.length
    person.resize(columns, rows)
    await drawn(person, () => person.raw.length > from && sees.test(person.screen()))
    const lines = person.screen().split('\n')
    expect(lines.length).toBeLessThanOrEqual(rows - 1)
    expect(person.screen()).not.toMatch(/undefined|NaN|\[object/)
    expect(lines.at(-1)).toMatch(/keys|close|\?/)
  }
}

test.each([
  ['home, help, palette, notes, ideas, search and progress', [] as const, tour],
  ['the exam room', ['exam'] as const, exam],
])(
  '%s at 40x16, 80x24, 120x40 and 200x60, resized while open',
  async (_, args, steps) => {
    const home = freshHome({ exam: 'DVA', examDate: '2026-12-14', minutes: 10 })
    const person = study(args, { home })
    await drawn(person, args.length === 0 ? /enter {2}start/ : /Short exam/)
    await resized(person, args.length === 0 ? /enter {2}start/ : /Short exam/)
    for (const [key, sees] of steps) {
      person.press(key)
      await drawn(person, sees)
      await resized(person, sees)
    }
    person.press('q')
    expect(await person.exited).toMatchObject({ exitCode: 0 })
    expect(person.modes.alternate).toBe(false)
  },
  60_000,
)
