import { closest, distance } from 'fastest-levenshtein'
import type { CardId, IdeaId } from '../deck/deck.ts'
import type { Bank } from '../study/bank.ts'
import { type InState, type State, states } from '../study/state.ts'
import type { Entry } from './entries.ts'
import type { Query } from './query.ts'

/** A filter with a value that it does not take. `takes`: those that it takes; `near`: the most like it, where one is. */
export type Unknown = {
  readonly filter: 'topic' | 'kind' | 'exam' | 'is'
  readonly value: string
  readonly takes: readonly string[]
  readonly near?: string
}

/** What `topic:` takes is a beginning; the others take a whole word. */
export function unknownIn({ topic, kind, exam, is = [] }: Query, bank: Bank): readonly Unknown[] {
  const topics = [...bank.topics.keys()]
  const kinds = ['note', ...new Set([...bank.cards.values()].map(card => card.kind))]
  const exams = Object.keys(bank.exams)
  return [
    ...(topic === undefined || topics.some(id => id.startsWith(topic)) ? [] : [unknown('topic', topic, topics)]),
    ...(kind === undefined || kinds.includes(kind) ? [] : [unknown('kind', kind, kinds)]),
    ...(exam === undefined || examOf(exam, bank) ? [] : [unknown('exam', exam, exams)]),
    ...is.filter(value => !isState(value)).map(value => unknown('is', value, states)),
  ]
}

function unknown(filter: Unknown['filter'], value: string, takes: readonly string[]): Unknown {
  const near =
    takes.length === 0
      ? undefined
      : closest(
          value,
          takes.map(word => word.toLowerCase()),
        )
  const word = takes.find(word => word.toLowerCase() === near)
  const isNear = near !== undefined && distance(value, near) <= Math.max(1, Math.floor(near.length / 3))
  return { filter, value, takes, ...(isNear && word !== undefined && { near: word }) }
}

/** What is wrong with a filter, as a sentence. */
export const objectionTo = ({ filter, value, takes }: Unknown): string =>
  takes.length === 0
    ? `${filter}: takes nothing here: no deck in use names any.`
    : `${filter}: takes ${takes.join(', ')}; not "${value}".`

const isState = (value: string): value is State => states.some(state => state === value)

/** An exam as it is typed: `dva`, or its code `dva-c02`. */
const examOf = (typed: string, bank: Bank): string | undefined =>
  Object.keys(bank.exams).find(id => id.toLowerCase() === typed.replace(/-c\d\d$/, ''))

/** Which entries the filters of a query let through; missing when there are none. */
export function filterOf(query: Query, bank: Bank, inState: InState): ((entry: Entry) => boolean) | undefined {
  const { topic, kind, exam, is = [], words } = query
  if (topic === undefined && kind === undefined && exam === undefined && is.length === 0) return undefined
  const inExam = exam === undefined ? undefined : examFilter(bank, examOf(exam, bank) ?? exam)
  const wanted = is.filter(isState)
  // Ideas are what is due, new or a leech. Listed without a word, each of them stands there once.
  const each = wanted.some(state => ofIdeas.has(state)) && words.length === 0 && kind === undefined
  return entry =>
    (topic === undefined || entry.topic.startsWith(topic)) &&
    (kind === undefined || entry.kind === kind) &&
    (inExam === undefined || inExam(entry)) &&
    wanted.every(state => inState(state, entry.idea, entry.type === 'card' ? (entry.id as CardId) : undefined)) &&
    (!each || wanted.includes('flagged') || standsFor(entry, bank))
}

const ofIdeas: ReadonlySet<State> = new Set<State>(['due', 'new', 'leech'])

/** Whether an entry is the note of its idea, or the first card of an idea without a note. */
const standsFor = ({ type, id, idea }: Entry, bank: Bank): boolean =>
  type === 'note' || (!bank.notes.has(idea) && bank.ideas.get(idea)?.faces[0]?.id === id)

/** What an exam asks. A deck that names no exams belongs to all of them. */
function examFilter(bank: Bank, exam: string): (entry: Entry) => boolean {
  const open = new Set(
    bank.decks.filter(deck => Object.keys(deck.exams).length === 0).flatMap(deck => deck.topics.map(topic => topic.id)),
  )
  const examsOf = ({ type, id }: Entry) =>
    type === 'note' ? bank.notes.get(id as IdeaId)?.exams : bank.cards.get(id as CardId)?.exams
  return entry => open.has(entry.topic) || examsOf(entry)?.[exam] !== undefined
}
