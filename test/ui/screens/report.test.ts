import { describe, expect, test } from 'vitest'
import { update } from '../../../src/ui/update.ts'
import type { Instant } from '../../../src/world.ts'
import { answered, answeredAll, lettersFor, minute } from '../../helpers/exam.ts'
import { builtInBank, firstModel, monday, type Played, play, smallBank } from '../../helpers/play.ts'

const real = await builtInBank()
const small = await smallBank()
const sizes = [
  [40, 16],
  [80, 24],
  [200, 60],
] as const

/** Paper A: each fourth wrong, the second and the fourth flagged, the first changed for the better, the third for the worse. */
function paperA(columns = 80, rows = 24): Played {
  const begun = play(firstModel(real, { columns, rows }), 'e down down enter')
  const change = (at: Played, from: 'right' | 'wrong', to: 'right' | 'wrong') => {
    const [before, after] = [lettersFor(at, from), lettersFor(at, to)]
    const out = before.length > 1 ? before : []
    return at.press([...before, ...out, ...after, 'enter'].join(' '))
  }
  const first = change(begun, 'wrong', 'right')
  const second = answered(first.press('m'), 'right')
  const third = change(second, 'right', 'wrong')
  const fourth = answered(third.press('m'), 'wrong')
  return answeredAll(fourth, place => (place % 4 === 3 ? 'wrong' : 'right'), 4).press('i enter')
}
const scrolled = (played: Played): string => {
  const seen = [played.words]
  for (let next = played; next.footer.includes('↓ more'); next = next.press('down')) seen.push(next.press('down').words)
  return seen.join(' ')
}

describe('the report', () => {
  test('of a paper at 80x24, as a whole', () => {
    const { screen, footer } = paperA()
    const rows = screen.split('\n')
    expect(rows[0]).toBe('  Paper A · DVA-C02, Lambda part               20 questions you had never seen')
    expect(rows.slice(3, 7)).toEqual([
      '  14 of 20 right      Likely 52 to 84 in 100 on papers like this one.',
      '',
      '                      Not an AWS score: AWS scales its marks (720 of 1,000',
      '                      passes), and its exam asks about more than Lambda.',
    ])
    expect(rows.slice(8, 12).join('\n')).toMatch(
      /^ {2}Development with AWS Services +\d of 6 +█+░*\n {2}Security +\d of 5 +█+░*\n {2}Deployment +\d of 5 +█+░*\n {2}Troubleshooting and Optimization +\d of 4 +█+░*$/,
    )
    expect(screen).toMatch(/Pace {16}\d+ s a question; the exam gives 120\./)
    expect(screen).toContain('Changed answers     2: one for the better, one for the worse.')
    expect(screen).toMatch(/Next {16}7 to go through, 6 wrong and 1 flagged: about 9 minutes\./)
    expect(footer).toMatch(/^enter go through them {3}a all {3}d by domain {3}x save as text/)
  })

  test.each(sizes)('at %i x %i everything can be read, and it is no mark of AWS', (columns, rows) => {
    const words = scrolled(paperA(columns, rows))
    for (const part of [
      'Lambda part',
      '14 of 20 right',
      'Likely 52 to 84 in 100 on papers like this one.',
      'Not an AWS score',
      'asks about more than Lambda',
      'Security',
      'Changed answers',
      'to go through',
      'comes back within three days',
    ])
      expect(words).toContain(part)
    expect(words).not.toMatch(/passed|failed|scaled score|undefined|NaN/i)
    expect(words).not.toMatch(/\b(?:[1-9]\d\d|1000|1,000) (?:points|of 1000)/)
  })

  test('of a whole exam tells what does not count', () => {
    const whole = answeredAll(play(firstModel(real), 'e enter'), () => 'right').press('i enter')
    expect(whole.screen).toContain('65 questions, 15 of them do not count')
    expect(whole.screen).toContain('50 of 50 right')
    expect(whole.words).toContain('Nothing to go through.')
    expect(whole.press('enter').screen).toContain('There is none of these.')
    expect(whole.press('a').screen).toContain('1 of 65, all')
    const uncounted = whole.events.flatMap(event => (event.type === 'exam-start' ? event.unscored : []))
    const at = whole.press(['a', ...Array.from({ length: uncounted[0] ?? 0 }, () => 'n')].join(' '))
    expect(at.screen).toContain('did not count')
  })

  test('keeps first sight and seen apart', () => {
    const before = play(firstModel(small), 'e enter b enter b enter a c tab i enter')
    const at = (monday + 600 * minute) as Instant
    const again = play(firstModel(small, { events: before.events, at }), 'e enter', at)
    const report = answeredAll(again, () => 'right').press('i enter')
    expect(report.screen).toContain('3 of 3 right')
    expect(report.screen).not.toContain('never seen')
    expect(report.words).not.toContain('First sight')
    const [first] = before.events.filter(event => event.type === 'review')
    const once = play(firstModel(small, { events: first ? [first] : [], at }), 'e enter', at)
    const mixed = answeredAll(once, () => 'right').press('i enter')
    expect(mixed.words).toContain('First sight 2 of 2 right; of those seen before 1 of 1.')
  })

  test('can be opened again from the exam room, newest first', () => {
    const at = (monday + 86_400_000) as Instant
    const { events } = paperA()
    const room = play(firstModel(real, { events, at }), 'e', at)
    expect(room.screen).toMatch(/Reports\n\n +Paper A, Mon 23 Nov +14 of 20 right/)
    const report = room.press('down down down enter')
    expect(report.screen).toContain('Paper A · DVA-C02, Lambda part')
    expect(report.press('esc').screen).toContain('Exam room')
  })

  test('of an exam whose deck was removed is empty, and says nothing wrong', () => {
    const { events } = play(firstModel(small), 'e enter b tab i enter')
    const gone = { ...small, decks: [], exams: {}, cards: new Map(), ideas: new Map() }
    const report = play(firstModel(gone, { events }), 'e enter')
    expect(report.words).toMatch(/^DVA [\s\S]*0 of 0 right/)
    expect(report.words).toContain('asks about more than this.')
    expect(report.words).not.toMatch(/undefined|NaN|\(\)|, part/)
  })

  test('calls the subject as the deck that asks does', () => {
    const [deck] = small.decks
    const renamed = { ...small, decks: deck ? [{ ...deck, title: 'AWS Kubernetes' }] : [] }
    const begun = play(firstModel(renamed), 'e')
    expect(begun.words).toContain('Questions on Kubernetes in the form of the exam')
    const done = begun.press('enter tab i enter')
    expect(done.screen).toContain('DVA-C02, Kubernetes part')
    expect(done.words).toContain('asks about more than Kubernetes')
  })
})

