/** What to search: words, and the filters written among them (`topic:limits`, `kind:cloze`). */
export type Query = { readonly words: readonly string[]; readonly topic?: string; readonly kind?: string }

const filters = /(?:^|\s)(topic|kind):(\S+)/g

export function queryOf(text: string): Query {
  const found = Object.fromEntries([...text.matchAll(filters)].map(([, name, value]) => [`${name}`, value]))
  const rest = folded(text.replace(filters, ' '))
  return {
    ...found,
    words:
      rest.match(/[\p{Letter}\p{Number}][\p{Letter}\p{Number}.\-/]*/gu)?.map(word => word.replace(/[.\-/]+$/, '')) ??
      [],
  }
}

/** Lower case without accents. Every character keeps its place, so that a match can be marked in the text it came from. */
export function folded(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is a range of control characters and others
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase()
  return [...text]
    .map(letter => {
      const base = letter
        .normalize('NFKD')
        .replace(/\p{Mark}/gu, '')
        .toLowerCase()
      return base.length === letter.length ? base : letter
    })
    .join('')
}
