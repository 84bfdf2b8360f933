import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/world.ts'
import { answeredAll, minute } from '../../helpers/exam.ts'
import { builtInBank, firstModel, monday, play, smallBank } from '../../helpers/play.ts'

const real = await builtInBank()
const small = await smallBank()

describe('the exam room', () => {
  test('offers the whole exam, a short one and the papers, with their time', () => {
    const { screen } = play(firstModel(real), 'e')
    expect(screen).toMatch(/▸ Whole exam +65 questions, 2 h 10 min, 15 do not count/)
    expect(screen).toMatch(/ Short exam +20 questions, 40 min\n/)
    expect(screen).toMatch(/ Paper A +20 questions, 40 min, never asked before/)
    expect(screen).toMatch(/ Paper B /)
  })

  test.each([
    [40, 16],
    [80, 24],
    [200, 60],
  ])('says questions and minutes at %i x %i', (columns, rows) => {
    const { screen, words } = play(firstModel(real, { columns, rows }), 'e')
    expect(screen).toMatch(/Short exam +20 (?:questions,|in) 40 min/)
    expect(words).toContain('Answers and reasons come at the end.')
    expect(screen).not.toContain('…')
  })

  test('says what a paper means before it is begun', () => {
    const room = play(firstModel(real), 'e')
    expect(room.words).not.toContain('A paper is sat once.')
    expect(room.press('down down').words).toContain(
      'A paper is sat once. After that its questions come up in practice.',
    )
    expect(room.press('down down esc').at).toBe('home')
  })

  test('offers a paper no more once it was sat', () => {
    const begun = play(firstModel(real), 'e down down enter')
    const done = answeredAll(begun, () => 'right').press('i enter esc e')
    expect(done.screen).not.toMatch(/Paper A +20/)
    expect(done.screen).toMatch(/Paper B +20/)
    expect(done.screen).toMatch(/Paper A, Mon 23 Nov +20 of 20 right/)
  })

  test('without an exam chosen offers those of all decks', () => {
    const { screen } = play(firstModel(small, { settings: { exam: 'none' } }), 'e')
    expect(screen).toMatch(/DVA-C02, long exam +3 questions/)
    expect(screen).toMatch(/CLF-C02, long exam +1 question, /)
  })

  test('is no dead end without scenarios', () => {
    const bank = { ...small, ideas: new Map(), sealed: [] }
    const empty = play(firstModel(bank), 'e')
    expect(empty.words).toContain('No deck has scenarios for an exam.')
    expect(empty.press('enter').words).toContain('No deck has scenarios for an exam.')
    expect(empty.press('enter').events).toEqual([])
    expect(empty.press('down s up esc').at).toBe('home')
  })
})

describe('home', () => {
  const at = (minutes: number) => (monday + minutes * minute) as Instant
  const line = (minutes: number, columns = 80) => {
    const { events } = play(firstModel(small), 'e enter b')
    const { screen } = play(firstModel(small, { events, at: at(minutes), columns, rows: 24 }), '', at(minutes))
    return screen.split('\n').find(row => /^ *Exam /.test(row))
  }

  test('tells of an exam that goes on, in one line', () => {
    expect(line(0)).toBe('  Exam      goes on, 6 min left   e goes there')
    expect(line(3)).toMatch(/ {2}Exam {6}goes on, 3:0\d left {3}e goes there/)
    expect(line(6.1)).toBe('  Exam      time is over   e opens the report')
    expect(line(90_000)).toBe('  Exam      time is over   e opens the report')
    expect(line(3, 40)).toMatch(/^ Exam {3}goes on, 3:0\d left$/)
  })

  test('tells of none before and after', () => {
    expect(play(firstModel(small), '').screen).not.toMatch(/^ *Exam /m)
    expect(play(firstModel(small), 'e enter b tab i enter esc').screen).not.toMatch(/^ *Exam /m)
  })

  test('an exam takes nothing from today’s minutes', () => {
    const today = (screen: string) => /Today +(\d+) minutes/.exec(screen)?.[1]
    const before = play(firstModel(real), '')
    const done = answeredAll(before.press('e down enter'), () => 'right').press('i enter esc')
    expect(today(done.screen)).toBe(today(before.screen))
  })
})
