import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edited, emptyField, type Field, fieldOf, graphemes } from '../../src/ui/field.ts'
import { texts } from '../helpers/words.ts'

const editKeys = ['left', 'right', 'home', 'end', 'backspace', 'delete', 'ctrl+u', 'ctrl+w'] as const

/** A line with `|` where the cursor stands. */
const fieldFrom = (text: string): Field => {
  const [before = '', after = ''] = text.split('|')
  return { text: before + after, cursor: graphemes(before).length }
}
const shown = ({ text, cursor }: Field) => {
  const letters = graphemes(text)
  return [...letters.slice(0, cursor), '|', ...letters.slice(cursor)].join('')
}

test.each([
  ['ab|', 'c', 'abc|'],
  ['|b', 'a', 'a|b'],
  ['a|', 'space', 'a |'],
  ['a|', '?', 'a?|'],
  ['ab|c', 'left', 'a|bc'],
  ['|abc', 'left', '|abc'],
  ['a|bc', 'right', 'ab|c'],
  ['abc|', 'right', 'abc|'],
  ['ab|c', 'home', '|abc'],
  ['a|bc', 'end', 'abc|'],
  ['ab|c', 'backspace', 'a|c'],
  ['|abc', 'backspace', '|abc'],
  ['a|bc', 'delete', 'a|c'],
  ['abc|', 'delete', 'abc|'],
  ['ab|c', 'ctrl+u', '|c'],
  ['15 min|', 'ctrl+w', '15 |'],
  ['15 min  |', 'ctrl+w', '15 |'],
  ['15 m|in', 'ctrl+w', '15 |in'],
  ['|a', 'ctrl+w', '|a'],
  ['a|', '👩‍👩‍👧‍👦', 'a👩‍👩‍👧‍👦|'],
  ['a👩‍👩‍👧‍👦|', 'backspace', 'a|'],
  ['関|数', 'delete', '関|'],
  ['ne|', '\u0301', 'ne\u0301|'],
])('%s and %s is %s', (before, key, after) => {
  expect(shown(edited(fieldFrom(before), key))).toBe(after)
})

test.each([
  ['a|b', '15 min', 'a15 min|b'],
  ['|', 'one\ntwo\r\nthree', 'one two three|'],
  ['|', '\u001b[31mred\u001b[0m\u0007', 'red|'],
  ['|', 'left', 'left|'],
  ['a|', '', 'a|'],
])('pasting into %s %j gives %s', (before, text, after) => {
  expect(shown(edited(fieldFrom(before), 'paste', text))).toBe(after)
})

test('after a letter that joins the one before it, Backspace takes both', () => {
  expect(shown(edited(edited(fieldFrom('e|'), '\u0301'), 'backspace'))).toBe('|')
  expect(shown(edited(edited(fieldFrom('🇩|'), '🇪'), 'backspace'))).toBe('|')
})

test('a line holds 500 letters, and a megabyte pasted into it is cut', () => {
  const full = edited(emptyField, 'paste', 'x'.repeat(1 << 20))
  expect(full).toEqual(fieldOf('x'.repeat(500)))
  expect(edited(full, 'y')).toEqual(full)
})

type Naive = { readonly left: readonly string[]; readonly right: readonly string[] }
/** Two stacks of letters, one on either side of the cursor. */
function naively({ left, right }: Naive, key: string): Naive {
  const [next, ...after] = right
  switch (key) {
    case 'left':
      return { left: left.slice(0, -1), right: [...left.slice(-1), ...right] }
    case 'right':
      return { left: [...left, ...(next === undefined ? [] : [next])], right: after }
    case 'home':
      return { left: [], right: [...left, ...right] }
    case 'end':
      return { left: [...left, ...right], right: [] }
    case 'backspace':
      return { left: left.slice(0, -1), right }
    case 'delete':
      return { left, right: after }
    case 'ctrl+u':
      return { left: [], right }
    case 'ctrl+w':
      return { left: [...left.join('').replace(/[^ ]* *$/, '')], right }
    default:
      return { left: [...left, key === 'space' ? ' ' : key], right }
  }
}

test('any keys edit a line as they edit two stacks of letters', () => {
  const key = fc.oneof(fc.constantFrom(...editKeys), fc.constantFrom('a', 'é', '関', '9', '?', 'space', 'space'))
  fc.assert(
    fc.property(fc.array(key, { maxLength: 100, size: 'max' }), keys => {
      let field = emptyField
      let naive: Naive = { left: [], right: [] }
      for (const one of keys) {
        field = edited(field, one)
        naive = naively(naive, one)
        expect(shown(field)).toBe([...naive.left, '|', ...naive.right].join(''))
      }
    }),
    { numRuns: 150 },
  )
})

test('whatever is typed and pasted, the line stays one line and the cursor stays in it', () => {
  const press = fc.oneof(
    fc.constantFrom(...editKeys).map(key => ({ key })),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }).map(key => ({ key })),
    texts.map(text => ({ key: 'paste', text })),
  )
  fc.assert(
    fc.property(fc.array(press, { maxLength: 40 }), presses => {
      let field = emptyField
      for (const { key, ...paste } of presses) {
        field = edited(field, key, 'text' in paste ? paste.text : undefined)
        expect(field.cursor).toBeGreaterThanOrEqual(0)
        expect(field.cursor).toBeLessThanOrEqual(graphemes(field.text).length)
        expect(field.text).not.toMatch(/\n|\p{Cc}/u)
        expect(graphemes(field.text).length).toBeLessThanOrEqual(500)
      }
    }),
    { numRuns: 50 },
  )
})

test('letters that need no segmenter are cut as it would cut them', () => {
  const letters = Array.from({ length: 0x2800 }, (_, code) => String.fromCharCode(code)).filter(
    letter => !/\p{Cc}/u.test(letter),
  )
  const segmenter = new Intl.Segmenter()
  for (const letter of letters) {
    const text = `a${letter}b✓${letter}…`
    const cut = Array.from(segmenter.segment(text), ({ segment }) => segment)
    expect(graphemes(text)).toEqual(cut)
  }
})
