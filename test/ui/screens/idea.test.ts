import { expect, test } from 'vitest'
import { ideaId } from '../../helpers/deck.ts'
import { diary } from '../../helpers/events.ts'
import { answer, firstModel, type Played, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const today = firstModel(bank).day
const idea = ideaId('limits/max-timeout')
/** Five days of answers: missed first, then known. */
const events = () => {
  const write = diary(bank)
  return [
    write.answer('limits/longest-run', today - 20, { idea, rating: 1 }),
    write.answer('limits/longest-run', today - 19, { idea }),
    write.answer('limits/long-video', today - 10, { idea, rating: 2 }),
    write.answer('limits/longest-run', today - 5, { idea, rating: 4 }),
  ]
}
const met = (size = {}): Played => play(firstModel(bank, { events: events(), rows: 50, ...size }), 'n enter v')
const fresh = play(firstModel(bank), 'n enter v')
const standing = ({ model: { progress } }: Played) => ({
  flagged: progress.flagged,
  suspended: progress.suspended,
  met: progress.ideas.has(idea),
})
const untouched = { flagged: [], suspended: [], met: true }

test('from a page v opens the idea behind it: its statement and its cards, with how they went', () => {
  const { words } = met()
  expect(words).toMatch(/^Limits and quotas · one idea 2 questions One invocation of a standard function/)
  expect(words).toMatch(/▸ One invocation runs for at most ____\. cloze · 2 of 3 right · last Wed 18 Nov/)
  expect(words).toMatch(/A media company .*… multiple-choice · 1 of 1 right · last Fri 13 Nov/)
})

test('its memory is recall now, when it comes again, and a curve that crosses what is wished for', () => {
  const { words, screen } = met()
  expect(words).toMatch(/Recall \d\d in 100 · 4 answers · again in \d+ days/)
  expect(words).toMatch(/Recall if it is not asked, in 100/)
  expect(screen).toMatch(/^ +90 .*┄┄┄/m)
  expect(screen).toMatch(/^ +today +due \w{3} \d+ \w{3} .* in \d/m)
  expect(screen.match(/●/g)?.length).toBeGreaterThan(40)
})

test('its answers are told with date, verdict and rating, the newest first', () => {
  expect(met().screen).toMatch(
    /Answers\n +Wed 18 Nov +✓ right +Easy +cloze\n +Fri 13 Nov +✓ right +Hard +multiple-choice\n +Wed 4 Nov +✓ right +Good +cloze\n +Tue 3 Nov +✗ wrong +Again +cloze/,
  )
})

test('stability and difficulty wait behind i', () => {
  expect(met().words).not.toContain('Stability')
  expect(met().press('i').words).toMatch(/Stability [\d.]+ days · difficulty [\d.]+ of 10/)
  expect(met().press('i i').screen).toBe(met().screen)
})

test('an idea that nobody met says so, and has no curve', () => {
  expect(fresh.words).toContain('Not met yet')
  expect(fresh.words).toContain('cloze · not asked yet')
  expect(fresh.words).not.toMatch(/Recall|Answers/)
})

test('what keeps slipping, what was missed though sure, and what it is mixed up with is named', () => {
  const write = diary(bank)
  const other = ideaId('limits/memory-range')
  const lapses = [-20, -16, -12, -8, -4].map(on =>
    write.answer('limits/long-video', today + on, { idea, rating: 1, sure: 1, confused: other }),
  )
  const { words } = play(firstModel(bank, { events: lapses, rows: 50 }), 'n enter v')
  expect(words).toContain('Keeps slipping: missed again on 4 later days.')
  expect(words).toContain('You were sure of it and missed it on Thu 19 Nov.')
  expect(words).toContain('Mixed up with: Memory goes from 128 MB to 10,240 MB')
})

test('Enter shows a card with its answer and why; arrows turn to the next, and Esc comes back to it', () => {
  const face = fresh.press('enter')
  expect(face.at).toBe('face')
  expect(face.words).toMatch(/^1 of 2 · cloze Limits and quotas One invocation runs for at most ____\./)
  expect(face.words).toMatch(/for at most fifteen minutes\. Longer work belongs on AWS Fargate\. not asked yet https:/)
  const next = face.press('right')
  expect(next.words).toMatch(/^2 of 2 · multiple-choice .*A media company/)
  expect(play(next.model, '80x60').words).toMatch(/✓ right [a-d] .*What decided .*The run time decides\./)
  expect(next.press('right').screen).toBe(next.screen)
  expect(next.press('esc').words).toMatch(/▸ A media company/)
  expect(next.press('left esc').screen).toBe(fresh.screen)
})

test('every card of the deck can be read so, solved', () => {
  for (const { id, faces } of bank.ideas.values())
    for (const [place, card] of faces.entries()) {
      const screens = [{ at: 'face', idea: id, place } as const]
      const { words } = play({ ...firstModel(bank, { rows: 80 }), screens: [screens[0] ?? { at: 'home' }] }, '')
      expect(words).toContain(`${place + 1} of ${faces.length} · ${card.kind}`)
      expect(words).not.toMatch(/you missed it|✗|you:/)
    }
})

test('Tab asks the marked card, a asks all of them', () => {
  expect(fresh.press('tab').words).toMatch(/^1 of 1 · .*One invocation runs for at most ____/)
  expect(fresh.press('down tab').words).toMatch(/^1 of 1 · .*A media company/)
  expect(fresh.press('enter right tab').words).toMatch(/^1 of 1 · .*A media company/)
  expect(fresh.press('a').words).toMatch(/^1 of 2 · /)
  expect(answer(fresh.press('tab'), 'right').words).toContain('✓ Right')
})

test.each([
  ['m', { flagged: ['lambda:limits/longest-run'] }, 'cloze · 2 of 3 right · last Wed 18 Nov · flagged'],
  ['s', { suspended: ['lambda:limits/longest-run'] }, 'last Wed 18 Nov · suspended'],
  ['x', { suspended: [idea] }, '4 answers · not asked · suspended'],
  ['r', { met: false }, 'Not met yet'],
  ['down m', { flagged: ['lambda:limits/long-video'] }, 'last Fri 13 Nov · flagged'],
  ['enter right s esc', { suspended: ['lambda:limits/long-video'] }, 'last Fri 13 Nov · suspended'],
])('%s changes what is known, the screen shows it, and u takes it back', (presses, changed, shown) => {
  const before = met()
  expect(before.footer).not.toContain('u undo')
  const after = before.press(presses)
  expect(standing(after)).toEqual({ ...untouched, ...changed })
  expect(after.words).toContain(shown)
  const undone = after.press('u')
  expect(standing(undone)).toEqual(untouched)
  expect(undone.words).toContain('Taken back.')
  expect(undone.events.map(event => event.type).at(-1)).toBe('undo')
  expect(undone.model.progress.ideas).toEqual(before.model.progress.ideas)
  expect(undone.press('u').events).toEqual(undone.events)
})

test('changes are taken back one by one, and those of elsewhere are left alone', () => {
  const marked = met().press('m down s x u')
  expect(standing(marked)).toMatchObject({
    flagged: ['lambda:limits/longest-run'],
    suspended: ['lambda:limits/long-video'],
  })
  expect(standing(marked.press('u'))).toMatchObject({ flagged: ['lambda:limits/longest-run'], suspended: [] })
  expect(standing(marked.press('u u u'))).toEqual(untouched)
  const again = marked.press('esc v u')
  expect(again.events).toEqual(marked.events)
})

test('after a reset the answers of before stand below a line', () => {
  expect(met().press('r').screen).toMatch(/Answers\n +begun anew; before that\n +Wed 18 Nov/)
  const again = answer(met().press('r tab'), 'right').press('esc n enter v')
  expect(again.screen).toMatch(/Answers\n +Mon 23 Nov .*cloze\n +begun anew; before that\n +Wed 18 Nov/)
})

test('n opens the page, / searches', () => {
  expect(fresh.press('n').at).toBe('page')
  expect(fresh.press('n').words).toMatch(/^Limits and quotas · 1 of 2/)
  expect(fresh.press('/').at).toBe('search')
})

test('arrows go from card to card and then on to the curve and the answers, and all the way back', () => {
  for (const size of [
    { columns: 40, rows: 16 },
    { columns: 80, rows: 24 },
  ]) {
    const first = met(size)
    let screen = first
    for (let i = 0; i < 60; i++) screen = screen.press('down')
    expect(screen.screen).toMatch(/Tue 3 Nov/)
    expect(screen.footer).not.toContain('↓ more')
    for (let i = 0; i < 60; i++) screen = screen.press('up')
    expect(screen.screen).toBe(first.screen)
  }
})

test.each([
  [120, 40],
  [200, 60],
])('at %i by %i its memory stands beside its cards', (columns, rows) => {
  const [heading] = met({ columns, rows })
    .screen.split('\n')
    .filter(row => row.includes('in 100 ·'))
  expect(heading).toMatch(/One invocation of a standard .* Recall \d+ in 100/)
})
