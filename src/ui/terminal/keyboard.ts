/**
 * One key press, or one whole paste (`key` is `paste`, the pasted words are `text`).
 * Keys have names (`up`, `enter`, `shift+tab`, `ctrl+c`, `alt+x`, `f1`, `space`); any other printable
 * grapheme is its own name.
 */
export type Press = { readonly key: string; readonly text?: string }

/** Runs `run` after `ms`; what it gives back calls it off. */
export type After = (ms: number, run: () => void) => () => void

/** What stands first in the buffer: its length, and the key, unless it is none (a reply of the terminal). */
type First = { readonly length: number; readonly key: string | undefined }

const ESC = '\u001B'
const BEL = '\u0007'
const STRING_TERMINATOR = '\u009C'
const PASTE_END = `${ESC}[201~`
/** A paste longer than this is cut: 1 MiB, counted in UTF-16 units. */
const LONGEST_PASTE = 1 << 20
const LONGEST_GRAPHEME = 64

const controls: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007F': 'backspace',
  '\0': 'ctrl+space',
}

/** `CSI … letter` and `SS3 letter`. No R for F3: `CSI 1;5R` is where the cursor is, and F3 comes as SS3. */
const letters: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'shift+tab',
  P: 'f1',
  Q: 'f2',
  S: 'f4',
}
const keypad: Readonly<Record<string, string>> = { ...letters, R: 'f3', M: 'enter' }

/** `CSI number ~` */
const numbers: Readonly<Record<string, string>> = Object.fromEntries([
  ...'home insert delete end pageup pagedown home end'.split(' ').map((key, index) => [index + 1, key]),
  ...[11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map((number, index) => [number, `f${index + 1}`]),
  [200, 'paste'],
])

/**
 * Turns what the terminal sends into presses: the same bytes give the same presses, however they are cut
 * into chunks. Only silence of `escMs` tells a lone Esc from the start of a sequence.
 */
export function keyboard(emit: (press: Press) => void, escMs = 30, after: After = afterTimeout) {
  let buffer = ''
  let pasted: string | undefined
  let callOff = () => {}

  /** `last`: nothing more comes, so what could have gone on is taken as it stands. */
  const read = (last: boolean) => {
    while (buffer !== '') {
      if (pasted !== undefined) {
        const end = buffer.indexOf(PASTE_END)
        // The last characters may be the start of PASTE_END.
        const length = end < 0 ? Math.max(0, buffer.length - PASTE_END.length + 1) : end
        const text = (pasted + buffer.slice(0, length)).slice(0, LONGEST_PASTE)
        buffer = buffer.slice(end < 0 ? length : length + PASTE_END.length)
        pasted = end < 0 ? text : undefined
        if (end < 0) return
        emit({ key: 'paste', text: text.replace(/\r\n?/g, '\n').replace(/[\uD800-\uDBFF]$/, '') })
        continue
      }
      const next = first(buffer, last)
      if (next === undefined) return
      buffer = buffer.slice(next.length)
      if (next.key === 'paste') pasted = ''
      else if (next.key !== undefined) emit({ key: next.key })
    }
  }

  return {
    push(chunk: string) {
      callOff()
      buffer += chunk
      read(false)
      if (buffer !== '' && pasted === undefined) callOff = after(escMs, () => read(true))
    },
    close() {
      callOff()
      buffer = ''
      pasted = undefined
    },
  }
}

const afterTimeout: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** `undefined`: more must come before it can be told. */
function first(text: string, last: boolean): First | undefined {
  const code = text.charCodeAt(0)
  const character = text.charAt(0)
  if (character === ESC) return escaped(text, last)
  if (code < 0x20 || code === 0x7f)
    return { length: 1, key: controls[character] ?? `ctrl+${String.fromCharCode(code + 64).toLowerCase()}` }
  if (code < 0x7f) return { length: 1, key: character === ' ' ? 'space' : character }
  if (code < 0xa0) return { length: 1, key: undefined }
  return grapheme(text, last)
}

/** A mark, a joiner or the other half of a surrogate pair may still follow the last character that came. */
function grapheme(text: string, last: boolean): First | undefined {
  const complete = last || text.length >= LONGEST_GRAPHEME
  const seen = complete ? text.slice(0, LONGEST_GRAPHEME) : text.replace(/[\uD800-\uDBFF]$/, '')
  const [cluster] = new Intl.Segmenter().segment(seen)
  if (cluster === undefined || (!complete && cluster.segment.length === seen.length)) return undefined
  return { length: cluster.segment.length, key: cluster.segment }
}

function escaped(text: string, last: boolean): First | undefined {
  const found = sequence(text, last)
  if (found !== undefined || !last) return found
  // Two characters were Alt and a key; anything longer was cut off on its way.
  return { length: text.length, key: text.length === 2 ? `alt+${text.charAt(1)}` : undefined }
}

function sequence(text: string, last: boolean): First | undefined {
  switch (text.charAt(1)) {
    case '':
      return last ? { length: 1, key: 'esc' } : undefined
    case ESC:
      return { length: 1, key: 'esc' }
    case '[':
      return controlSequence(text)
    case 'O':
      return keypadSequence(text)
    case ']':
    case 'P':
    case '_':
    case '^':
    case 'X':
      return reply(text)
    default:
      return withAlt(first(text.slice(1), last))
  }
}

function withAlt(found: First | undefined): First | undefined {
  return found && { length: found.length + 1, key: found.key && `alt+${found.key}` }
}

/** `ESC [ parameters intermediates final`, the Linux console's `ESC [ [ A`, and the old mouse's `ESC [ M x y z`. */
function controlSequence(text: string): First | undefined {
  if (text.charAt(2) === '[') {
    if (text.length < 4) return undefined
    const place = 'ABCDE'.indexOf(text.charAt(3))
    return place < 0 ? { length: 3, key: undefined } : { length: 4, key: `f${place + 1}` }
  }
  if (text.charAt(2) === 'M') return text.length < 6 ? undefined : { length: 6, key: undefined }
  const [body] = /^[0-?]*[ -/]*/.exec(text.slice(2)) ?? ['']
  const final = text.charAt(2 + body.length)
  if (final === '') return undefined
  // A character that belongs to no sequence: the sequence was cut off, the character is read afresh.
  if (final < '@' || final > '~') return { length: 2 + body.length, key: undefined }
  return { length: 3 + body.length, key: keyOf(body, final) }
}

function keyOf(body: string, final: string): string | undefined {
  const [, number = '?', modifiers = '1'] = /^(\d*)(?:;(\d+))?$/.exec(body) ?? []
  const key = final === '~' ? numbers[number] : number === '' || number === '1' ? letters[final] : undefined
  if (key === undefined) return undefined
  const held = Number(modifiers) - 1
  return (held & 2 ? 'alt+' : '') + (held & 4 ? 'ctrl+' : '') + (held & 1 ? 'shift+' : '') + key
}

function keypadSequence(text: string): First | undefined {
  const final = text.charAt(2)
  if (final === '') return undefined
  return final < '@' || final > '~' ? { length: 2, key: 'alt+O' } : { length: 3, key: keypad[final] }
}

/** An answer of the terminal (OSC, DCS …): up to BEL or ST, or to the Esc of whatever cut it off. */
function reply(text: string): First | undefined {
  for (let at = 2; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === BEL || character === STRING_TERMINATOR) return { length: at + 1, key: undefined }
    if (character !== ESC) continue
    if (at + 1 === text.length) return undefined
    return { length: text.charAt(at + 1) === '\\' ? at + 2 : at, key: undefined }
  }
  return undefined
}
