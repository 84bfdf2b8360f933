import { folded } from './query.ts'
import { placeOf } from './search.ts'

/** A run of text, marked where a word was found. */
export type Marked = { readonly text: string; readonly hit: boolean }

/** The part of a text, at most `width` long, that shows the first of the words, with all of them marked. */
export function excerpt(text: string, words: readonly string[], width: number): readonly Marked[] {
  const first = Math.min(
    ...words.map(word => placeOf(folded(text), word, false)).filter(at => at >= 0),
    Number.POSITIVE_INFINITY,
  )
  const start =
    !Number.isFinite(first) || first < width - 20 ? 0 : text.lastIndexOf(' ', first - Math.floor(width / 3)) + 1
  const end = start + width >= text.length ? text.length : Math.max(start + 1, text.lastIndexOf(' ', start + width - 1))
  return marked(`${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`, words)
}

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
