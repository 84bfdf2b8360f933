import type { Theme as ThemeName } from '../study/settings.ts'
import type { Tone } from './lines.ts'

type Colour = 'gray' | 'cyan' | 'green' | 'yellow' | 'red' | 'magenta' | 'blue'
/** Colours of the terminal's own sixteen, by meaning; none is the terminal's own text colour. */
export type Theme = Readonly<Record<Exclude<Tone, 'text' | 'focus'>, Colour | undefined>>
export type Glyphs = {
  readonly right: string
  readonly partly: string
  readonly wrong: string
  readonly here: string
  readonly dot: string
  /** Signs that the terminal does not have, and what stands for them, as wide as they are. */
  readonly spelling?: Readonly<Record<string, string>>
}
export type Look = { readonly theme: Theme; readonly glyphs: Glyphs }

const themes: Readonly<Record<'dark' | 'light' | 'either' | 'mono', Theme>> = {
  dark: {
    quiet: 'gray',
    accent: 'cyan',
    right: 'green',
    partly: 'yellow',
    wrong: 'red',
    name: 'cyan',
    figure: 'magenta',
    word: 'yellow',
    remark: 'gray',
  },
  light: {
    quiet: 'gray',
    accent: 'blue',
    right: 'green',
    partly: 'magenta',
    wrong: 'red',
    name: 'blue',
    figure: 'magenta',
    word: 'blue',
    remark: 'gray',
  },
  // Yellow and light cyan cannot be read on white, nor blue on black: these can on both.
  either: {
    quiet: 'gray',
    accent: 'cyan',
    right: 'green',
    partly: 'magenta',
    wrong: 'red',
    name: 'cyan',
    figure: 'magenta',
    word: 'cyan',
    remark: 'gray',
  },
  mono: {
    quiet: undefined,
    accent: undefined,
    right: undefined,
    partly: undefined,
    wrong: undefined,
    name: undefined,
    figure: undefined,
    word: undefined,
    remark: undefined,
  },
}

export const unicode: Glyphs = { right: '✓', partly: '≈', wrong: '✗', here: '▸', dot: '·' }
export const ascii: Glyphs = {
  right: '+',
  partly: '~',
  wrong: 'x',
  here: '>',
  dot: '-',
  spelling: {
    ...{
      '↑': '^',
      '↓': 'v',
      '←': '<',
      '→': '>',
      '│': '|',
      '…': '.',
      '█': '#',
      '░': '.',
      '▒': ':',
      '▓': '%',
      '┄': '-',
      '●': 'o',
      '·': '-',
    },
    ...{ '–': '-', '—': '-', '−': '-', '‘': "'", '’': "'", '“': '"', '”': '"', '×': 'x', '≈': '~', '\u00a0': ' ' },
  },
}

/** A text in signs that the terminal has. Letters of other scripts stay as they are. */
export const spelt = (text: string, { spelling }: Glyphs): string =>
  spelling === undefined ? text : text.replace(/[^ -~]/g, sign => spelling[sign] ?? sign)

type Env = Readonly<Record<string, string | undefined>>

/** How the screens look: by the setting, and where that is `auto` by what the terminal says of its background. */
export function lookFor(theme: ThemeName, depth: number, env: Env, windows: boolean): Look {
  return {
    theme: themes[depth === 0 ? 'mono' : theme === 'auto' ? background(env) : theme],
    glyphs: speaksUnicode(env, windows) ? unicode : ascii,
  }
}

/** COLORFGBG, where a terminal sets it, ends in the number of the background colour. */
function background({ COLORFGBG }: Env): 'dark' | 'light' | 'either' {
  const colour = COLORFGBG?.split(';').at(-1)
  if (colour === undefined || !/^\d+$/.test(colour)) return 'either'
  return colour === '7' || Number(colour) >= 9 ? 'light' : 'dark'
}

function speaksUnicode(env: Env, windows: boolean): boolean {
  if (env.TERM === 'dumb' || env.TERM === 'linux') return false
  if (windows) return Boolean(env.WT_SESSION ?? env.TERM_PROGRAM ?? env.ConEmuANSI)
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG
  return !locale || /utf-?8/i.test(locale) || (locale !== 'C' && locale !== 'POSIX' && !locale.includes('.'))
}
