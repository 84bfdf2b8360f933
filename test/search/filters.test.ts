import { expect, test } from 'vitest'
import { searcher } from '../../src/search/search.ts'
import { bankOf } from '../../src/study/bank.ts'
import type { InState } from '../../src/study/state.ts'
import { tinyDeck } from '../helpers/deck.ts'

const bank = bankOf([
  tinyDeck({
    limits: { timeout: 'flashcard choice', memory: { faces: ['cloze'], exams: { SAA: 1 } } },
    pricing: { request: { faces: ['flashcard'], exams: {}, examsOf: { flashcard: { SAA: 2 } } } },
  }),
  tinyDeck({ own: { thing: { faces: ['flashcard'], exams: {} } } }, 'mine', {}),
])
const find = searcher(bank)
const ids = (query: string, inState?: InState) =>
  find(query, 50, inState).hits.map(hit => hit.entry.id.replace('lambda:', ''))
/** The idea `timeout` is due and a leech; its flashcard is flagged. */
const stands: InState = (state, idea, card) =>
  state === 'flagged' ? card?.endsWith('timeout-flashcard') === true : state !== 'new' && idea.endsWith('/timeout')

test.each([
  ['exam:DVA', ['limits/timeout', 'limits/timeout-flashcard', 'limits/timeout-choice']],
  ['exam:saa', ['limits/memory', 'limits/memory-cloze', 'pricing/request-flashcard']],
  ['exam:saa-c03 kind:cloze', ['limits/memory-cloze']],
  ['exam:SAA request', ['pricing/request-flashcard']],
])('%s finds what that exam asks, and every deck that names no exams', (query, found) => {
  const own = ['mine:own/thing', 'mine:own/thing-flashcard']
  expect(ids(query).filter(id => !own.includes(id))).toEqual(found)
  expect(ids('exam:dva own').toSorted()).toEqual(own)
})

test('ideas that stand in a state are listed once, by their note; a word or a kind brings their cards', () => {
  expect(ids('is:due', stands)).toEqual(['limits/timeout'])
  expect(ids('is:leech topic:limits', stands)).toEqual(['limits/timeout'])
  expect(ids('is:due kind:flashcard', stands)).toEqual(['limits/timeout-flashcard'])
  expect(ids('is:due timeout', stands)).toEqual(['limits/timeout', 'limits/timeout-flashcard', 'limits/timeout-choice'])
  expect(ids('is:flagged', stands)).toEqual(['limits/timeout-flashcard'])
  expect(ids('is:flagged is:due', stands)).toEqual(['limits/timeout-flashcard'])
  expect(ids('is:new', stands)).toEqual([])
})

test('an idea without a note is listed by its first card', () => {
  const [topic] = bankOf([tinyDeck({ a: { one: 'flashcard choice' } })]).topics.values()
  const deck = { ...tinyDeck({}), topics: [{ ...topic, notes: [] }] }
  const { hits } = searcher(bankOf([deck as never]))('is:new', 9, () => true)
  expect(hits.map(hit => hit.entry.id)).toEqual(['lambda:a/one-flashcard'])
})

test('nothing stands in a state where nobody can tell', () => {
  expect(ids('is:due')).toEqual([])
  expect(ids('is:due timeout')).toEqual([])
})

test.each([
  ['is:leach', { filter: 'is', value: 'leach', takes: ['due', 'new', 'leech', 'flagged', 'suspended'], near: 'leech' }],
  ['is:everything', { filter: 'is', value: 'everything', takes: expect.anything() }],
  ['exam:dvb', { filter: 'exam', value: 'dvb', takes: ['DVA', 'SAA'], near: 'DVA' }],
  ['kind:clozed', { filter: 'kind', value: 'clozed', takes: expect.arrayContaining(['note', 'cloze']), near: 'cloze' }],
  ['topic:limts', { filter: 'topic', value: 'limts', takes: ['limits', 'pricing', 'mine:own'], near: 'limits' }],
])('%s is no filter, which is said, and nothing is looked for', (query, unknown) => {
  expect(find(`${query} timeout`)).toEqual({ hits: [], taken: {}, unknown: [unknown] })
})

test('all filters that say nothing are named', () => {
  expect(find('is:x is:due kind:y').unknown?.map(({ filter, value }) => `${filter}:${value}`)).toEqual([
    'kind:y',
    'is:x',
  ])
})

test('a sealed card is not found, its idea is; once its paper was sat it is', () => {
  const open = tinyDeck({ limits: { timeout: 'flashcard choice' } })
  const [topic] = open.topics
  if (!topic) throw new Error('no topic')
  const cards = topic.cards.map(card => (card.kind === 'multiple-choice' ? { ...card, sealed: 'A' as const } : card))
  const deck = { ...open, topics: [{ ...topic, cards }] }
  const found = (sat: readonly string[]) =>
    searcher(bankOf([deck], sat as never))('timeout topic:limits').hits.map(hit => hit.entry.id)
  expect(found([])).toEqual(['lambda:limits/timeout', 'lambda:limits/timeout-flashcard'])
  expect(found(['lambda:limits/timeout-choice'])).toContain('lambda:limits/timeout-choice')
})
