import { distance } from 'fastest-levenshtein'
import Fuse from 'fuse.js'

/** Longer ones are not misspelt words, and would take long to compare. */
const longestWord = 32

/** Words of a text that a word unknown to it may stand for, the likeliest first. */
export function respeller(text: string): (word: string) => readonly string[] {
  let known: readonly string[] | undefined
  const found = new Map<string, readonly string[]>()
  return word => {
    if (word.length > longestWord) return []
    known ??= [...new Set(text.match(/[\p{Letter}][\p{Letter}\p{Number}-]{2,}/gu))]
    const near = found.get(word) ?? nearest(word, known)
    if (found.size >= kept) found.clear()
    found.set(word, near)
    return near
  }
}
const kept = 48

function nearest(word: string, known: readonly string[]): readonly string[] {
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
