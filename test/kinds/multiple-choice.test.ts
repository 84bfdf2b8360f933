import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hinge, MultipleChoice, Option } from '../../src/deck/deck.ts'
import { type Seen, unseen } from '../../src/kinds/kind.ts'
import { askWith, multipleChoice } from '../../src/kinds/multiple-choice.ts'
import { mix } from '../../src/kinds/random.ts'
import { tinyBank } from '../helpers/deck.ts'

const [plain, hinged] = [...tinyBank({ t: { a: 'choice', b: 'hinged' } }).cards.values()] as [
  MultipleChoice,
  MultipleChoice,
]
const seeds = Array.from({ length: 200 }, (_, i) => mix(99, i))
const idsOf = (card: MultipleChoice, seen: Seen, seed: number) =>
  multipleChoice.ask(card, seen, seed).options.map(option => option.id)

test('four options are shown, each once, the right one among them', () => {
  for (const seed of seeds) {
    const { options } = multipleChoice.ask(plain, unseen, seed)
    expect(new Set(options.map(option => option.id)).size).toBe(4)
    expect(options.filter(option => option.right).map(option => option.id)).toEqual(['queue'])
  }
})

test('over many questions every option is shown, in every place', () => {
  const places = new Set(seeds.flatMap(seed => idsOf(plain, unseen, seed).map((id, place) => `${id} ${place}`)))
  expect(places.size).toBe(plain.options.length * 4)
})

test('the story holds the phrase of the hinge, and the hinge decides', () => {
  for (const seed of seeds) {
    const question = multipleChoice.ask(hinged, unseen, seed)
    expect(question.prompt).toBe(`A team needs ${question.hinge?.text}. Which one?`)
    expect(question.decides).toEqual([question.hinge?.text])
    expect(question.options.find(option => option.right)?.id).toBe(question.hinge?.right)
  }
})

test('a phrase with signs of replacement, and a stem that has it twice, are written out', () => {
  const card = { ...hinged, stem: '{hinge}: is it {hinge}?' }
  const hinge = { ...(hinged.hinges[0] as Hinge), text: '$& or $$5' }
  expect(askWith(card, hinge, unseen, 1).prompt).toBe('$& or $$5: is it $& or $$5?')
})

test('what another hinge makes right is always among the options, with the reason why it is wrong here', () => {
  for (const seed of seeds) {
    const { hinge, options } = multipleChoice.ask(hinged, unseen, seed)
    const other = hinge?.id === 'once' ? 'topic' : 'queue'
    expect(options.find(option => option.id === other)).toMatchObject({ right: false, why: hinge?.why[other] })
  }
})

test('an option that no hinge speaks of keeps its own reason', () => {
  const reasons = multipleChoice
    .ask(hinged, unseen, 1)
    .options.filter(option => !['queue', 'topic'].includes(option.id))
  for (const { id, why } of reasons) expect(why).toBe(`Why ${id}.`)
})

test('the option that this person fell for last is there again', () => {
  for (const seed of seeds) {
    expect(idsOf(plain, { options: { stream: 9 }, fell: 'stream' }, seed)).toContain('stream')
    expect(idsOf(hinged, { options: { table: 9 }, fell: 'table' }, seed)).toContain('table')
  }
})

test('after that come the options that were shown least', () => {
  const options = { queue: 5, topic: 5, stream: 5, bus: 1, table: 0, bucket: 2 }
  for (const seed of seeds) {
    expect([...idsOf(plain, { options }, seed)].sort()).toEqual(['bucket', 'bus', 'queue', 'table'])
    expect([...idsOf(plain, { options, fell: 'topic' }, seed)].sort()).toEqual(['bus', 'queue', 'table', 'topic'])
  }
})

test('an option by a name of the prototype is counted like any other', () => {
  const options = plain.options.map(option => (option.id === 'bus' ? { ...option, id: 'constructor' } : option))
  const shown = { topic: 5, stream: 5, table: 5, bucket: 5 }
  for (const seed of seeds) expect(idsOf({ ...plain, options }, { options: shown }, seed)).toContain('constructor')
})

