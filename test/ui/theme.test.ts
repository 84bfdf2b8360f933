import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { ascii, lookFor, spelt, unicode } from '../../src/ui/theme.ts'

const themeOf = (...[theme, depth, env]: [Parameters<typeof lookFor>[0], number, Record<string, string>]) =>
  lookFor(theme, depth, env, false).theme
const glyphsOf = (env: Record<string, string>, windows = false) => lookFor('auto', 4, env, windows).glyphs

test.each([
  ['dark', {}, 'dark'],
  ['light', {}, 'light'],
  ['auto', { COLORFGBG: '15;0' }, 'dark'],
  ['auto', { COLORFGBG: '0;15' }, 'light'],
  ['auto', { COLORFGBG: '0;7' }, 'light'],
  ['auto', { COLORFGBG: '7;8' }, 'dark'],
  ['auto', { COLORFGBG: '0;default;15' }, 'light'],
  ['dark', { COLORFGBG: '0;15' }, 'dark'],
] as const)('the setting %s with %j is the theme %s', (setting, env, theme) => {
  expect(themeOf(setting, 4, env)).toEqual(themeOf(theme, 4, {}))
})

test('a background that is not known gets colours that can be read on both', () => {
  const either = themeOf('auto', 4, {})
  expect(themeOf('auto', 4, { COLORFGBG: 'default' })).toEqual(either)
  expect(themeOf('auto', 4, { COLORFGBG: '' })).toEqual(either)
  expect(Object.values(either)).not.toContain('yellow')
  expect(Object.values(either)).not.toContain('blue')
})

test('without colours, whatever is set, there are none', () => {
  for (const setting of ['auto', 'dark', 'light', 'mono'] as const)
    expect(Object.values(themeOf(setting, 0, {})).every(colour => colour === undefined)).toBe(true)
  expect(Object.values(themeOf('mono', 24, {})).every(colour => colour === undefined)).toBe(true)
})

test('with colours, what is right, partly right and wrong can be told apart', () => {
  for (const setting of ['auto', 'dark', 'light'] as const) {
    const { right, partly, wrong } = themeOf(setting, 4, {})
    expect(new Set([right, partly, wrong, undefined]).size).toBe(4)
  }
})

test.each([
  [{}, unicode],
  [{ LANG: 'en_US.UTF-8' }, unicode],
  [{ LANG: 'de_DE.utf8' }, unicode],
  [{ LANG: 'en_US' }, unicode],
  [{ LANG: 'C' }, ascii],
  [{ LANG: 'POSIX' }, ascii],
  [{ LANG: 'en_US.ISO-8859-1' }, ascii],
  [{ LANG: 'C.UTF-8' }, unicode],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, ascii],
  [{ LANG: 'C', LC_CTYPE: 'en_US.UTF-8' }, unicode],
  [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, unicode],
  [{ TERM: 'dumb', LANG: 'en_US.UTF-8' }, ascii],
  [{ TERM: 'linux', LANG: 'en_US.UTF-8' }, ascii],
])('with %j the signs are these', (env, glyphs) => {
  expect(glyphsOf(env)).toEqual(glyphs)
})

test('an old Windows console gets plain signs, newer terminals the others', () => {
  expect(glyphsOf({}, true)).toEqual(ascii)
  expect(glyphsOf({ WT_SESSION: 'x' }, true)).toEqual(unicode)
  expect(glyphsOf({ TERM_PROGRAM: 'vscode' }, true)).toEqual(unicode)
})

test('no sign stands for two things, and the plain ones are ASCII', () => {
  for (const glyphs of [unicode, ascii]) {
    const { right, partly, wrong, here } = glyphs
    expect(new Set([right, partly, wrong, here]).size).toBe(4)
  }
  const { spelling = {}, ...signs } = ascii
  for (const sign of [...Object.values(signs), ...Object.values(spelling)]) expect(sign).toMatch(/^[ -~]$/)
})

test('a terminal without Unicode gets other signs of the same width, and keeps its letters', () => {
  expect(spelt('↓ more · “naïve” …', ascii)).toBe('v more - "naïve" .')
  expect(spelt('↓ more · “naïve” …', unicode)).toBe('↓ more · “naïve” …')
  for (const [sign, plain] of Object.entries(ascii.spelling ?? {})) expect(stringWidth(sign)).toBe(plain.length)
})
