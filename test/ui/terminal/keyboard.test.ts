import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyboard, type Press } from '../../../src/ui/terminal/keyboard.ts'

/** Everything pressed when `chunks` come one by one, with silence only where a chunk is `silence`. */
function pressed(...chunks: readonly string[]): readonly Press[] {
  const presses: Press[] = []
  let waiting = () => {}
  const keys = keyboard(
    press => presses.push(press),
    30,
    (_, run) => {
      waiting = run
      return () => {
        waiting = () => {}
      }
    },
  )
  for (const chunk of [...chunks, silence]) {
    if (chunk === silence) waiting()
    else keys.push(chunk)
  }
  return presses
}
const silence = '(silence)'
const names = (...chunks: readonly string[]) =>
  pressed(...chunks)
    .map(press => press.key)
    .join(' ')

test.each([
  ['letters in one read', 'jj', 'j j'],
  ['space', 'a b', 'a space b'],
  ['letters beyond ASCII', 'é漢', 'é 漢'],
  ['a joined emoji is one press', '👩‍🚀x', '👩‍🚀 x'],
  ['a flag is one press', '🇳🇴🇸🇪', '🇳🇴 🇸🇪'],
  ['a mark joins a letter beyond ASCII', 'क्षि', 'क्षि'],
  ['an ASCII letter never waits for a mark', 'e\u0301', 'e \u0301'],
  ['Enter', '\r', 'enter'],
  ['line feed', '\n', 'enter'],
  ['Tab', '\t', 'tab'],
  ['Shift-Tab', '\x1b[Z', 'shift+tab'],
  ['Backspace, held', '\x7f\x7f\x7f', 'backspace backspace backspace'],
  ['Ctrl-H', '\b', 'backspace'],
  ['Ctrl-C among letters', 'a\x03b', 'a ctrl+c b'],
  ['control keys', '\x01\x1a\x1c\x1f\0', 'ctrl+a ctrl+z ctrl+\\ ctrl+_ ctrl+space'],
  ['arrows', '\x1b[A\x1b[B\x1b[C\x1b[D', 'up down right left'],
  ['arrows in application mode', '\x1bOA\x1bOB\x1bOC\x1bOD', 'up down right left'],
  ['Home and End', '\x1b[H\x1b[F\x1bOH\x1bOF\x1b[1~\x1b[4~\x1b[7~\x1b[8~', 'home end home end home end home end'],
  ['the keys above the arrows', '\x1b[2~\x1b[3~\x1b[5~\x1b[6~', 'insert delete pageup pagedown'],
  ['F1 to F4', '\x1bOP\x1bOQ\x1bOR\x1bOS', 'f1 f2 f3 f4'],
  ['F1 to F5 of older terminals', '\x1b[11~\x1b[12~\x1b[13~\x1b[14~\x1b[15~', 'f1 f2 f3 f4 f5'],
  ['F1 to F5 of the Linux console', '\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E', 'f1 f2 f3 f4 f5'],
  ['F6 to F12', '\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~', 'f6 f7 f8 f9 f10 f11 f12'],
  ['Enter of the keypad', '\x1bOM', 'enter'],
  [
    'held modifiers',
    '\x1b[1;2A\x1b[1;3B\x1b[1;5C\x1b[1;8D\x1b[3;5~',
    'shift+up alt+down ctrl+right alt+ctrl+shift+left ctrl+delete',
  ],
  ['Alt and a letter', '\x1bx\x1bX', 'alt+x alt+X'],
  ['Alt and a letter beyond ASCII', '\x1bé', 'alt+é'],
  ['Alt and a named key', '\x1b\r\x1b\x7f\x1b ', 'alt+enter alt+backspace alt+space'],
  ['Alt and a letter that could start a sequence', '\x1b[', 'alt+['],
  ['Alt-O, then another key', '\x1bO\r', 'alt+O enter'],
  ['Esc twice', '\x1b\x1b', 'esc esc'],
  ['Esc before an arrow', '\x1b\x1b[A', 'esc up'],
])('%s', (_, bytes, wanted) => expect(names(bytes)).toBe(wanted))

