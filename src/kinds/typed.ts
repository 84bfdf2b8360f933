import { distance } from 'fastest-levenshtein'

/** Lower case, without accents, articles, punctuation and spare space. Letters of every script and digits count. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/(?<=\d)[,\s](?=\d{3}\b)/g, '')
    .replace(/[^\p{Letter}\p{Number}.%$/+]+/gu, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/\b(the|an|a)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export type Match =
  | { readonly is: 'same' }
  | { readonly is: 'misspelt'; readonly meant: string }
  | { readonly is: 'other' }

/** Whether a typed text is one of the accepted ones. One slip per five letters is forgiven, except in figures, which must be exact. */
export function match(typed: string, accepted: readonly string[]): Match {
  const given = folded(typed)
  if (given === '') return { is: 'other' }
  if (accepted.some(text => folded(text) === given)) return { is: 'same' }
  const near = accepted.find(text => {
    const wanted = folded(text)
    const slips = Math.floor(wanted.replace(/[^\p{Letter}]/gu, '').length / 5)
    return slips > 0 && figures(wanted) === figures(given) && distance(wanted, given) <= slips
  })
  return near === undefined ? { is: 'other' } : { is: 'misspelt', meant: near }
}

const figures = (text: string): string => (text.match(/\d+/g) ?? []).join(' ')
