import { expect, test } from 'vitest'
import { diary } from '../../helpers/events.ts'
import { answer, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const home = firstModel(bank)
const topics = play(home, 'n')
const page = topics.press('enter')

test('the topics stand in the order of the deck, with what is held of each', () => {
  expect(topics.screen).toMatch(/▸ Limits and quotas .*2.*\n.*Invocation and retries .*2.*\n.*What it costs .*2/)
  const held = firstModel(bank, { events: [diary(bank).answer('limits/longest-run', home.day, { rating: 4 })] })
  expect(play(held, 'n').screen).toMatch(/Limits and quotas .*1\D+2/)
})

test('arrows choose one and stop at the ends', () => {
  expect(topics.press('down').screen).toContain('▸ Invocation and retries')
  expect(topics.press('j j j j').screen).toContain('▸ What it costs')
  expect(topics.press('j k up').screen).toContain('▸ Limits and quotas')
})

test.each(['enter', 'space', 'right', 'l'])('%s reads the notes of a topic', key => {
  expect(topics.press(`down ${key}`).words).toMatch(/^Invocation and retries · 1 of 2 An asynchronous event/)
})

test('a page has the statement, its depth, its source, its marks and what is known of it', () => {
  const { words } = page
  expect(words).toContain(
    'One invocation of a standard function runs for at most 15 minutes. In depth A durable execution',
  )
  expect(words).toContain(
    'https://docs.example.com/lambda/latest/dg/timeout.html read 2026-11-20 · exam critical · DVA-C02 domain 1',
  )
  expect(words).toContain('Not met yet · 2 questions')
})

test('what was answered shows on its page', () => {
  const events = [diary(bank).answer('limits/longest-run', home.day)]
  expect(play(firstModel(bank, { events }), 'n enter').words).toMatch(
    /Recall \d+ in 100 · 1 answer · again in \d+ days · 2 questions/,
  )
})

test('pages are turned forth and back, and stop at the ends', () => {
  for (const key of ['right', 'l', 'n', 'enter', 'space'])
    expect(page.press(key).words).toMatch(/^Limits and quotas · 2 of 2 Memory goes from/)
  for (const key of ['left', 'h', 'p']) expect(page.press(`right ${key}`).screen).toBe(page.screen)
  expect(page.press('right right right').words).toMatch(/^Limits and quotas · 2 of 2/)
  expect(page.press('left').screen).toBe(page.screen)
})

test('Tab asks the topic, or the note whose page is open', () => {
  const topic = topics.press('tab')
  expect(topic.words).toMatch(/^1 of 4 · /)
  const note = page.press('right tab')
  expect(note.words).toMatch(/^1 of 2 · /)
  expect(note.words).toContain('How much memory')
  expect(answer(note, 'right').press('esc').at).toBe('home')
})

test('/ searches from both, and Esc comes back step by step', () => {
  expect(topics.press('/').at).toBe('search')
  expect(page.press('/').at).toBe('search')
  expect(page.press('/ esc').screen).toBe(page.screen)
  expect(page.press('esc').screen).toBe(topics.screen)
  expect(page.press('esc esc').at).toBe('home')
})

test('a page that does not fit is scrolled, and begins at its top when it is turned', () => {
  const small = play(page.model, '40x16')
  expect(small.footer).toContain('↓ more')
  const scrolled = small.press('down j')
  expect(scrolled.screen).not.toBe(small.screen)
  expect(scrolled.press('up k').screen).toBe(small.screen)
  expect(scrolled.press('right').words).toContain('2 of 2 · Limits and quotas Memory goes from')
  expect(small.press('pagedown').words).toContain('Not met yet · 2 questions')
})

test('topics that do not fit are scrolled with the choice', () => {
  const decks = {
    ...bank,
    topics: new Map(
      Array.from({ length: 30 }, (_, i) => [`t${i}`, { id: `t${i}`, title: `Topic ${i}`, notes: [], cards: [] }]),
    ),
  }
  let many = play(firstModel(decks as never, { columns: 40, rows: 16 }), 'n')
  expect(many.footer).toContain('↓ more')
  for (let i = 0; i < 30; i++) {
    expect(many.screen).toContain(`▸ Topic ${i} `)
    many = many.press('down')
  }
  expect(many.footer).not.toContain('↓ more')
  expect(many.press('enter').words).toContain('This topic has no notes, only cards.')
  expect(many.press('tab').words).toContain('There is no question on this yet.')
})
