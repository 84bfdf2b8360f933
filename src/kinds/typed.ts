// Points and accents. The two Japanese sound marks make other letters, as do the vowel signs of India: they stay.
const accents = /(?![\u3099\u309a])[\p{Script=Inherited}\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu

/** Lower case, without accents, articles, punctuation and spare space. Letters of every script, digits and the signs that change a meaning count. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '')
    .replaceAll('\u2212', '-')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}.%$/+#*<>-]+/gu, ' ')
    .replace(/\.(?!\d)|(?<=\p{Letter})\.|-(?!\.?\d)|(?<=[\p{Letter}\p{Number}])-/gu, ' ')
    .replace(/(?<!\d)\.(?=\d)/g, '0.')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=^| )(?:the|an|a) (?=\S)/g, '')
    .replace(/(?<=\d)(?=\p{Letter})/gu, ' ')
    .replace(/(?<=\d) (?=%)|(?<=\$) (?=\d)/g, '')

export type Match =
  | { readonly is: 'same' }
  | { readonly is: 'misspelt'; readonly meant: string }
  | { readonly is: 'other' }

/**
 * Whether a typed text is one of the accepted ones. One slip per five letters is forgiven, except in figures, which must
 * be exact, and in the first letter of a word: asynchronous is no slip for synchronous.
 */
export function match(typed: string, accepted: readonly string[]): Match {
  const given = folded(typed)
  if (accepted.some(text => text.trim() === typed.trim())) return { is: 'same' }
  if (given === '') return { is: 'other' }
  if (accepted.some(text => folded(text) === given)) return { is: 'same' }
  const near = accepted.find(text => {
    const wanted = folded(text)
    const slips = Math.floor(wanted.replace(/[^\p{Letter}]/gu, '').length / 5)
    if (slips === 0 || Math.abs(wanted.length - given.length) > slips) return false
    return figures(wanted) === figures(given) && sameInitials(wanted, given) && slipsBetween(wanted, given) <= slips
  })
  return near === undefined ? { is: 'other' } : { is: 'misspelt', meant: near }
}

const figures = (text: string): string => (text.match(/[-<>$]?\d+(?:[./]\d+)*%?/g) ?? []).join(' ')

function sameInitials(a: string, b: string): boolean {
  const [ours, theirs] = [a.split(' '), b.split(' ')]
  return ours.length !== theirs.length || ours.every((word, i) => word[0] === theirs[i]?.[0])
}

/** Letters left out, added, replaced, or swapped with their neighbour. */
function slipsBetween(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(before, j - 2) + 1 : replaced
      next.push(Math.min(cell(row, j) + 1, cell(next, j - 1) + 1, replaced, swapped))
    }
    before = row
    row = next
  }
  return cell(row, b.length)
}
const cell = (row: readonly number[], at: number): number => row[at] ?? 0
