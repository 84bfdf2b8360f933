import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Event, eventOf, lineOf, type Now, type Review, type ReviewDraft, stamp } from '../../src/study/event.ts'
import type { Instant } from '../../src/world.ts'
import { tinyBank } from '../helpers/deck.ts'
import { diary } from '../helpers/events.ts'

const bank = tinyBank({ limits: { timeout: 'flashcard choice' } })
const optional = <T>(key: string, of: fc.Arbitrary<T>) =>
  fc.option(of).map(value => (value === null ? {} : { [key]: value }))
const text = fc.string({ unit: 'binary' })
const instants = fc.nat(2 ** 42).map(at => at as Instant)
/** Chance bits of every kind of text: quotes, line ends, lone surrogates, `"crc"` itself. */
const reviews: fc.Arbitrary<Review> = fc
  .tuple(
    fc.record({ id: text, at: instants, day: fc.integer(), offset: fc.integer({ min: -720, max: 840 }) }),
    fc.record({
      card: text,
      idea: text,
      rating: fc.constantFrom(1, 2, 3, 4),
      verdict: fc.constantFrom('right', 'partly', 'wrong'),
      ms: fc.nat(600_000),
      kind: fc.constantFrom('flashcard', 'cloze', 'multiple-choice'),
      answer: fc.oneof(
        text,
        fc.string({ unit: fc.constantFrom('\ud800', '\u2028', '"', ',"crc":"00000000"}') }),
        fc.array(text),
      ),
    }),
    optional('opened', fc.nat()),
    optional('sure', fc.constantFrom(1, 2, 3)),
    optional('shown', fc.array(text)),
    optional('hinge', text),
    fc.record({ seed: fc.nat(), mode: fc.constantFrom('today', 'quiz', 'exam', 'whatif'), session: text }),
  )
  .map(([of, what, ...rest]) => Object.assign({ v: 1, ...of, type: 'review', ...what }, ...rest) as Review)
const others: fc.Arbitrary<Event> = fc
  .tuple(
    fc.record({ id: text, at: instants, day: fc.integer(), offset: fc.integer() }),
    fc.oneof(
      fc.record({ type: fc.constant('undo'), of: text }),
      fc.record({ type: fc.constantFrom('flag', 'suspend'), target: text, on: fc.boolean() }),
      fc.record({ type: fc.constant('reset'), target: text }),
    ),
  )
  .map(([of, what]) => ({ v: 1, ...of, ...what }) as Event)

test('any event becomes a line, and the line the same event again', () => {
  fc.assert(
    fc.property(fc.oneof(reviews, others), event => {
      const line = lineOf(event)
      expect(line).not.toMatch(/[\n\r]/)
      expect(eventOf(line)).toEqual(event)
    }),
    { numRuns: 500 },
  )
})

test('a line is JSON that anyone can read, with its checksum at the end', () => {
  const review = diary(bank).answer('limits/timeout-flashcard', 20_000)
  expect(JSON.parse(lineOf(review))).toEqual({ ...review, crc: expect.stringMatching(/^[0-9a-f]{8}$/) })
  expect(lineOf(review)).toMatch(/,"crc":"[0-9a-f]{8}"\}$/)
})

const line = lineOf(
  diary(bank).answer('limits/timeout-choice', 20_000, {
    answer: ['größe', '✓'],
    shown: ['größe', '✓', '𝛌'],
    sure: 1,
    hinge: 'größe',
  }),
)
const bytes = Buffer.from(line)

test('a flip of any bit is noticed', () => {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(eventOf(flipped.toString()), `bit ${bit}`).toHaveProperty('rejected')
  }
})

test('a cut at any byte is noticed, at either end', () => {
  for (let at = 1; at < bytes.length; at++) {
    expect(eventOf(bytes.subarray(0, at).toString())).toHaveProperty('rejected')
    expect(eventOf(bytes.subarray(at).toString())).toHaveProperty('rejected')
  }
})

/** A line as another version would write it. */
const written = (fields: object) => lineOf(fields as Event)

