import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, safe, safeLine, spans } from '../../src/deck/text.ts'

const esc = '\u001b'
const bel = '\u0007'
const st = `${esc}\\`

test.each([
  ['clipboard write, ended by BEL', `a${esc}]52;c;ZXZpbA==${bel}b`, 'ab'],
  ['clipboard write, ended by ST', `a${esc}]52;c;ZXZpbA==${st}b`, 'ab'],
  ['clipboard write in C1', 'a\u009d52;c;ZXZpbA==\u009cb', 'ab'],
  ['clipboard write in C1, ended by BEL', `a\u009d52;c;ZXZpbA==${bel}b`, 'ab'],
  ['clipboard read', `${esc}]52;c;?${bel}`, ''],
  ['window title', `${esc}]0;owned${bel}x`, 'x'],
  ['palette', `${esc}]4;1;#ff0000${bel}x`, 'x'],
  ['working directory', `${esc}]9;9;C:/${bel}x`, 'x'],
  ['foreground colour', `${esc}]10;#000000${bel}x`, 'x'],
  ['background colour', `${esc}]11;#000000${st}x`, 'x'],
  ['notification', `${esc}]777;notify;a;b${bel}x`, 'x'],
  ['iTerm2 file', `${esc}]1337;File=name=a:QQ==${bel}x`, 'x'],
  [
    'link whose text is another host',
    `${esc}]8;;https://evil.example${bel}aws.amazon.com${esc}]8;;${bel}`,
    'aws.amazon.com',
  ],
  ['link in C1', '\u009d8;;https://evil.example\u009cgood\u009d8;;\u009c', 'good'],
  ['OSC without an end', `a${esc}]0;title and the rest`, 'a'],
  ['OSC cut by another sequence', `a${esc}]0;title${esc}[2Jb`, 'ab'],
  ['clear screen', `${esc}[2Jx`, 'x'],
  ['clear screen in C1', '\u009b2Jx', 'x'],
  ['cursor to the corner', `${esc}[1;1Hx`, 'x'],
  ['alternate screen', `${esc}[?1049hx`, 'x'],
  ['mouse reports', `${esc}[?1000;1006hx`, 'x'],
  ['bracketed paste off', `${esc}[?2004lx`, 'x'],
  ['device attributes', `${esc}[cx`, 'x'],
  ['cursor report', `${esc}[6nx`, 'x'],
  ['colour', `${esc}[31mred${esc}[0m`, 'red'],
  ['conceal', `${esc}[8mhidden${esc}[28m`, 'hidden'],
  ['CSI with intermediates', `${esc}[4 qx`, 'x'],
  ['CSI without an end', `a${esc}[12;`, 'a'],
  ['reset', `${esc}cx`, 'x'],
  ['character set', `${esc}(0x`, 'x'],
  ['screen test', `${esc}#8x`, 'x'],
  ['save cursor', `${esc}7x`, 'x'],
  ['device control', `${esc}P$q"p${st}x`, 'x'],
  ['application command', `${esc}_Gf=100;AAAA${st}x`, 'x'],
  ['privacy message', `${esc}^secret${st}x`, 'x'],
  ['start of string', `${esc}Xsecret${st}x`, 'x'],
  ['device control in C1', '\u0090$q"p\u009cx', 'x'],
  ['application command in C1', '\u009fGf=100\u009cx', 'x'],
  ['a sequence inside a sequence', `${esc}${esc}[31[32mx`, '32mx'],
  ['a lone escape', `a${esc}`, 'a'],
  ['BEL', `a${bel}b`, 'ab'],
  ['backspace over an answer', 'wrong\b\b\b\b\bright', 'wrongright'],
  ['CR over the beginning of a line', 'right\rwrong', 'right\nwrong'],
  ['CR and LF', 'a\r\nb', 'a\nb'],
  ['vertical tab', 'a\u000bb', 'ab'],
  ['form feed', 'a\fb', 'ab'],
  ['NUL', 'a\u0000b', 'ab'],
  ['DEL', 'a\u007fb', 'ab'],
  ['shift out and in', 'a\u000eb\u000fc', 'abc'],
  ['XOFF', 'a\u0013b', 'ab'],
  ['C1 index', 'a\u0084b', 'ab'],
  ['C1 next line', 'a\u0085b', 'a\nb'],
  ['line separator', 'a\u2028b', 'a\nb'],
  ['paragraph separator', 'a\u2029b', 'a\nb'],
  ['tab', 'a\tb', 'a    b'],
  ['right-to-left override', 'a\u202egnp.exe', 'agnp.exe'],
  ['isolates', '\u2067a\u2069', 'a'],
  ['direction marks', 'a\u200e\u200f\u061cb', 'ab'],
  ['zero-width space', 'a\u200bb', 'ab'],
  ['zero-width joiner between letters', 'a\u200db', 'ab'],
  ['zero-width non-joiner between letters', 'a\u200cb', 'ab'],
  ['word joiner', 'a\u2060b', 'ab'],
  ['byte order mark', '\ufeffa', 'a'],
  ['soft hyphen', 'a\u00adb', 'ab'],
  ['Hangul filler', 'a\u3164\u115f\u1160\uffa0b', 'ab'],
  ['Mongolian vowel separator', 'a\u180eb', 'ab'],
  ['Khmer inherent vowels', 'a\u17b4\u17b5b', 'ab'],
  ['variation selectors on letters', 'a\ufe00\ufe0f\u{e0100}b', 'ab'],
  ['tag characters', 'a\u{e0001}\u{e0041}\u{e007f}b', 'ab'],
  ['musical format', 'a\u{1d173}b', 'ab'],
  ['shorthand format', 'a\u{1bca0}b', 'ab'],
  ['interlinear annotation', 'a\ufff9b\ufffac\ufffb', 'abc'],
  ['deprecated format characters', 'a\u206ab', 'ab'],
  ['combining grapheme joiner', 'a\u034fb', 'ab'],
  ['zalgo', `a${'\u0301'.repeat(50)}`, `a${'\u0301'.repeat(4)}`],
  ['zalgo in parts', `a${'\u0301\u200d'.repeat(50)}`, `a${'\u0301'.repeat(4)}`],
  ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
])('%s is made harmless', (_, hostile, left) => {
  expect(safe(hostile)).toBe(left)
})