describe('going through', () => {
  const report = paperA()
  const count = (keys: string, of: string) => {
    const first = report.press(keys)
    const [, all] = new RegExp(`1 of (\\d+), ${of}`).exec(first.screen) ?? []
    return Number(all)
  }

  test.each([
    ['enter', 'wrong or flagged', 7],
    ['w', 'wrong', 6],
    ['m', 'flagged', 2],
    ['s', 'slowest', 3],
    ['a', 'all', 20],
    ['d', 'by domain', 20],
  ])('%s: %s, %i questions', (keys, of, all) => {
    expect(count(keys, of)).toBe(all)
  })

  test('each question with what was picked, what is right, and why', () => {
    const { model } = report
    const [screen] = model.screens
    if (screen.at !== 'report') throw new Error('no report')
    let at = play({ ...model, size: { columns: 80, rows: 200 } }, 'a')
    for (const { question, picked, is } of screen.report.marks) {
      const plain = at.words.replace(/`/g, '')
      for (const option of question.options) {
        const shown = option.right || picked.includes(option.id)
        const part = option.why.replace(/[`*]/g, '').split(' ').slice(0, 3).join(' ')
        if (shown) expect(plain).toContain(part)
      }
      expect(plain).toMatch(is === 'right' ? /✓ Right/ : /✗ Wrong|≈ Partly right, which counts as wrong/)
      expect(plain).toContain('https://')
      at = at.press('enter')
    }
    expect(at.at).toBe('report')
  })

  test('wrong ones are wrong, flagged ones flagged, by domain in their order; back, other options, home', () => {
    const wrong = report.press('w')
    expect(wrong.words).toMatch(/✗ Wrong|≈ Partly/)
    expect(report.press('m').screen).toMatch(/question 2 · \d+ s · flagged/)
    expect(wrong.press('right left').screen).toContain('1 of 6, wrong')
    expect(wrong.press('left').screen).toContain('1 of 6, wrong')
    expect(wrong.press('o').model.shape.height).toBeGreaterThan(wrong.model.shape.height)
    expect(wrong.press('esc').at).toBe('report')
    const domains = report.model.screens[0]
    const byDomain = report.press('d').model.screens[0]
    if (byDomain.at !== 'through' || domains.at !== 'report') throw new Error('no list')
    const order = byDomain.marks.map(({ domain }) => domain)
    expect(order).toEqual(order.toSorted())
  })

  test('what was not answered is told from what was wrong', () => {
    const none = play(firstModel(small), 'e enter tab i enter enter')
    expect(none.screen).toContain('✗ Not answered')
    expect(none.screen).not.toContain('✗ Wrong')
  })

  test('a flag here is a flag of the card', () => {
    const flagged = report.press('w m')
    expect(flagged.events.at(-1)).toMatchObject({ type: 'flag', on: true })
  })

  test.each(sizes)('at %i x %i nothing is cut off', (columns, rows) => {
    const list = paperA(columns, rows).press('w')
    expect(scrolled(list)).toMatch(/right|✓/)
    expect(list.footer).toContain('enter next')
    expect(list.screen.split('\n')[0]).toMatch(/^ +1 of 6, wrong +question \d+/)
    expect(list.screen.split('\n')[0]).not.toContain('…')
  })
})

test('x writes the whole report as text, named by the day of the exam', () => {
  const narrow = paperA(40, 16)
  const input = {
    does: 'save',
    key: 'x',
    at: (monday + 9 * 86_400_000) as Instant,
    offset: 60,
    elapsed: 0,
    seed: 1,
  } as const
  const { file, events } = update(narrow.model, input)
  expect(events).toEqual([])
  expect(file?.name).toBe('lambda-study-exam-2026-11-23.txt')
  const words = (file?.text ?? '').replace(/\s+/g, ' ')
  for (const part of ['Paper A · DVA-C02', '14 of 20 right', 'Security', 'Next', 'within three days'])
    expect(words).toContain(part)
  expect(file?.text).not.toMatch(/save as text| +$/m)
})
