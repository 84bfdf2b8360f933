import { type Document, isNode, Lexer, Scalar, visit, type YAMLError } from 'yaml'

/** A fault of the file as YAML, before anybody asks what it says. `offset` counts characters. */
export type Slip = {
  readonly offset: number
  readonly code: string
  readonly says: string
  readonly remedy: string
}

/** A file of many more signs than words can take the parser a thousand times its size in memory: larger files are counted first. */
const uncounted = 1024 * 1024
const mostParts = 1_500_000

export function hasTooManyParts(text: string): boolean {
  if (text.length <= uncounted) return false
  let parts = 0
  for (const _ of new Lexer().lex(text)) if (++parts > mostParts) return true
  return false
}

/** All that is wrong with a document that was parsed without `uniqueKeys`; at most `most`. */
export function slipsOf(document: Document.Parsed, most: number): readonly Slip[] {
  const { errors, warnings } = document
  const deep = errors.find(error => error.message.includes('call stack'))
  if (deep) {
    const says = 'lists or maps are nested too deeply'
    return [{ offset: deep.pos[0], code: 'nesting', says, remedy: 'a topic needs five levels at most' }]
  }
  const quote = errors.find(error => /^Missing closing .quote/.test(error.message))
  const opened = quote && openingOf(quote, document)
  if (opened !== undefined) {
    const says = 'the quote that opens here is never closed'
    return [{ offset: opened, code: 'yaml', says, remedy: 'close it, or write prose after `>-`' }]
  }
  const slips = [...errors, ...warnings].slice(0, most).map(error => ({ offset: error.pos[0], ...wordsFor(error) }))
  return slips.length > 0 ? slips : repeatedKeys(document).slice(0, most)
}

/** What is wrong when aliases cannot be unfolded: the first alias of nothing, or all of them together. */
export function aliasSlip(document: Document.Parsed): Slip {
  const anchors = new Set<string>()
  let first: number | undefined
  let unknown: number | undefined
  visit(document, {
    Alias(_, { source, range }) {
      first ??= range?.[0]
      if (anchors.has(source)) return
      unknown = range?.[0]
      return visit.BREAK
    },
    Value(_, { anchor }) {
      if (anchor !== undefined) anchors.add(anchor)
    },
  })
  if (unknown !== undefined)
    return { offset: unknown, code: 'yaml', says: 'this alias stands for nothing', remedy: signs }
  const says = 'the aliases of this file unfold into too much'
  return { offset: first ?? 0, code: 'aliases', says, remedy: 'write the values out' }
}

/** The parser finds an unclosed quote where the file, or what the quote may hold, ends: too late for whoever looks for it. */
function openingOf(error: YAMLError, document: Document.Parsed): number | undefined {
  let offset: number | undefined
  visit(document, {
    Scalar(_, { type, range }) {
      const quoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE
      if (quoted && range && range[0] <= error.pos[0]) offset = range[0]
    },
  })
  return offset
}

/** The parser's own check compares every key with every other one, which takes hours on a hostile file. */
function repeatedKeys(document: Document.Parsed): readonly Slip[] {
  const found: Slip[] = []
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        const name = String(key)
        const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0
        if (seen.has(name))
          found.push({
            offset,
            code: 'yaml',
            says: `\`${name}\` stands in this map twice`,
            remedy: 'keep one of the two',
          })
        seen.add(name)
      }
    },
  })
  return found
}

const signs = 'a text that begins with *, &, !, %, @ or ` needs quotes; write prose after `>-`'

function wordsFor({ code, message }: YAMLError): Omit<Slip, 'offset'> {
  const slip = { code: 'yaml', says: message.split('\n')[0] ?? code }
  switch (code) {
    case 'MULTIPLE_DOCS':
      return { ...slip, says: 'a second document begins here', remedy: 'a file holds one topic; take the `---` out' }
    case 'NON_STRING_KEY':
      return { ...slip, says: 'a key must be a text', remedy: 'a text that begins with [ or { needs quotes' }
    case 'BAD_ALIAS':
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
      return { ...slip, remedy: signs }
    default: {
      const remedy =
        'often a missing quote or a tab; a text with a colon, or that begins with a sign, needs quotes or `>-`'
      return { ...slip, remedy }
    }
  }
}
