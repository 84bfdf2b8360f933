import { describe, expect, test } from 'vitest'
import type { Event, Review } from '../../../src/study/event.ts'
import { textOf } from '../../../src/ui/lines.ts'
import { ascii } from '../../../src/ui/theme.ts'
import { update } from '../../../src/ui/update.ts'
import { bodyOf } from '../../../src/ui/views/body.ts'
import type { Instant } from '../../../src/world.ts'
import { diary } from '../../helpers/events.ts'
import { answer, firstModel, monday, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const today = firstModel(bank).day
const settings = { examDate: '2026-12-07' }

/** A week of study: everything met, one idea missed while sure. */
function week(): readonly Event[] {
  const write = diary(bank)
  const choice: Partial<Review> = { shown: ['fargate', 'lambda'], answer: ['lambda'] }
  return [
    write.answer('limits/longest-run', today - 7),
    write.answer('limits/most-memory', today - 6, { rating: 4 }),
    write.answer('invocation/how-often', today - 5, { rating: 1 }),
    write.answer('limits/long-video', today - 4, { ...choice, sure: 1, rating: 1, verdict: 'wrong', ms: 80_000 }),
    write.answer('limits/long-video', today - 3, { ...choice, sure: 2, ms: 70_000 }),
    write.answer('limits/longest-run', today - 1, { rating: 1 }),
    write.answer('invocation/how-often', today - 1, { rating: 1, ms: 30_000 }),
  ]
}
const home = firstModel(bank, { events: week(), settings })
const progress = play(home, 'p')
const sizes = ['40x16', '80x24', '200x60'] as const

test('p on the home screen shows what is held, the curve up to today, and how often "sure" is right', () => {
  expect(progress.at).toBe('progress')
  expect(progress.words).toMatch(/^Progress day 8 of 21 · 14 left 6 ideas held \d shaky \d, of them ✗ 1 sure but wrong/)
  expect(progress.screen).toMatch(/Recall \d+ in 100 {4}● if the exam were that day {4}┄ your goal/)
  expect(progress.screen).toMatch(/^ {3}90 {2}┄+$/m)
  expect(progress.screen).toMatch(/^ +day 1 +today +Mon 7 Dec$/m)
  // Six days of study, and today.
  expect(progress.screen.replace(/Recall.*/, '').match(/●/g)).toHaveLength(7)
  expect(progress.words).toContain('Your "sure" is right 0 of 1 time, "think so" 1 of 1.')
  expect(progress.words).toContain('Scenarios: 0 of 1 right at first sight, 1 of 1 when seen before.')
  expect(progress.words).toContain('Recalled on a later day: 1 of 4; 90 in 100 is aimed at.')
})

test('many answers are told in hundredths', () => {
  const write = diary(bank)
  const events = Array.from({ length: 120 }, (_, i) =>
    write.answer('limits/long-video', today - 40 + (i >> 2), {
      shown: ['lambda'],
      sure: 1,
      rating: i % 4 === 0 ? 1 : 3,
    }),
  )
  const { words } = play(firstModel(bank, { events }), 'p')
  expect(words).toContain('Your "sure" is right 75 times in 100.')
  expect(words).toMatch(/^Progress day 41 6 ideas/)
})

test('red is only what is sure but wrong', () => {
  for (const keys of ['p', 'p t', 'p y', 'p c', 'p d', 'p i']) {
    const runs = bodyOf(play(home, keys).model).lines.flat()
    const red = runs.filter(({ tone }) => tone === 'wrong').map(({ text }) => text)
    expect(red.every(text => text.includes('✗'))).toBe(true)
    expect(red.length > 0).toBe(['p', 'p t', 'p i'].includes(keys))
    expect(runs.some(({ tone }) => tone === 'right' || tone === 'partly')).toBe(false)
  }
})

describe('each part is a key away', () => {
  test.each([
    [
      't',
      /^By topic .*Limits and quotas \d of 2 held [█▒·]{20} ✗ 1.*█ held ▒ shaky · not met yet ✗ sure but wrong Missed most often .* 2 of 2/,
    ],
    ['y', /^By kind .*multiple-choice 1 of 2 █{10}░{10} 50 75 s.*Slowest cards .*… 75 s, usual 75/],
    [
      'c',
      /^Calendar Nov Mon ▒ · Tue ▒ .* Sun █ · none ░ ▒ ▓ █ up to 2 week of 16 Nov 6 days, 7 answers, 3 right, \d min/,
    ],
    ['d', /^Due ideas met that come again today \d █.*tomorrow \d.*later \d/],
    ['i', /^Ideas recall tomorrow, in 100 ✗ Sure but wrong 1 ▸ One invocation/],
  ])('%s', (key, sees) => {
    const part = progress.press(key)
    expect(part.words).toMatch(sees)
    expect(part.press('esc').screen).toBe(progress.screen)
  })

  test('and from part to part, none leading to itself, Esc leads back to the overview', () => {
    const kinds = progress.press('t y')
    expect(kinds.words).toMatch(/^By kind/)
    expect(kinds.footer).not.toContain('y kinds')
    expect(kinds.press('y').screen).toBe(kinds.screen)
    expect(kinds.press('c d t esc').screen).toBe(progress.screen)
    expect(kinds.press('esc esc').at).toBe('home')
  })

  test('the day of the exam is named among those on which something is due', () => {
    const soon = play(firstModel(bank, { events: week(), settings: { examDate: '2026-11-26' } }), 'p d')
    expect(soon.screen).toMatch(/^ +Thu 26 Nov +\d.* exam$/m)
  })
})

describe('the list of ideas', () => {
  const list = progress.press('i')

  test('Enter reads the page of the marked one, Esc comes back to it, Tab asks it', () => {
    const second = list.press('down')
    const page = second.press('enter')
    expect(page.at).toBe('page')
    expect(page.press('esc').screen).toBe(second.screen)
    expect(second.press('tab').words).toMatch(/^1 of \d/)
  })

  test('arrows go from idea to idea over the headings and stop at the ends', () => {
    expect(list.press('up').screen).toBe(list.screen)
    const last = list.press('pagedown')
    expect(last.screen).toBe(list.press('down down down down down down').screen)
    expect(last.press('pageup').screen).toBe(list.screen)
    expect(list.screen.match(/▸/g)).toHaveLength(1)
  })

  test('what keeps slipping is named', () => {
    const write = diary(bank)
    const events = [0, 1, 2, 3].map(i => write.answer('limits/longest-run', today - 4 + i, { rating: 1 }))
    const { words } = play(firstModel(bank, { events }), 'p i')
    expect(words).toMatch(/Shaky 1, 1 keeps slipping ▸ One invocation .* keeps slipping \d+/)
  })

  test('a wide screen shows the page of the marked one beside the list', () => {
    expect(list.press('200x60').words).toMatch(/In depth .* A durable execution|A durable execution/)
  })
})

test('what was answered a moment ago is in the figures', () => {
  const before = play(firstModel(bank, { events: [] }), 'p')
  expect(before.words).toContain('held 0')
  const answered = answer(play(firstModel(bank), 'enter'), 'right').press('esc p')
  expect(answered.words).toMatch(/Recall \d+ in 100 .*day 1, today/)
})

test('before the first answer it says what to do, on every part', () => {
  const fresh = play(firstModel(bank), 'p')
  expect(fresh.words).toContain('Nothing answered yet. esc goes home, and enter there asks the first questions.')
  expect(fresh.screen).not.toMatch(/[●┄]/)
  expect(fresh.press('y').words).toContain('Nothing answered yet.')
  expect(fresh.press('c').words).toContain('No day of study yet.')
  expect(fresh.press('d').words).toContain('Nothing is due: no idea was met yet.')
  expect(fresh.press('i').words).toContain('Not met yet 6')
  expect(fresh.press('t').words).toMatch(/Limits and quotas 0 of 2 held ·{20}/)
})

test('x saves all of it as text, figures in the place of plots', () => {
  const { file } = update(progress.model, {
    ...{ does: 'save', key: 'x', at: monday as Instant, offset: 60, elapsed: 0, seed: 1 },
  })
  expect(file?.name).toBe('lambda-study-progress-2026-11-23.txt')
  expect(file?.text).toMatch(
    /^Progress {3}day 8 of 21[\s\S]*By topic[\s\S]*By kind[\s\S]*Calendar[\s\S]*Due[\s\S]*Sure but wrong 1/,
  )
  expect(file?.text).toMatch(/Mon 16 Nov +\d+ in 100\n/)
  expect(file?.text).not.toMatch(/[█▒░●┄]/)
})

test('line by line, figures stand in the place of plots', () => {
  const text = (keys: string) => {
    const { model } = play({ ...home, plain: true, size: { columns: 80, rows: 10_000 } }, keys)
    return bodyOf(model).lines.map(textOf).join('\n')
  }
  expect(text('p')).toMatch(
    /Recall, if the exam were that day: \d+ in 100 today; your goal is 90\.\nMon 16 Nov +\d+ in 100\n/,
  )
  expect(text('p t')).toMatch(/^Limits and quotas: \d of 2 held, \d shaky, of them 1 sure but wrong, 0 not met yet$/m)
  expect(text('p y')).toContain('multiple-choice: 1 of 2 right, 50 in 100, 75 s an answer')
  expect(text('p c')).toMatch(/^week of 16 Nov +6 days, 7 answers, 3 right/m)
  expect(text('p d')).toMatch(/^today +\d$/m)
  for (const keys of ['p', 'p t', 'p y', 'p c', 'p d', 'p i']) expect(text(keys)).not.toMatch(/[█▒░▓●┄]/)
})

test('a year is listed by weeks, line by line', () => {
  const write = diary(bank)
  const events = Array.from({ length: 180 }, (_, i) => write.answer('limits/longest-run', today - 360 + 2 * i))
  const { model } = play({ ...firstModel(bank, { events }), plain: true }, 'p')
  const rows = bodyOf(model).lines.map(textOf)
  expect(rows.filter(row => / +\d+ in 100$/.test(row))).toHaveLength(13)
})

describe.each(sizes)('at %s', size => {
  test.each(['', 't', 'y', 'c', 'd', 'i'])('every row of part "%s" fits, with and without Unicode', key => {
    for (const glyphs of [home.glyphs, ascii]) {
      const { screen, model } = play({ ...home, glyphs }, `${size} p ${key}`)
      expect(screen).not.toMatch(/undefined|NaN|Infinity/)
      for (const row of screen.split('\n')) expect(row.length).toBeLessThanOrEqual(model.size.columns)
      if (glyphs === ascii) expect(screen).toMatch(/^[\n -~]*$/)
    }
  })
})

test('the curve is the same at every width: as many points, in the same rows', () => {
  const rows = (size: string) =>
    bodyOf(play(home, `${size} p`).model)
      .lines.map(textOf)
      .filter(row => /^ *\d+ {2}.*●/.test(row))
      .map(row => row.trim().split(/\s/)[0])
  expect(rows('40x16')).toEqual(rows('80x24'))
})
