/** What to search: words, and the filters written among them (`topic:limits`, `kind:cloze`, `exam:dva`, `is:due`). */
export type Query = {
  readonly words: readonly string[]
  readonly topic?: string
  readonly kind?: string
  readonly exam?: string
  /** All of them must hold. */
  readonly is?: readonly string[]
}

const filters = /(?:^|\s)(topic|kind|exam|is):(\S+)/gi
/** Nobody types more; a pasted book must not stop the screen. */
const longest = 1000
const mostWords = 24

export function queryOf(text: string): Query {
  const typed = text.slice(0, longest).normalize('NFC')
  const named = [...typed.matchAll(filters)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), value.toLowerCase()] as const,
  )
  const is = [...new Set(named.flatMap(([name, value]) => (name === 'is' ? [value] : [])))]
  return {
    ...Object.fromEntries(named),
    ...(is.length > 0 && { is }),
    words: [...new Set(wordsOf(typed.replace(filters, ' ')))].slice(0, mostWords),
  }
}

/** The words of a text, folded, without the signs around them. */
export const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .match(/[\p{Letter}\p{Number}][\p{Letter}\p{Mark}\p{Number}.\-/]*/gu)
    ?.map(word => word.replace(/[.\-/]+$/, '')) ?? []

/** Lower case without accents. Every character keeps its place, so that a match can be marked in the text it came from. */
export const folded = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is a range of control characters and others
  text.replace(/[^\u0000-\u007f]/gu, plainLetter).toLowerCase()

const marks = /\p{Mark}/gu
function plainLetter(letter: string): string {
  const base = letter.normalize('NFKD').replace(marks, '').toLowerCase()
  return base.length === letter.length ? base : letter
}
