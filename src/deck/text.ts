// Sequences go first, then stray controls: a removed control character must not leave the rest of its sequence behind.
const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  /(?:\u001b\[|\u009b)[\u0030-\u003f]*[\u0020-\u002f]*[\u0040-\u007e]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c|(?=\u001b)|$)|\u001b[\u0020-\u002f]*[\u0030-\u007e]?/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const invisible =
  /\u034f|[\u180b-\u180f]|[\ufe00-\ufe0d]|[\u00ad\u115f\u1160\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u17b4\u17b5]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu
const stackedMarks = /(\p{Mark}{4})\p{Mark}+/gu
const looseSelector = /(?<!\p{Emoji})[\ufe0e\ufe0f]/gu
// A joiner is part of the spelling between letters of these scripts, and between the pictures of one emoji; elsewhere it hides.
const joining = [
  'Arabic',
  'Syriac',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Myanmar',
  'Khmer',
]
const letter = String.raw`(?=\p{Letter})[${joining.map(script => String.raw`\p{Script=${script}}`).join('')}]`
const emoji = String.raw`\p{Extended_Pictographic}`
const looseJoiner = new RegExp(
  String.raw`[\u200c\u200d](?<!${letter}\p{Mark}{0,4}[\u200c\u200d](?=${letter}))(?<!${emoji}[\ufe0f\u{1f3fb}-\u{1f3ff}]?\u200d(?=${emoji}))`,
  'gu',
)
const plain = /^[\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u2500-\u25ff]*$/

/** Text from strangers made harmless for a terminal: no escape sequence, control, bidi or invisible character is left. Keeps line ends; a tab becomes four spaces. */
export function safe(text: string): string {
  if (plain.test(text)) return text
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(sequences, '')
    .replace(controls, '')
    .replace(directions, '')
    .replace(invisible, '')
    .replace(looseSelector, '')
    .replace(stackedMarks, '$1')
    .replace(looseJoiner, '')
    .replace(stackedMarks, '$1')
    .replaceAll('\t', '    ')
}

/** Like `safe`, on one line. */
export const safeLine = (text: string): string => safe(text).replace(/(?<!\s)\s*\n\s*/g, ' ')

/** A run of text that looks alike. */
export type Span = { readonly text: string; readonly bold?: true; readonly code?: true }

// No part may run over the beginning of the next one: that keeps a text of 100,000 brackets quick.
const marks = /\*\*(?<bold>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<link>[^[\]]+)\]\((?<url>[^)\s[]+)\)/g

/** The Markdown that decks may use: **bold**, `code` and links, whose address is shown. Lists stay as they are. */
export function spans(text: string): readonly Span[] {
  const found: Span[] = []
  let end = 0
  for (const match of text.matchAll(marks)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) })
    const { bold, code, link, url } = match.groups ?? {}
    if (bold !== undefined) found.push({ text: bold, bold: true })
    else if (code !== undefined) found.push({ text: code, code: true })
    else found.push({ text: link === url ? `${url}` : `${link} (${url})` })
    end = match.index + match[0].length
  }
  if (end < text.length) found.push({ text: text.slice(end) })
  return found
}

/** The text without its Markdown, for searching and for plain output. */
export const plainText = (text: string): string =>
  spans(text)
    .map(span => span.text)
    .join('')