test.each([
  ['an unknown type', { v: 1, id: 'a', at: 5, type: 'exam-rehearse', exam: 'DVA' }],
  ['an unknown version', { v: 2, id: 'a', at: 5, type: 'review', rating: 'splendid' }],
  ['a version and type from far away', { id: 'a', at: 5.5, what: { deep: ['ly', null] } }],
])('%s is kept byte for byte', (_, fields) => {
  const later = written(fields)
  const event = eventOf(later)
  expect(event).toEqual({ type: 'unknown', id: 'a', at: fields.at, line: later })
  expect(lineOf(event as Event)).toBe(later)
})

test('unknown fields of known events are kept byte for byte', () => {
  const plain = { limits: fc.string(), note: fc.string(), 'new-field': fc.jsonValue() }
  fc.assert(
    fc.property(fc.oneof(reviews, others), fc.record(plain, { requiredKeys: [] }), (event, later) => {
      const line = written(JSON.parse(JSON.stringify({ ...event, ...later })) as object)
      expect(lineOf(eventOf(line) as Event)).toBe(line)
    }),
  )
})

const review = diary(bank).answer('limits/timeout-flashcard', 20_000)
test.each<[string, object]>([
  ['no id', { v: 1, at: 5, type: 'later' }],
  ['a number as its id', { v: 1, id: 5, at: 5, type: 'later' }],
  ['no time', { v: 1, id: 'a', type: 'later' }],
  ['a text as its time', { v: 1, id: 'a', at: '5', type: 'later' }],
  ['nothing to undo', { v: 1, id: 'a', at: 5, type: 'undo' }],
  ['nothing to flag', { v: 1, id: 'a', at: 5, type: 'flag', on: true }],
  ['neither flag nor none', { v: 1, id: 'a', at: 5, type: 'flag', target: 'x' }],
  ['nothing to suspend', { v: 1, id: 'a', at: 5, type: 'suspend', on: true }],
  ['nothing to reset', { v: 1, id: 'a', at: 5, type: 'reset' }],
  ...(['card', 'idea', 'rating', 'verdict', 'day', 'offset', 'ms', 'kind', 'mode', 'session'] as const).map(
    (field): [string, object] => [`no ${field}`, { ...review, [field]: undefined }],
  ),
  ['rating 0', { ...review, rating: 0 }],
  ['rating 5', { ...review, rating: 5 }],
  ['rating 2.5', { ...review, rating: 2.5 }],
  ['a verdict of its own', { ...review, verdict: 'nearly' }],
  ['half a day', { ...review, day: 0.5 }],
  ['options that are no list', { ...review, shown: 'all' }],
  ['a card that is no text', { ...review, card: { id: 'x' } }],
])('a whole line with %s is rejected', (_, fields) => {
  expect(eventOf(written(fields))).toHaveProperty('rejected')
})

test.each([
  '',
  '{',
  '{}',
  'null',
  '[]',
  '[1,2]',
  '"review"',
  '{"v":1}',
  '{"v":1,"crc":"00000000"}',
  '\0\0\0\0',
  'PNG\r\n',
  '<<<<<<< HEAD',
])('%j is no event', garbage => {
  expect(eventOf(garbage)).toHaveProperty('rejected')
})

test('a stamp gives an event its id and time, and changes nothing else', () => {
  const now: Now = { at: 1_795_423_456_789 as Instant, day: 20_779, offset: -480 }
  const { v: _v, id: _id, at: _at, day: _day, offset: _offset, ...draft } = review
  const stamped = stamp(draft as ReviewDraft, now, 7)
  expect(stamped).toEqual({ ...draft, v: 1, ...now, id: stamped.id })
  expect(stamped.id).toBe(stamp(draft as ReviewDraft, now, 7).id)
  expect(stamped.id).not.toBe(stamp(draft as ReviewDraft, now, 8).id)
  expect(stamped.id).not.toBe(stamp(draft as ReviewDraft, { ...now, at: (now.at + 1) as Instant }, 7).id)
})
