import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '../../src/study/event.ts'
import { inOrder, newestStanding, standing } from '../../src/study/order.ts'
import type { Instant } from '../../src/world.ts'
import { everyFace, tinyBank } from '../helpers/deck.ts'
import { diary, histories } from '../helpers/events.ts'

const bank = tinyBank(everyFace)

test('the order of events depends neither on the order of arrival nor on copies', () => {
  fc.assert(
    fc.property(
      histories(bank),
      fc.infiniteStream(fc.nat(2)),
      fc.array(fc.nat(59)),
      fc.nat(),
      (events, files, copies, turn) => {
        const logs: Event[][] = [[], [], []]
        for (const event of [...events, ...copies.flatMap(place => events[place] ?? [])])
          logs[files.next().value ?? 0]?.push(event)
        const turned = logs.map((log, i) => ((turn + i) % 2 === 0 ? log : log.toReversed()))
        expect(inOrder(turned)).toEqual(events)
        expect(inOrder(turned.toReversed())).toEqual(events)
      },
    ),
  )
})

test('events of one instant are in the order of their ids', () => {
  const at = (id: string): Event => ({ type: 'unknown', id, at: 5 as Instant, line: '' })
  expect(inOrder([[at('b'), at('c')], [at('a')]]).map(event => event.id)).toEqual(['a', 'b', 'c'])
})

/** Answers `r` and `q`, and undos by what they take back: `2>1` is the second undo, which takes back the first. */
const written = (text: string): readonly Event[] =>
  text.split(' ').map((word, i): Event => {
    const [id = '', of] = word.split('>')
    const at = (i + 1) as Instant
    if (of !== undefined) return { v: 1, id, at, day: 0, offset: 0, type: 'undo', of }
    return { ...diary(bank).answer('limits/timeout-flashcard', 0), id, at }
  })

test.each([
  ['nothing taken back', 'q r', 'q r'],
  ['an answer taken back', 'q r 1>r', 'q'],
  ['an undo taken back', 'q r 1>r 2>1', 'q r'],
  ['an undo of an undo taken back', 'q r 1>r 2>1 3>2', 'q'],
  ['an answer taken back twice', 'q r 1>r 2>r', 'q'],
  ['an answer taken back twice, and one undo taken back', 'q r 1>r 2>r 3>1', 'q'],
  ['both undos of an answer taken back', 'q r 1>r 2>r 3>1 4>2', 'q r'],
  ['an undo that comes before what it takes back', '1>r q r', 'q'],
  ['an undo of such an undo', '1>r q 2>1 r', 'q r'],
  ['an undo of something that is nowhere', 'q r 1>x', 'q r'],
  ['an undo of itself', 'q 1>1 r', 'q r'],
  ['two undos of each other: the newer one counts', 'q r 1>2 2>1', 'q r'],
  ['everything taken back', 'q r 1>r 2>q', ''],
])('%s: of "%s" there stands "%s"', (_, text, left) => {
  const events = written(text)
  const stand = standing(events).filter(event => event.type !== 'undo')
  expect(stand.map(event => event.id).join(' ')).toBe(left)
  expect(newestStanding(events)?.id).toBe(left.split(' ').at(-1) || undefined)
})

test('what stands keeps its order and holds no undo once something was taken back', () => {
  fc.assert(
    fc.property(histories(bank), events => {
      const stand = standing(events)
      expect(inOrder([stand])).toEqual(stand)
      const undos = stand.filter(event => event.type === 'undo')
      if (stand.length < events.length) expect(undos).toEqual([])
    }),
  )
})