test.each([
  ['accents', 'Café, señor, Zürich, naïve'],
  ['accents put together', 'Cafe\u0301'],
  ['Vietnamese', 'Tiếng Việt'],
  ['Chinese and Japanese', '无服务器 サーバーレス、関数'],
  ['Korean', '서버리스 함수'],
  ['Arabic', 'دالة لامدا'],
  ['Arabic with vowels', 'مُحَمَّد'],
  ['Persian, joined nowhere', 'می\u200cخواهم'],
  ['Hebrew with points', 'שָׁלוֹם'],
  ['Hindi', 'हिन्दी'],
  ['Hindi with joiners', 'क्\u200dष क्\u200cष'],
  ['Tamil', 'தமிழ்'],
  ['Sinhala with a joiner', 'ශ්\u200dරී'],
  ['Thai', 'ภาษาไทย'],
  ['a family', '👩\u200d👩\u200d👧\u200d👦'],
  ['a profession with a skin colour', '👩🏽\u200d💻'],
  ['a rainbow flag', '🏳️\u200d🌈'],
  ['a flag', '🇵🇱'],
  ['a keycap', '1\ufe0f\u20e3 #\ufe0f\u20e3'],
  ['a heart', '❤\ufe0f'],
  ['lines', 'one\ntwo\n\nthree'],
  ['signs', '“a” – b… → © ½ ≤ €5 100 %'],
  ['a box', '┌─┐│█░'],
])('%s stay as they are', (_, text) => {
  expect(safe(text)).toBe(text)
})

