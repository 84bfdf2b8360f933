import { distance } from 'fastest-levenshtein'
import Fuse from 'fuse.js'
import type { Bank } from '../study/bank.ts'
import { type Entry, entriesOf } from './entries.ts'
import { queryOf, wordsOf } from './query.ts'

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
}

/** All that can be found, and how words are looked up in it. Made once: it reads every note and card, unless their entries are at hand. */
export type Searcher = (text: string, limit?: number) => Found

/** How much a form of a word counts: as typed, another word for it, as a beginning, or misspelt. Apart so far that no field, 1 to 4, turns it round. */
const strength = { exact: 32, synonym: 24, prefix: 5, misspelt: 1 } as const
/** Longer ones are not misspelt words, and would take long to compare. */
const longestWord = 32
type Form = { readonly word: string; readonly weight: number; readonly whole: boolean }

export function searcher(bank: Bank, entries: readonly Entry[] = entriesOf(bank)): Searcher {
  const synonyms = bank.decks
    .flatMap(deck => deck.synonyms)
    .map(group => group.map(phrase => wordsOf(phrase).join(' ')).filter(phrase => phrase !== ''))
  let known: readonly string[] | undefined
  /** Words of the decks that a word unknown to them may stand for. */
  const respelt = (word: string): readonly string[] => {
    if (word.length > longestWord) return []
    known ??= vocabulary(entries)
    const most = Math.max(1, word.length / 3)
    // Counting slips takes a tenth of the time of Fuse, so Fuse ranks only what can be meant.
    const likely = known.filter(item => Math.abs(item.length - word.length) <= most && distance(item, word) <= most)
    const near = new Fuse(likely, { threshold: 0.34, ignoreLocation: true, minMatchCharLength: 2 })
      .search(word)
      .map(({ item }) => ({ item, slips: distance(item, word) + (item[0] === word[0] ? 0 : 1) }))
      .filter(({ slips }) => slips <= most)
      .sort((a, b) => a.slips - b.slips)
    const [best] = near
    return near
      .filter(
        ({ item, slips }) => slips === best?.slips || item.startsWith(`${best?.item}`) || best?.item.startsWith(item),
      )
      .slice(0, 3)
      .map(({ item }) => item)
  }

  const found = (text: string, limit: number): Found => {
    const query = queryOf(text)
    const pool = entries.filter(
      entry =>
        (query.topic === undefined || entry.topic.startsWith(query.topic)) &&
        (query.kind === undefined || entry.kind === query.kind),
    )
    if (query.words.length === 0)
      return {
        hits: query.topic || query.kind ? pool.slice(0, limit).map(entry => ({ entry, score: 0, words: [] })) : [],
        taken: {},
      }
    const taken: Record<string, readonly string[]> = {}
    const wanted = terms(query.words, synonyms).map(term => {
      const forms = formsOf(term, synonyms)
      if (entries.some(entry => forms.some(form => scoreOf(entry, form) > 0))) return forms
      const near = respelt(term)
      if (near.length > 0) taken[term] = near
      return near.map(word => ({ word, weight: strength.misspelt, whole: true }))
    })
    const scored = pool.flatMap(entry => hitOf(entry, wanted) ?? [])
    const complete = scored.filter(({ matched }) => matched === wanted.length)
    const hits = (complete.length > 0 ? complete : scored).sort(
      (a, b) =>
        b.matched - a.matched ||
        b.score - a.score ||
        isCard(a) - isCard(b) ||
        named(b) - named(a) ||
        opening(a) - opening(b),
    )
    return { hits: hits.slice(0, limit).map(({ entry, score, words }) => ({ entry, score, words })), taken }
  }

  let last: { readonly text: string; readonly limit: number; readonly found: Found } | undefined
  return (text, limit = 20) => {
    // A screen asks several times for what it shows.
    if (last?.text !== text || last.limit !== limit) last = { text, limit, found: found(text, limit) }
    return last.found
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

function hitOf(entry: Entry, wanted: readonly (readonly Form[])[]): (Hit & { readonly matched: number }) | undefined {
  const words: string[] = []
  let score = 0
  let matched = 0
  for (const forms of wanted) {
    let best = 0
    let word = ''
    for (const form of forms) {
      const found = scoreOf(entry, form)
      if (found > best) [best, word] = [found, form.word]
    }
    if (best === 0) continue
    matched += 1
    score += best
    words.push(word)
  }
  return matched === 0 ? undefined : { entry, score, words, matched }
}

/** A note that says it comes before a card that asks it. */
const isCard = ({ entry }: Hit): number => Number(entry.type === 'card')

/** How many of the words are in its id or its topic's title. */
const named = ({ entry, words }: Hit): number =>
  words.filter(word => placeOf(entry.fields[1]?.[0] ?? '', word, false) >= 0).length

/** How far into a statement its first word is: what it is about stands at the beginning. */
function opening({ entry, words }: Hit): number {
  const [statement] = entry.fields[0] ?? ['']
  const places = words.map(word => placeOf(statement, word, false)).filter(at => at >= 0)
  return places.length === 0 ? statement.length : Math.min(...places)
}

function scoreOf(entry: Entry, { word, weight, whole }: Form): number {
  for (const [text, field] of entry.fields) if (placeOf(text, word, whole) >= 0) return weight * field
  return 0
}

/** Where a word begins in a text, as a whole word or as the beginning of one; -1 where it does not. Both in lower case. */
export function placeOf(text: string, word: string, whole: boolean, from = 0): number {
  if (word === '') return -1
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordPart(text[at - 1])) continue
    if (!whole || !isWordPart(text[at + word.length])) return at
  }
  return -1
}
const asciiPart = /[0-9A-Za-z]/
/** Scripts that put no space between words have a word beginning at every letter. */
const part = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{Letter}\p{Mark}\p{Number}]/u
const isWordPart = (letter: string | undefined): boolean =>
  letter !== undefined && (letter < '\u0080' ? asciiPart : part).test(letter)

const vocabulary = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ fields }) =>
      fields.flatMap(([text]) => text.match(/[\p{Letter}][\p{Letter}\p{Number}-]{2,}/gu) ?? []),
    ),
  ),
]
