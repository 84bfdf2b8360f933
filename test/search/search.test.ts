import { beforeAll, expect, test } from 'vitest'
import type { Deck } from '../../src/deck/deck.ts'
import { linkTopics } from '../../src/deck/link.ts'
import { readTopic } from '../../src/deck/parse.ts'
import type { TopicFile } from '../../src/deck/schema.ts'
import { placeOf } from '../../src/search/places.ts'
import { type Searcher, searcher } from '../../src/search/search.ts'
import { bankOf } from '../../src/study/bank.ts'
import { builtInBank } from '../helpers/play.ts'
import { choice, cloze, flashcard, note } from '../helpers/topic.ts'

const topic = (name: string, notes: string, cards: string) => {
  const { entry, problems } = readTopic(
    `topic: ${name}\ntitle: ${name}\nnotes:\n${notes}cards:\n${cards}`,
    `${name}.yaml`,
  )
  expect(problems).toEqual([])
  return entry as TopicFile
}
const said = (id: string, text: string) => note(id).replace('It is so.', text)
const front = (id: string, text: string, ...more: readonly string[]) =>
  flashcard(id, ...more).replace(`What is ${id}?`, text)

const small = (): Searcher => {
  const limits = topic(
    'limits',
    said('time', 'A **function** runs for 15 minutes, then its timeout ends it') +
      said('late', 'Timeouts are set by the second') +
      said('deep', 'Nothing of the kind').replace('    source', '    nuance: Here the timeout is named\n    source'),
    front('gone', 'Which timeout was it?', 'retired: old') +
      cloze('gap', 'It starts cold after {{a deployment::when}} of layers'),
  )
  const start = topic(
    'start',
    said('cold', 'A cold start makes the environment') +
      said('queue', 'A dead-letter queue keeps what failed') +
      said('kanji', '実行関数の環境') +
      said('space', 'Files in `/tmp` stay'),
    choice('which', { stem: 'Which service is warm most?' }) +
      front('café', 'Un Café, señor?').replace('id: café', 'id: cafe'),
  )
  const deck: Deck = {
    name: 'lambda',
    title: 'Lambda',
    exams: {},
    synonyms: [
      ['cold start', 'cold boot'],
      ['DLQ', 'dead-letter queue', 'dead letter queue'],
      ['scratch space', '/tmp'],
    ],
    topics: linkTopics([limits, start], 'lambda'),
  }
  return searcher(bankOf([deck]))
}
const find = small()
const ids = (query: string, by: Searcher = find) => by(query).hits.map(hit => hit.entry.id.replace('lambda:', ''))

test.each([
  ['a word of a note', 'minutes', ['limits/time']],
  ['a word in bold', 'function', ['limits/time']],
  ['a word of a nuance', 'named', ['limits/deep']],
  ['a word of a front', 'señor', ['start/cafe']],
  ['a word without its accent', 'cafe', ['start/cafe']],
  ['the answer of a gap', 'deployment', ['limits/gap']],
  ['a word of an option', 'way', ['start/which']],
  ['a part of a text without spaces', '関数', ['start/kanji']],
  ['a path', '/tmp', ['start/space']],
  ['two words, each of which occurs', 'files stay', ['start/space']],
  ['a beginning', 'environ', ['start/cold']],
  ['words by their id', 'kanji', ['start/kanji']],
])('%s finds what holds it', (_, query, found) => {
  expect(ids(query)).toEqual(found)
})

test('what is retired is not found', () => {
  expect(ids('which timeout was it')).not.toContain('limits/gone')
})

test('a whole word comes before its beginning, wherever it stands, and the statement before what is said about it', () => {
  expect(ids('timeout')).toEqual(['limits/time', 'limits/deep', 'limits/late'])
})

test('of what is found alike a note comes before a card, then what is named so, then what begins with it', () => {
  const deck = (notes: string, cards: string): Deck => ({
    name: 'lambda',
    title: 'Lambda',
    exams: {},
    synonyms: [],
    topics: linkTopics(
      [topic('first', said('other', 'Of other things'), cards), topic('second', notes, front('x', 'X?'))],
      'lambda',
    ),
  })
  const notes =
    said('late', 'At the end a layer') + said('early', 'A layer begins it') + said('layer', 'So, in the end, a layer')
  const by = searcher(bankOf([deck(notes, front('asked', 'What is a layer?'))]))
  expect(ids('layer', by)).toEqual(['second/layer', 'second/early', 'second/late', 'first/asked'])
})

test('what holds all the words comes alone; when nothing does, the most of them come first', () => {
  expect(ids('cold environment')).toEqual(['start/cold'])
  expect(ids('cold minutes environment')[0]).toBe('start/cold')
  expect(ids('cold minutes environment')).toContain('limits/time')
})

test.each([
  ['cold boot', ['start/cold']],
  ['Cold Boot', ['start/cold']],
  ['DLQ', ['start/queue']],
  ['dead letter queue', ['start/queue']],
  ['scratch space', ['start/space']],
])('%s finds what is called otherwise in the deck', (query, found) => {
  expect(ids(query)).toEqual(found)
})

