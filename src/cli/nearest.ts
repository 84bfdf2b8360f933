import { closest, distance } from 'fastest-levenshtein'

/** The word most like a mistyped one; missing when none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  const found = closest(word.toLowerCase(), words)
  return distance(word.toLowerCase(), found.toLowerCase()) <= Math.max(1, Math.floor(found.length / 3))
    ? found
    : words.find(other => word.length > 2 && other.includes(word))
}
