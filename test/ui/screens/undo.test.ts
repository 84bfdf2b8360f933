import { expect, test } from 'vitest'
import { standing } from '../../../src/study/order.ts'
import { answer, answerAll, asking, firstModel, type Played, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const home = firstModel(bank, { rows: 40 })
const session = play(asking(home, 'limits/long-video invocation/how-often pricing/region-story', 'today'), '')
const story = 'A media company converts uploaded videos.'

/** Nothing is left of an answer but the record that it was given and taken back. */
function expectUndone(undone: Played, before: Played) {
  expect(undone.events.at(-1)).toMatchObject({ type: 'undo' })
  expect(undone.model.progress.ideas).toEqual(before.model.progress.ideas)
  expect(undone.model.progress.cards).toEqual(before.model.progress.cards)
  expect(undone.model.progress.days).toEqual(before.model.progress.days)
}

test('on feedback u takes the answer back, and the question stands again with its options hidden', () => {
  const undone = answer(session, 'wrong').press('u')
  expect(undone.at).toBe('commit')
  expect(undone.words).toMatch(new RegExp(`^1 of 3 .* ${story}`))
  expect(undone.words).toContain('Taken back.')
  expectUndone(undone, session)
})

test('the question comes with the same phrase and the same options in the same order', () => {
  const open = session.press('1')
  const again = open.press('a enter u 1')
  expect(again.screen).toBe(open.screen)
})

test('on the next question u goes back to the one before', () => {
  const next = answer(session, 'right').press('enter')
  expect(next.words).toMatch(/^2 of 3/)
  const undone = next.press('u')
  expect(undone.words).toMatch(new RegExp(`^1 of 3 .* ${story}`))
  expectUndone(undone, session)
})

test('also when its answer was already open, and when its options were', () => {
  const turned = answer(session, 'right').press('enter enter')
  expect(turned.words).toContain('Did you know it?')
  expect(turned.press('u').words).toContain(story)
  const third = answer(turned.press('u'), 'right').press('enter enter 3 2')
  expect(third.words).toMatch(/^3 of 3 .* think so/)
  // First how sure one was, then the answer before.
  expect(third.press('u').at).toBe('commit')
  expect(third.press('u u').words).toContain('How often is a failing')
})

test('a rated flashcard is undone from the question after it', () => {
  const second = answer(session, 'right').press('enter')
  const rated = second.press('enter 4')
  const undone = rated.press('u')
  expect(undone.at).toBe('recall')
  expect(undone.words).not.toContain('Three times')
  expectUndone(undone, second)
})

test('on the summary u takes the last answer back', () => {
  const last = answer(answer(session, 'right').press('enter'), 'right')
  expect(last.words).toMatch(/^3 of 3/)
  const summary = answer(last, 'right').press('enter')
  expect(summary.at).toBe('summary')
  const undone = summary.press('u')
  expect(undone.words).toMatch(/^3 of 3 .* What does it allow\?/)
  expectUndone(undone, last)
})

test('answers are undone one after the other, back to the first', () => {
  const summary = answerAll(session, 'right')
  const undone = summary.press('u u u')
  expect(undone.words).toMatch(new RegExp(`^1 of 3 .* ${story}`))
  expect(standing(undone.events)).toEqual([])
  expect(undone.footer).not.toContain('undo')
  expect(undone.press('u').events).toEqual(undone.events)
})

test('an answer given again after an undo is the one that counts', () => {
  const again = answer(answer(session, 'wrong').press('u'), 'right')
  expect(standing(again.events)).toMatchObject([{ type: 'review', verdict: 'right' }])
  expect(again.words).toContain('✓ Right')
  expect(answerAll(again, 'right').words).toContain('3 of 3 right')
})

test('what was missed and undone comes back no more', () => {
  const missed = answer(session, 'wrong')
  expect(missed.press('enter').words).toMatch(/^2 of 4/)
  expect(answer(missed.press('u'), 'right').press('enter').words).toMatch(/^2 of 3/)
})

test('the time of the second answer begins with the undo', () => {
  const { events } = session.press('1 a enter u 1 a enter')
  expect(events.filter(event => event.type === 'review')).toMatchObject([{ ms: 3000 }, { ms: 3000 }])
})

test('before the first answer there is nothing to undo', () => {
  expect(session.footer).not.toContain('undo')
  expect(session.press('u')).toMatchObject({ at: 'commit', events: [] })
})

test('a new session does not undo the answers of the one before', () => {
  const summary = answerAll(session, 'right')
  const fresh = summary.press('enter')
  expect(fresh.words).toMatch(/^1 of/)
  expect(fresh.footer).not.toContain('undo')
  expect(fresh.press('u').events).toEqual(summary.events)
})
