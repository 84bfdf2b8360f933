import type { Bank } from '../study/bank.ts'
import type { InState } from '../study/state.ts'
import { type Entry, entriesOf } from './entries.ts'
import { filterOf, type Unknown, unknownIn } from './filters.ts'
import { joined, type Lookup, lookupIn, placeOf } from './places.ts'
import { queryOf, wordsOf } from './query.ts'
import { respeller } from './respell.ts'

export type Hit = {
  readonly entry: Entry
  /** Higher is better; only the order means something. */
  readonly score: number
  /** The words as they stand in the entry, in lower case. */
  readonly words: readonly string[]
}
export type Found = {
  readonly hits: readonly Hit[]
  /** Misspelt words and what they were taken for. */
  readonly taken: Readonly<Record<string, readonly string[]>>
  /** Filters that say nothing: then nothing is looked for. */
  readonly unknown?: readonly Unknown[]
}

/** All that can be found, and how words are looked up in it. Made once: it reads every note and card, unless their entries are at hand. `inState` answers `is:`. */
export type Searcher = (text: string, limit?: number, inState?: InState) => Found

/** How much a form of a word counts: as typed, another word for it, as a beginning, or misspelt. Apart so far that no field, 1 to 4, turns it round. */
const strength = { exact: 32, synonym: 24, prefix: 5, misspelt: 1 } as const
type Form = { readonly word: string; readonly weight: number; readonly whole: boolean }
/** What a word of the query scores in each entry, and by which of its forms. */
type Term = { readonly forms: readonly Form[]; readonly scores: Uint16Array; readonly by: Uint8Array }

export function searcher(bank: Bank, entries: readonly Entry[] = entriesOf(bank)): Searcher {
  const text = joined(entries)
  const lookup = lookupIn(entries, text)
  const respelt = respeller(text)
  const weights = entries[0]?.fields.map(([, weight]) => weight) ?? []
  const synonyms = bank.decks
    .flatMap(deck => deck.synonyms)
    .map(group => group.map(phrase => wordsOf(phrase).join(' ')).filter(phrase => phrase !== ''))

  return (typed, limit = 20, inState = () => false) => {
    const query = queryOf(typed)
    const unknown = unknownIn(query, bank)
    if (unknown.length > 0) return { hits: [], taken: {}, unknown }
    const passes = filterOf(query, bank, inState)
    if (query.words.length === 0) {
      const all = passes ? entries.filter(passes) : []
      return { hits: all.slice(0, limit).map(entry => ({ entry, score: 0, words: [] })), taken: {} }
    }
    const taken: Record<string, readonly string[]> = {}
    const wanted = terms(query.words, synonyms).map(term => {
      const forms = formsOf(term, synonyms)
      if (forms.some(form => lookup(form.word).any)) return scored(forms, lookup, weights, entries.length)
      const near = respelt(term)
      if (near.length > 0) taken[term] = near
      const meant = near.map(word => ({ word, weight: strength.misspelt, whole: true }))
      return scored(meant, lookup, weights, entries.length)
    })
    return { hits: best(entries, wanted, passes, limit), taken }
  }
}

/** The query's words, with those that make up a known phrase (`cold boot`) taken as one term. */
function terms(words: readonly string[], synonyms: readonly (readonly string[])[]): readonly string[] {
  let rest = ` ${words.join(' ')} `
  const phrases = synonyms.flat().filter(phrase => {
    const stands = phrase.includes(' ') && rest.includes(` ${phrase} `)
    if (stands) rest = rest.replace(` ${phrase} `, ' ')
    return stands
  })
  return [...phrases, ...rest.split(' ').filter(word => word !== '')]
}

function formsOf(term: string, synonyms: readonly (readonly string[])[]): readonly Form[] {
  const others = synonyms
    .filter(group => group.includes(term))
    .flat()
    .filter(word => word !== term)
  return [
    { word: term, weight: strength.exact, whole: true },
    ...others.map(word => ({ word, weight: strength.synonym, whole: true })),
    ...[term, ...others].map(word => ({ word, weight: strength.prefix, whole: false })),
  ]
}

function scored(forms: readonly Form[], lookup: Lookup, weights: readonly number[], count: number): Term {
  const scores = new Uint16Array(count)
  const by = new Uint8Array(count)
  for (const [form, { word, weight, whole }] of forms.entries()) {
    const places = lookup(word)
    const fields = whole ? places.whole : places.begun
    for (let entry = 0; entry < count; entry++) {
      const field = fields[entry] ?? 0
      if (field === 0) continue
      const score = weight * (weights[field - 1] ?? 0)
      if (score > (scores[entry] ?? 0)) {
        scores[entry] = score
        by[entry] = form
      }
    }
  }
  return { forms, scores, by }
}

/** An entry that has `matched` of the words. */
type Match = { readonly entry: Entry; readonly place: number; readonly matched: number; readonly score: number }

/** The best entries in order; those with all the words alone where there are any. */
function best(
  entries: readonly Entry[],
  wanted: readonly Term[],
  passes: ((entry: Entry) => boolean) | undefined,
  limit: number,
): readonly Hit[] {
  const alike = new Map<number, Match[]>()
  for (const [place, entry] of entries.entries()) {
    let matched = 0
    let score = 0
    for (const { scores } of wanted) {
      const own = scores[place] ?? 0
      if (own > 0) matched += 1
      score += own
    }
    if (matched === 0 || (passes && !passes(entry))) continue
    const rank = rankOf(matched, score, entry)
    const others = alike.get(rank)
    if (others) others.push({ entry, place, matched, score })
    else alike.set(rank, [{ entry, place, matched, score }])
  }
  const ranks = [...alike.keys()].sort((a, b) => b - a)
  const complete = alike.get(ranks[0] ?? 0)?.[0]?.matched === wanted.length
  const hits: Hit[] = []
  for (const rank of ranks) {
    const group = alike.get(rank) ?? []
    // What is alike is put in order only as far as it is shown: it may be the whole deck.
    if (hits.length >= limit || (complete && group[0]?.matched !== wanted.length)) break
    hits.push(...inOrder(group.map(match => hitOf(match, wanted))).slice(0, limit - hits.length))
  }
  return hits
}

/** More words before fewer, then by score; a note that says it comes before a card that asks it. */
const rankOf = (matched: number, score: number, { type }: Entry): number =>
  (matched * 65_536 + score) * 2 + Number(type === 'note')

const hitOf = ({ entry, place, score }: Match, wanted: readonly Term[]): Hit => ({
  entry,
  score,
  words: wanted.flatMap(({ forms, scores, by }) => (scores[place] ? [forms[by[place] ?? 0]?.word ?? ''] : [])),
})

const inOrder = (hits: readonly Hit[]): readonly Hit[] =>
  hits
    .map(hit => ({ hit, named: named(hit), opening: opening(hit) }))
    .sort((a, b) => b.named - a.named || a.opening - b.opening)
    .map(({ hit }) => hit)

/** How many of the words are in its id or its topic's title. */
const named = ({ entry, words }: Hit): number =>
  words.filter(word => placeOf(entry.fields[1]?.[0] ?? '', word, false) >= 0).length

/** How far into a statement its first word is: what it is about stands at the beginning. */
function opening({ entry, words }: Hit): number {
  const [statement] = entry.fields[0] ?? ['']
  const places = words.map(word => placeOf(statement, word, false)).filter(at => at >= 0)
  return places.length === 0 ? statement.length : Math.min(...places)
}
