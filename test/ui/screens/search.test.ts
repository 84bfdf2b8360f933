import { expect, test } from 'vitest'
import { cardId, ideaId } from '../../helpers/deck.ts'
import { diary } from '../../helpers/events.ts'
import { builtInBank, firstModel, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const search = play(firstModel(bank), '/')

test('it opens empty and says what can be typed', () => {
  expect(search.at).toBe('search')
  expect(search.words).toContain('Type a word of the notes')
  expect(search.words).toContain('topic:limits')
})

test('hits come with every letter', () => {
  expect(search.press('"m"').words).toMatch(/\d hits/)
  const { words, screen } = search.press('"millisec"')
  expect(words).toMatch(/^Search 2 hits \/ millisec /)
  expect(screen).toMatch(/▸ Time is billed by the millisecond\.\n +note · What it costs/)
  expect(search.press('"millisecx" backspace').words).toContain('2 hits')
})

test('a misspelt word finds what it was meant to be, and says so', () => {
  const { words } = search.press('"asynchronuos"')
  expect(words).toContain('"asynchronuos" is in no note; searched for asynchronous')
  expect(words).toMatch(/▸ (How often is a failing|An) asynchronous event/)
})

test('another word for the same thing is found as well', () => {
  expect(search.press('"DLQ"').words).toContain('dead-letter queue')
})

test('what is nowhere is said to be nowhere', () => {
  const { words } = search.press('"zebra crossing 47"')
  expect(words).toContain('Nothing about "zebra crossing 47". Try fewer or other words.')
})

test('topic: and kind: narrow it', () => {
  expect(search.press('"topic:pricing"').words).toMatch(/3 hits/)
  expect(search.press('"topic:pricing"').words).not.toContain('Limits and quotas')
  const clozes = search.press('"kind:cloze"')
  expect(clozes.words).toMatch(/2 hits/)
  expect(clozes.screen.match(/cloze ·/g)).toHaveLength(2)
  expect(search.press('"kind:cloze topic:limits"').words).toMatch(/1 hit /)
})

test('arrows choose a hit, and stop at the ends', () => {
  const hits = search.press('"topic:pricing"')
  const here = (words: string) => /▸ (.*?) (?:note|cloze|multiple-choice) ·/.exec(words)?.[1]
  const second = hits.press('down')
  expect(here(second.words)).not.toBe(here(hits.words))
  expect(second.press('up').screen).toBe(hits.screen)
  expect(hits.press('up').screen).toBe(hits.screen)
  expect(hits.press('down down down down down').screen).toBe(hits.press('ctrl+n ctrl+n').screen)
})

test('typing on begins at the best hit again', () => {
  const { model } = search.press('"topic:pricing" down down space "b"')
  expect(model.screens[0]).toMatchObject({ at: 'search', cursor: 0 })
})

test('Enter opens the page of a note, and Esc comes back to the words', () => {
  const page = search.press('"durable" enter')
  expect(page.at).toBe('page')
  expect(page.words).toMatch(/^Limits and quotas · 1 of 2 One invocation of a standard function/)
  expect(page.press('esc').words).toMatch(/^Search .*\/ durable/)
})

test('Enter on a card opens its idea with the card marked, and Esc comes back', () => {
  const card = search.press('"kind:ordering topic:invocation" enter')
  expect(card.at).toBe('idea')
  expect(card.words).toMatch(/^Invocation and retries · one idea 2 questions An asynchronous event/)
  expect(card.words).toMatch(/▸ What happens to a failing asynchronous event\? ordering/)
  expect(card.press('esc').words).toMatch(/^Search .*kind:ordering/)
})

test('Tab asks what was found, each idea once', () => {
  const quiz = search.press('"topic:pricing" tab')
  expect(quiz.words).toMatch(/^1 of 2 · /)
  expect(quiz.at).toMatch(/recall|type|commit/)
})

test('a card that was found is the one that is asked', () => {
  expect(search.press('"kind:numeric" tab').at).toBe('type')
  expect(search.press('"kind:multiple-response" tab').words).toMatch(/^1 of 1 .* Which TWO services are polled/)
})

test('Enter and Tab without a hit say why nothing happens', () => {
  expect(search.press('enter').words).toContain('Nothing to open.')
  const nothing = search.press('tab')
  expect(nothing.at).toBe('search')
  expect(nothing.words).toContain('Nothing to quiz')
})

test('letters and signs are text; F1 helps, Esc goes back', () => {
  const typed = search.press('"q?u/n"')
  expect(typed.words).toMatch(/\/ q\?u\/n/)
  expect(search.press('f1').at).toBe('help')
  expect(search.press('"a" esc').at).toBe('home')
})

test('a paste is searched, on one line', () => {
  expect(search.press('paste:"dead-letter\nqueue"').words).toMatch(
    /\/ dead-letter queue .*goes to the dead-letter queue/,
  )
})

test('at 40 by 16 the chosen hit is in view, and what lies below is announced', async () => {
  let hits = play(firstModel(await builtInBank(), { columns: 40, rows: 16 }), '/ "topic:limits"')
  const count = Number(/(\d+) hits/.exec(hits.words)?.[1])
  expect(count).toBeGreaterThan(10)
  expect(hits.footer).toContain('↓ more')
  for (let i = 0; i < count; i++) {
    expect(hits.screen.match(/▸ .*\n.*·/g)).toHaveLength(1)
    hits = hits.press('down')
  }
  expect(hits.footer).not.toContain('↓ more')
})

test('it says which filters there are, empty and in help', () => {
  for (const { words } of [search, play(firstModel(bank, { rows: 40 }), '/ f1')])
    expect(words).toMatch(
      /is:due or new, leech \(keeps slipping\), flagged, suspended topic:limits .*kind:cloze .*exam:/,
    )
})

test('at 40 by 16 all filters are in view', async () => {
  const { words, footer } = play(firstModel(await builtInBank(), { columns: 40, rows: 16 }), '/')
  expect(words).toMatch(/is:due .*topic:.*kind:cloze .*exam:/)
  expect(footer).not.toContain('more')
})

test('exam: and is: list what they name, each idea once', () => {
  const events = [
    diary(bank).answer('limits/longest-run', search.model.day - 3, { idea: ideaId('limits/max-timeout') }),
  ]
  const open = play(firstModel(bank, { events }), '/')
  expect(open.press('"is:new"').words).toMatch(/^Search 5 hits/)
  expect(open.press('"is:new topic:limits"').words).toMatch(/^Search 1 hit .*▸ Memory goes from/)
  expect(open.press('"exam:clf is:new"').words).not.toContain('One invocation')
  expect(open.press('"exam:clf"').words).toContain('One invocation')
  expect(open.press('"is:leech"').words).toContain('Nothing is found by is:leech now.')
})

test('what was flagged a moment ago is found, and is not when the flag is off', () => {
  const flagged = search.press('"kind:numeric topic:limits" enter m esc ctrl+u "is:flagged"')
  expect(flagged.words).toMatch(/^Search 1 hit .*▸ How much memory/)
  expect(flagged.press('enter m esc ctrl+u "is:flagged"').words).toContain('Nothing is found by is:flagged now.')
})

test('a filter that says nothing is answered with what it takes', () => {
  const wrong = search.press('"is:leach timeout"')
  expect(wrong.words).toContain('is: takes due, new, leech, flagged, suspended; not "leach". Did you mean is:leech?')
  expect(search.press('"exam:zzz"').words).toMatch(/exam: takes [A-Z, ]+; not "zzz"\. enter open/)
})

test.each(['120x40', '200x60'])('at %s the marked note is shown beside the list, and changes with it', size => {
  const hits = search.press(`${size} "topic:limits kind:note"`)
  const pane = (screen: string) =>
    screen
      .split('\n')
      .map(row => row.slice(82))
      .join(' ')
      .replace(/\s+/g, ' ')
  expect(pane(hits.screen)).toMatch(
    /note · Limits and quotas One invocation .*minutes\. Not met yet In depth: A durable .*https:\/\/docs\.example/,
  )
  expect(pane(hits.press('down').screen)).toMatch(/Memory goes from 128 MB to 10,240 MB/)
})

test('a card is shown with its story and what is known of it, without its answer', () => {
  const events = [diary(bank).answer('limits/memory-figure', search.model.day, { idea: ideaId('limits/memory-range') })]
  const { words } = play(firstModel(bank, { events, columns: 120, rows: 40 }), '/ "kind:numeric topic:limits"')
  expect(words).toContain('This card: 1 of 1 right · last Mon 23 Nov')
  expect(words).toMatch(/Its idea: recall \d+ in 100/)
  expect(words).not.toContain('10240')
  expect(bank.cards.has(cardId('limits/memory-figure'))).toBe(true)
})

test('at 80 by 24 there is no room beside the list', () => {
  expect(search.press('"topic:limits kind:note"').screen).not.toContain('In depth')
})