test.each([
  ['window focus', '\x1b[I\x1b[O'],
  ['mouse', '\x1b[<0;12;7M\x1b[<0;12;7m'],
  ['mouse, old', '\x1b[M !!'],
  ['mouse, urxvt', '\x1b[32;12;7M'],
  ['place of the cursor', '\x1b[12;40R'],
  ['status', '\x1b[0n'],
  ['kind of terminal', '\x1b[?62;22c\x1b[>0;276;0c'],
  ['mode', '\x1b[?2026;2$y'],
  ['size', '\x1b[8;24;80t'],
  ['background colour, ended by BEL', '\x1b]11;rgb:0000/0000/0000\x07'],
  ['background colour, ended by ST', '\x1b]11;rgb:0000/0000/0000\x1b\\'],
  ['name of the terminal', '\x1bP>|xterm(388)\x1b\\'],
  ['application command', '\x1b_Gi=1;OK\x1b\\'],
  ['unknown keys', '\x1b[99~\x1b[1;5W\x1bOz'],
  ['eight-bit controls', '\u0085\u009b'],
  ['the end of a paste that never began', '\x1b[201~'],
])('dropped: %s', (_, bytes) => expect(names(`a${bytes}b`)).toBe('a b'))

test('Esc is told from a sequence by silence', () => {
  expect(names('\x1b', silence, '[A')).toBe('esc [ A')
  expect(names('\x1b', '[', 'A')).toBe('up')
})

test('what was cut off does not swallow what comes after it', () => {
  expect(names('\x1b[1;', silence, 'a')).toBe('a')
  expect(names('\x1b[1;\r')).toBe('enter')
  expect(names('\x1b]11;rgb:00\x1b[A')).toBe('up')
})

test('waits only for the last chunk, and for nothing once closed', () => {
  const presses: Press[] = []
  const waits = new Set<() => void>()
  const keys = keyboard(
    press => presses.push(press),
    30,
    (_, run) => {
      waits.add(run)
      return () => waits.delete(run)
    },
  )
  keys.push('\x1b')
  keys.push('[')
  expect(waits.size).toBe(1)
  keys.push('A')
  expect(waits.size).toBe(0)
  keys.push('\x1b')
  keys.close()
  expect(waits.size).toBe(0)
  expect(presses).toEqual([{ key: 'up' }])
})

test('closing at a press drops the rest of the chunk', () => {
  const presses: Press[] = []
  const keys = keyboard(press => {
    presses.push(press)
    keys.close()
  })
  keys.push('qab')
  expect(presses).toEqual([{ key: 'q' }])
})

test('a paste is one press, and runs no command', () => {
  expect(pressed('a\x1b[200~q\x03\x1b[A\x1b[201~b')).toEqual([
    { key: 'a' },
    { key: 'paste', text: 'q\x03\x1b[A' },
    { key: 'b' },
  ])
})

test('a paste keeps its lines', () => {
  expect(pressed('\x1b[200~one\rtwo\r', '\nthree\n\x1b[201~')).toEqual([{ key: 'paste', text: 'one\ntwo\nthree\n' }])
})

test('a paste goes on through silence', () => {
  expect(pressed('\x1b[200~one', silence, '\x1b', silence, '[201~')).toEqual([{ key: 'paste', text: 'one' }])
})

test('a paste is cut at 1 MiB', () => {
  const many = 'a'.repeat(1 << 19)
  expect(pressed('\x1b[200~', many, many, many, '\x1b[201~q').map(({ key, text }) => [key, text?.length])).toEqual([
    ['paste', 1 << 20],
    ['q', undefined],
  ])
})

const pieces = [
  'a',
  'q',
  ' ',
  'é',
  'e\u0301',
  '漢',
  '👩‍🚀',
  '👍🏽',
  '🇳🇴',
  '\u0301',
  '\u200d',
  '\r',
  '\x03',
  '\x7f',
  '\x1b',
  '\x1b[A',
  '\x1b[1;5C',
  '\x1b[3~',
  '\x1bOP',
  '\x1b[[A',
  '\x1b[200~',
  '\x1b[201~',
  '\x1b[200~some\rtext\x1b[201~',
  '\x1b]11;rgb:0/0/0\x1b\\',
  '\x1b[<0;1;1M',
  '\x1b[M',
  '\x1bP',
  '[',
  'O',
  ']',
  '~',
  ';',
  '5',
  '\x07',
  '\\',
  '\u009c',
  '\ud83d',
  '\udc4d',
]

test('any chunking of the same bytes gives the same presses', () => {
  const typed = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 })
    .map(parts => parts.join(''))
  const cuts = fc.array(fc.nat(80), { maxLength: 30 })
  fc.assert(
    fc.property(typed, cuts, (bytes, places) => {
      const sorted = [0, ...places.map(place => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
      const chunks = sorted.slice(1).map((end, index) => bytes.slice(sorted[index], end))
      expect(pressed(...chunks)).toEqual(pressed(bytes))
      expect(pressed(...bytes.split(''))).toEqual(pressed(bytes))
    }),
    { numRuns: 1000 },
  )
})
