import { safeLine } from '../deck/text.ts'

/** A line being typed; `cursor` counts graphemes from the left. */
export type Field = { readonly text: string; readonly cursor: number }
export const emptyField: Field = { text: '', cursor: 0 }
export const fieldOf = (text: string): Field => ({ text, cursor: graphemes(text).length })

const longest = 500
/** The editing keys, and what they do to a line. */
const edits = {
  left: field => ({ ...field, cursor: Math.max(0, field.cursor - 1) }),
  right: field => ({ ...field, cursor: Math.min(graphemes(field.text).length, field.cursor + 1) }),
  home: field => ({ ...field, cursor: 0 }),
  end: field => fieldOf(field.text),
  backspace: field => cut(field, field.cursor - 1, field.cursor),
  delete: field => cut(field, field.cursor, field.cursor + 1),
  'ctrl+u': field => cut(field, 0, field.cursor),
  'ctrl+w': field => cut(field, wordStart(field), field.cursor),
} as const satisfies Record<string, (field: Field) => Field>

export function inserted({ text, cursor }: Field, typed: string): Field {
  const parts = graphemes(text)
  // An accent or half a flag joins the letter before it: so letters are counted after they were put together.
  const before = graphemes(parts.slice(0, cursor).join('') + safeLine(typed))
  const next = graphemes([...before, ...parts.slice(cursor)].join('')).slice(0, longest)
  return { text: next.join(''), cursor: Math.min(next.length, before.length) }
}

/** What a key does to a line: editing keys edit, `space` and printable keys and pastes are typed. */
export function edited(field: Field, key: string, pasted?: string): Field {
  if (pasted !== undefined) return inserted(field, pasted)
  const edit = Object.hasOwn(edits, key) ? edits[key as keyof typeof edits] : undefined
  return edit ? edit(field) : inserted(field, key === 'space' ? ' ' : key)
}

function cut({ text, cursor }: Field, from: number, to: number): Field {
  const parts = graphemes(text)
  const start = Math.max(0, from)
  return { text: [...parts.slice(0, start), ...parts.slice(to)].join(''), cursor: start < cursor ? start : cursor }
}

function wordStart({ text, cursor }: Field): number {
  const parts = graphemes(text)
  let at = cursor
  while (at > 0 && parts[at - 1] === ' ') at -= 1
  while (at > 0 && parts[at - 1] !== ' ') at -= 1
  return at
}

export function graphemes(text: string): readonly string[] {
  // A segmenter takes longer than all the rest of a row that is ASCII, Latin letters and the signs of our screens.
  return /^[ -~·À-ʯ‐-‧←-↓−≈─-▟▸✓✗]*$/.test(text)
    ? [...text]
    : Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
}