/** Texts made of what is dangerous, next to what must stay. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          esc,
          bel,
          st,
          `${esc}[`,
          `${esc}]`,
          `${esc}P`,
          '\u009b',
          '\u009c',
          '\u009d',
          '\r',
          '\n',
          '\t',
          '8;;',
          '31m',
        ],
        ...['\u200b', '\u200c', '\u200d', '\u202e', '\ufe0f', '\u0301', '\u034f', '\u{e0041}', '\ud800', '\udc00'],
        ...['👩', '🏽', '❤', '1', 'क', '\u094d', 'م', '\u064e', 'a', ' ', '関', '\u3099', '\u00ad'],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''))

test('whatever comes in, no control, direction or invisible character comes out', () => {
  fc.assert(
    fc.property(hostile, text => {
      const left = safe(text)
      expect(left).not.toMatch(/(?!\n)\p{Cc}|\p{Zl}|\p{Zp}|\p{Surrogate}/u)
      expect(left).not.toMatch(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]/u)
      expect(left).not.toMatch(/\p{Mark}{5}/u)
      // What is left of the format characters is spelling: joiners, and the number signs of Arabic, Syriac and Kaithi.
      const spelling =
        /\u200c|\u200d|[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1343f}]/gu
      expect(left.replace(spelling, '')).not.toMatch(/\p{Cf}/u)
    }),
    { numRuns: 5000 },
  )
})

test('what is safe stays as it is when it is made safe again', () => {
  fc.assert(
    fc.property(hostile, text => {
      expect(safe(safe(text))).toBe(safe(text))
    }),
    { numRuns: 5000 },
  )
})

test('one line stays one line', () => {
  expect(safeLine('a \r\n  b\u2028c\n')).toBe('a b c ')
  fc.assert(
    fc.property(hostile, text => {
      expect(safeLine(text)).not.toContain('\n')
    }),
  )
})

test.each([
  ['openings of sequences', `${esc}[`],
  ['openings of strings', `${esc}]`],
  ['joiners', '\u200d'],
  ['marks', '\u0301'],
  ['spaces', ' '],
  ['brackets', '['],
  ['links that are not closed', '[a]('],
  ['stars', '**a*'],
])('a hundred thousand %s take no time', (_, part) => {
  const text = part.repeat(Math.ceil(100_000 / part.length))
  const before = performance.now()
  plainText(safe(text))
  safeLine(text)
  expect(performance.now() - before).toBeLessThan(1000)
})

test.each([
  ['plain', [{ text: 'plain' }]],
  ['**bold**', [{ text: 'bold', bold: true }]],
  ['a **b** c', [{ text: 'a ' }, { text: 'b', bold: true }, { text: ' c' }]],
  ['`code`', [{ text: 'code', code: true }]],
  ['`**not bold**`', [{ text: '**not bold**', code: true }]],
  ['[AWS](https://aws.amazon.com)', [{ text: 'AWS (https://aws.amazon.com)' }]],
  ['[https://a.b](https://a.b)', [{ text: 'https://a.b' }]],
  ['2 * 3 * 4', [{ text: '2 * 3 * 4' }]],
  ['** alone', [{ text: '** alone' }]],
  ['[brackets] (alone)', [{ text: '[brackets] (alone)' }]],
  ['_under_ <b>tag</b>', [{ text: '_under_ <b>tag</b>' }]],
  ['', []],
])('%j is shown as it should be', (text, shown) => {
  expect(spans(text)).toEqual(shown)
})

test('the plain text of a statement has its words and none of its marks', () => {
  expect(plainText('At most **15 minutes**, see `Timeout` in [the guide](https://a.b/c)')).toBe(
    'At most 15 minutes, see Timeout in the guide (https://a.b/c)',
  )
})

test('a text without marks is its own plain text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[^*`[]*$/), text => {
      expect(plainText(text)).toBe(text)
    }),
  )
})