test('two synonyms in one query are both understood', () => {
  expect(ids('dlq cold boot')).toEqual(['start/cold', 'start/queue'])
  expect(ids('cold boot dead letter queue')).toHaveLength(2)
})

test('a synonym marks the words that stand in the text', () => {
  expect(find('cold boot').hits[0]?.words).toEqual(['cold start'])
})

test.each([
  ['topic:limits cold', ['limits/gap']],
  ['topic:start', ['start/cold', 'start/queue', 'start/kanji', 'start/space', 'start/which', 'start/cafe']],
  ['topic:lim kind:cloze', ['limits/gap']],
  ['kind:note timeout', ['limits/time', 'limits/deep', 'limits/late']],
  ['kind:flashcard', ['start/cafe']],
  ['topic:nowhere cold', []],
  ['kind:nothing', []],
  ['TOPIC:START Cold', ['start/cold']],
])('the query %s finds %j', (query, found) => {
  expect([...ids(query)].sort()).toEqual([...found].sort())
})

test('a word that stands only in another topic is not taken for a misspelt one', () => {
  expect(find('topic:start minutes')).toEqual({ hits: [], taken: {} })
})

test('a misspelt word finds what was meant, says so, and comes after words that are right', () => {
  const { hits, taken } = find('minuets')
  expect(taken).toEqual({ minuets: ['minutes'] })
  expect(hits.map(hit => hit.entry.id)).toEqual(['lambda:limits/time'])
  const score = (query: string) => find(query).hits[0]?.score ?? 0
  expect(score('timeout')).toBeGreaterThan(score('timeou'))
  expect(score('timeou')).toBeGreaterThan(score('tiemout'))
})

test('a word unlike any other finds nothing, and takes nothing for it', () => {
  expect(find('xylophone')).toEqual({ hits: [], taken: {} })
})

test('no more is given than was asked for', () => {
  expect(find('topic:start', 2).hits).toHaveLength(2)
  expect(find('a', 1).hits).toHaveLength(1)
  expect(find('a', 0).hits).toHaveLength(0)
})

test.each([
  ['nothing', ''],
  ['spaces', ' \t\n '],
  ['signs', '()[]{}*+?^$|\\.,;!'],
  ['an escape sequence', '\u001b[2J\u001b]52\u0007'],
  ['a lone surrogate', '\ud800'],
  ['an emoji', '👩‍💻'],
  ['names of the prototype', '__proto__ hasownproperty'],
])('%s finds nothing and does no harm', (_, query) => {
  expect(find(query).hits).toEqual([])
})

test('constructor is a word like any other', () => {
  expect(find('constructor').taken).toEqual({})
})

test.each([
  ['timeout', 'timeout', true, 0],
  ['a timeout', 'timeout', true, 2],
  ['timeouts', 'timeout', true, -1],
  ['timeouts', 'timeout', false, 0],
  ['runtimeout', 'timeout', false, -1],
  ['no-timeout', 'timeout', true, 3],
  ['timeouts timeout', 'timeout', true, 9],
  ['15', '1', false, 0],
  ['x', '', false, -1],
])('in %j, %j stands (whole: %s) at %i', (text, word, whole, at) => {
  expect(placeOf(text, word, whole)).toBe(at)
})

let real: Searcher
beforeAll(async () => {
  real = searcher(await builtInBank())
})

test.each([
  ['timeuot', 'timeout'],
  ['concurency', 'concurrency'],
  ['consurrency', 'concurrency'],
  ['premission', 'permission'],
  ['throtling', 'throttling'],
  ['invokation', 'invocation'],
  ['asyncronous', 'asynchronous'],
  ['provisoned', 'provisioned'],
  ['conatiner', 'container'],
  ['idempotant', 'idempotent'],
  ['ephemral', 'ephemeral'],
  ['resreved', 'reserved'],
])('in the built-in deck %s finds %s', (typed, meant) => {
  const { hits, taken } = real(typed)
  expect(taken[typed]?.[0]).toBe(meant)
  expect(hits.length).toBeGreaterThan(0)
  for (const { entry } of hits) expect(entry.fields.join(' ')).toContain(meant)
})

test('in the built-in deck a cold boot is a cold start', () => {
  expect([...ids('cold boot', real)].sort()).toEqual([...ids('cold start', real)].sort())
  expect(ids('cold boot', real).length).toBeGreaterThan(2)
})

test.each([
  ['a word of ten thousand letters', 'x'.repeat(10_000)],
  ['a word twenty thousand times', 'timeout '.repeat(20_000)],
  ['twenty thousand words', Array.from({ length: 20_000 }, (_, i) => `word${i}`).join(' ')],
  ['a megabyte of signs', '*'.repeat(1_000_000)],
  ['a dozen long words', Array.from({ length: 12 }, (_, i) => `${i}${'timeuot'.repeat(10)}`).join(' ')],
])('in the built-in deck %s ends with a list of hits', (_, query) => {
  expect(real(query).hits.length).toBeLessThanOrEqual(20)
})
