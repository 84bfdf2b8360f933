import { placeOf } from './places.ts'
import { folded } from './query.ts'

/** A run of text, marked where a word was found. */
export type Marked = { readonly text: string; readonly hit: boolean }

/** The part of a text, at most `width` long and with a sign where it is cut, that shows the first of the words, with all of them marked. */
export function excerpt(text: string, words: readonly string[], width: number): readonly Marked[] {
  const low = folded(text)
  const places = words.map(word => placeOf(low, word, false)).filter(at => at >= 0)
  const first = places.length === 0 ? 0 : Math.min(...places)
  const near = Math.min(first - Math.floor(width / 3), text.length - width)
  const start = near <= 0 || first < width * 0.6 ? 0 : wordFrom(text, near, width)
  const end = start + width >= text.length ? text.length : wordsUntil(text, start + width, width)
  return marked(`${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`, words)
}

/** Where the next word begins, when that is near; else `at`, but not within a letter of two halves. */
function wordFrom(text: string, at: number, width: number): number {
  const space = text.indexOf(' ', at)
  return space >= at && space < at + width / 5 ? space + 1 : wholeLetter(text, at)
}

/** Where the last word before `at` ends, when that is near. */
function wordsUntil(text: string, at: number, width: number): number {
  const space = text.lastIndexOf(' ', at)
  return space > at - width / 5 ? space : wholeLetter(text, at)
}

const wholeLetter = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)

/** The whole text in runs, every place where one of the words begins marked. */
export function marked(text: string, words: readonly string[]): readonly Marked[] {
  const low = folded(text)
  const runs: Marked[] = []
  let at = 0
  while (at < text.length) {
    const next = words
      .map(word => ({ word, place: placeOf(low, word, false, at) }))
      .filter(({ place }) => place >= 0)
      .sort((a, b) => a.place - b.place || b.word.length - a.word.length)[0]
    if (!next) break
    if (next.place > at) runs.push({ text: text.slice(at, next.place), hit: false })
    runs.push({ text: text.slice(next.place, next.place + next.word.length), hit: true })
    at = next.place + next.word.length
  }
  if (at < text.length) runs.push({ text: text.slice(at), hit: false })
  return runs
}
