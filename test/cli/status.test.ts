import { expect, test } from 'vitest'
import { command, freshHome, nextMorning, tinyHome } from '../helpers/binary.ts'

const morning = '2026-11-23T09:00:00Z'
/** Answers two numbers, the second one wrong. */
function studied(): string {
  const home = tinyHome()
  const { code } = command(['quiz', 'tiny:numbers/one', '--plain'], { home, input: 'one\n' })
  expect(code).toBe(0)
  expect(command(['quiz', 'tiny:numbers/two', '--plain'], { home, input: 'eleven\n' }).code).toBe(0)
  return home
}

test('status says what today holds', () => {
  const home = studied()
  const { code, out, err } = command(['status'], { home, now: nextMorning })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(
    /^Today {3}1 due, \d+ new, about 10 minutes\nIdeas {3}1 held, 2 met, \d+ in all\nStreak {2}1 day\n/,
  )
  expect(out).toMatch(/^Numbers +1 of 7 held, recall \d+ in 100$/m)
  expect(out).toMatch(/^The sky +0 of 1 held$/m)
  expect(out).not.toContain('Nothing answered yet')
})

test('status tells a newcomer how to begin, and the exam when there is one', () => {
  expect(command([], { home: freshHome() }).out).toContain('Nothing answered yet: lambda-study today begins.')
  const out = (examDate: string) => command(['status'], { home: freshHome({ exam: 'DVA', examDate }) }).out
  expect(out('2026-12-14')).toContain('Exam    Developer - Associate (DVA-C02), Mon 14 Dec, in 21 days\n')
  expect(out('2026-11-24')).toContain('Tue 24 Nov, in 1 day\n')
  expect(out('2026-11-23')).toContain('Mon 23 Nov, today\n')
  expect(out('2026-11-20')).toContain('Fri 20 Nov, past\n')
})

test('status --json is one document of documented fields', () => {
  const home = studied()
  const document = JSON.parse(command(['status', '--json'], { home, now: nextMorning }).out)
  expect(Object.keys(document)).toEqual([
    'version',
    'now',
    'studyDay',
    'due',
    'new',
    'minutes',
    'streak',
    'exam',
    'ideas',
    'topics',
  ])
  expect(document).toMatchObject({
    version: 1,
    now: expect.stringMatching(/^2026-11-24T09:00:0\d\.\d{3}Z$/),
    studyDay: '2026-11-24',
    due: 1,
    new: expect.any(Number),
    minutes: expect.any(Number),
    streak: 1,
    exam: null,
    ideas: { all: expect.any(Number), met: 2, held: 1 },
  })
  const numbers = document.topics.find((topic: { id: string }) => topic.id === 'tiny:numbers')
  expect(numbers).toEqual({
    id: 'tiny:numbers',
    title: 'Numbers',
    ideas: 7,
    met: 2,
    held: 1,
    retrievability: expect.any(Number),
  })
  expect(document.topics.find((topic: { id: string }) => topic.id === 'tiny:sky').retrievability).toBeNull()
  const exam = { exam: 'DVA', examDate: '2026-12-14' }
  const other = JSON.parse(command(['status', '--json'], { home: freshHome(exam) }).out)
  expect(other.exam).toEqual({ id: 'DVA', date: '2026-12-14' })
})

test('due counts what is due today, and its exit code says whether anything is', () => {
  const home = studied()
  // Missed in a quiz, it is on its way back today.
  expect(command(['due'], { home, now: morning })).toMatchObject({ code: 0, out: '1\n', err: '' })
  expect(command(['due'], { home, now: nextMorning })).toEqual({ code: 0, out: '1\n', err: '' })
  expect(command(['due', '--quiet'], { home, now: nextMorning })).toEqual({ code: 0, out: '', err: '' })
  const newcomer = freshHome()
  expect(command(['due'], { home: newcomer })).toEqual({ code: 1, out: '0\n', err: '' })
  expect(command(['due', '--quiet'], { home: newcomer })).toEqual({ code: 1, out: '', err: '' })
})

test('the study day turns at four, and where the setting says', () => {
  const day = (now: string, settings: object = {}) => {
    const home = freshHome({ exam: 'none', ...settings })
    return JSON.parse(command(['status', '--json'], { home, now }).out).studyDay
  }
  expect(day('2026-11-24T03:59:00Z')).toBe('2026-11-23')
  expect(day('2026-11-24T04:00:00Z')).toBe('2026-11-24')
  expect(day('2026-11-24T00:00:00Z', { dayStartsAt: 0 })).toBe('2026-11-24')
})

test('a clock that was far ahead is named until the person goes on studying', () => {
  const home = tinyHome()
  const answer = (now: string) => command(['quiz', 'tiny:numbers/one', '--plain'], { home, input: 'one\n', now }).err
  expect(answer('2027-03-01T09:00:00Z')).toBe('')
  expect(command(['status'], { home, now: morning }).err).toContain('more than a day behind your last answer')
  expect(answer(morning)).toContain('more than a day behind')
  expect(command(['status'], { home, now: morning }).err).toBe('')
})