test('the hinge that was asked last is not asked again', () => {
  for (const seed of seeds) {
    expect(multipleChoice.ask(hinged, { options: {}, hinge: 'once' }, seed).hinge?.id).toBe('all')
    expect(multipleChoice.ask(hinged, { options: {}, hinge: 'all' }, seed).hinge?.id).toBe('once')
  }
})

test('without a hinge before, each of them is asked as often', () => {
  const first = seeds.filter(seed => multipleChoice.ask(hinged, unseen, seed).hinge?.id === 'once').length
  expect(first).toBeGreaterThan(70)
  expect(first).toBeLessThan(130)
})

test.each([
  [['queue'], 'right'],
  [['topic'], 'wrong'],
  [[], 'wrong'],
  [['queue', 'topic'], 'wrong'],
  [['__proto__'], 'wrong'],
  [['no-such-option'], 'wrong'],
] as const)('picking %j is %s', (picked, is) => {
  expect(multipleChoice.judge(multipleChoice.ask(plain, unseen, 1), { by: 'choose', picked })).toEqual({ is })
})

/** Cards with up to eight options and up to four hinges, and what a person may have seen of them. */
const anyCard: fc.Arbitrary<MultipleChoice> = fc
  .tuple(fc.integer({ min: 4, max: 8 }), fc.integer({ min: 0, max: 4 }))
  .map(([count, hinges]) => ({
    ...plain,
    stem: hinges > 0 ? 'A team needs {hinge}.' : 'A team needs it.',
    options: Array.from(
      { length: count },
      (_, i): Option => ({ id: `o${i}`, text: `o${i}`, why: `own ${i}`, right: hinges === 0 && i === 2 }),
    ),
    hinges: Array.from(
      { length: hinges },
      (_, i): Hinge => ({ id: `h${i}`, text: `h${i}`, right: `o${i % 3}`, why: { o0: 'no', o1: 'no', o2: 'no' } }),
    ),
  }))
const anySeen: fc.Arbitrary<Seen> = fc.record(
  {
    options: fc.dictionary(fc.constantFrom('o0', 'o1', 'o2', 'o3', 'o4', 'o5', 'gone', 'constructor'), fc.nat(20)),
    fell: fc.constantFrom('o0', 'o2', 'o5', 'gone'),
    hinge: fc.constantFrom('h0', 'h1', 'gone'),
  },
  { requiredKeys: ['options'] },
)

test('whatever was seen and drawn, the right option is there and right, and every other one is wrong', () => {
  fc.assert(
    fc.property(anyCard, anySeen, fc.integer(), (card, seen, seed) => {
      const question = multipleChoice.ask(card, seen, seed)
      const right = question.hinge?.right ?? 'o2'
      expect(new Set(question.options.map(option => option.id)).size).toBe(4)
      expect(question.options.map(option => option.id)).toContain(right)
      for (const { id } of question.options)
        expect(multipleChoice.judge(question, { by: 'choose', picked: [id] }).is).toBe(id === right ? 'right' : 'wrong')
      if (card.hinges.length > 1) expect(question.hinge?.id).not.toBe(seen.hinge)
      const rivals = new Set(card.hinges.map(hinge => hinge.right).filter(id => id !== right))
      if (rivals.size > 0) expect(question.options.some(({ id }) => rivals.has(id))).toBe(true)
      if (seen.fell !== undefined && seen.fell !== right && card.options.some(({ id }) => id === seen.fell))
        expect(question.options.map(({ id }) => id)).toContain(seen.fell)
    }),
    { numRuns: 1000 },
  )
})

test('the same seed gives the same question, another seed soon another one', () => {
  fc.assert(
    fc.property(anyCard, anySeen, fc.integer(), (card, seen, seed) => {
      expect(multipleChoice.ask(card, seen, seed)).toEqual(multipleChoice.ask(card, seen, seed))
      const others = new Set(Array.from({ length: 20 }, (_, i) => idsOf(card, seen, mix(seed, i)).join()))
      expect(others.size).toBeGreaterThan(3)
    }),
  )
})
