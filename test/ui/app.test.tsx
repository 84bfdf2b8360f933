import { stripVTControlCharacters } from 'node:util'
import { renderToString } from 'ink'
import { Children, isValidElement, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { App } from '../../src/ui/app.tsx'
import { textOf } from '../../src/ui/lines.ts'
import type { At, Model } from '../../src/ui/model.ts'
import { rowsOf } from '../../src/ui/rows.ts'
import { ascii, lookFor, type Theme } from '../../src/ui/theme.ts'
import { answer, asking, everyScreen, firstModel, letterOf, lettersOf, play, smallBank } from '../helpers/play.ts'

// Ink's colours are decided when it is imported: here they are on, whatever the terminal of the tests is.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3'
})

const bank = await smallBank()
const themes = { dark: lookFor('dark', 4, {}, false).theme, light: lookFor('light', 4, {}, false).theme }
const mono = lookFor('mono', 4, {}, false).theme
const drawn = (model: Model, theme: Theme = themes.dark) =>
  renderToString(<App model={model} theme={theme} />, { columns: model.size.columns })
const wrongAnswer = answer(play(asking(firstModel(bank), 'limits/long-video'), ''), 'wrong').model
const rightAnswer = answer(play(asking(firstModel(bank), 'limits/long-video'), ''), 'right').model

const sizes = [
  { columns: 40, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
]
test.each(sizes)('at $columns by $rows the screen shows the rows, and nothing else', size => {
  for (const [at, model] of Object.entries(everyScreen(bank, size)) as [At, Model][]) {
    const shown = stripVTControlCharacters(drawn(model))
      .split('\n')
      .map(row => row.trimEnd())
    const rows = rowsOf(model).map(row => textOf(row).trimEnd())
    const missing = Array.from({ length: Math.max(0, shown.length - rows.length) }, () => '')
    expect(shown, at).toEqual([...rows, ...missing])
    expect(shown.length).toBe(size.rows - 1)
  }
})

test('where it does not fit, one row asks for more room', () => {
  const small = play(firstModel(bank), '30x10').model
  expect(stripVTControlCharacters(drawn(small)).trimEnd()).toBe(textOf(rowsOf(small)[0] ?? []))
})

test('wide letters and emoji stand where they are counted to stand', () => {
  const { model } = play(asking(firstModel(bank), 'limits/longest-run'), 'paste:"関数 👩‍👩‍👧‍👦 ❤️ cafe\u0301" left left')
  const shown = stripVTControlCharacters(drawn(model)).split('\n')
  expect(shown.map(row => row.trimEnd())).toEqual(rowsOf(model).map(row => textOf(row).trimEnd()))
})

type Props = { readonly color?: string; readonly backgroundColor?: string; readonly children?: ReactNode }
/** Every element of the tree, with function components called. */
function elementsOf(node: ReactNode): readonly Props[] {
  return Children.toArray(node).flatMap((child): readonly Props[] => {
    if (!isValidElement<Props>(child)) return []
    const { type, props } = child
    // Ink's own components have hooks, ours have none: that is how they are told apart.
    const ours = typeof type === 'function' && /^(App|Row)$/.test(type.name)
    const inside = ours ? (type as (props: Props) => ReactNode)(props) : props.children
    return [props, ...elementsOf(inside)]
  })
}
const colours = (model: Model, theme: Theme) =>
  elementsOf(<App model={model} theme={theme} />).flatMap(({ color, backgroundColor }) => [
    ...(color === undefined ? [] : [color]),
    ...(backgroundColor === undefined ? [] : [backgroundColor]),
  ])

test('colours come from the theme, as properties, and never as codes inside a text', () => {
  for (const theme of Object.values(themes))
    for (const model of [...Object.values(everyScreen(bank)), rightAnswer]) {
      const used = colours(model, theme)
      for (const colour of used) expect(Object.values(theme)).toContain(colour)
      for (const row of rowsOf(model)) expect(textOf(row)).not.toMatch(/\p{Cc}/u)
    }
  expect(colours(wrongAnswer, themes.dark)).toEqual(expect.arrayContaining(['red', 'green', 'gray']))
})

test('another theme is other colours and the same words', () => {
  const { commit } = everyScreen(bank)
  expect(drawn(commit, themes.dark)).not.toBe(drawn(commit, themes.light))
  expect(stripVTControlCharacters(drawn(wrongAnswer, themes.dark))).toBe(
    stripVTControlCharacters(drawn(wrongAnswer, mono)),
  )
})

test('the mono theme has no colour at all', () => {
  for (const model of Object.values(everyScreen(bank))) {
    expect(colours(model, mono)).toEqual([])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours are what is looked for
    expect(drawn(model, mono)).not.toMatch(/\u001b\[(3[0-8]|4[0-8]|9[0-7]|10[0-7])/)
  }
})

/** A screen as it is without colour, bold, reverse and underline. */
const plain = (model: Model) => stripVTControlCharacters(drawn(model, mono))

test('without any colour right, partly right and wrong differ by their words and signs', () => {
  const two = play(asking(firstModel(bank), 'invocation/polled'), '2')
  const { right, wrong } = lettersOf(two.model)
  expect(plain(two.press(`${right.join(' ')} enter`).model)).toContain('✓ Right')
  expect(plain(two.press(`${right[0]} ${wrong} enter`).model)).toMatch(/≈ Partly right[\s\S]*you missed it/)
  expect(plain(wrongAnswer)).toMatch(/✗ Wrong, and you were sure[\s\S]* you +[a-d] [\s\S]*✓ right +[a-d] /)
  expect(plain(rightAnswer)).toMatch(/✓ Right/)
})

test('without any colour every choice differs from every other', () => {
  const open = play(asking(firstModel(bank), 'limits/long-video'), '1')
  const picked = ['', 'a', 'b', 'c', 'd'].map(letter => plain(open.press(letter).model))
  expect(new Set(picked).size).toBe(5)
  const exam = ['', 'down', 'down down'].map(keys => plain(play(everyScreen(bank).exam, keys).model))
  expect(new Set(exam).size).toBe(3)
  const one = ['', 'down', 'down down', 'b'].map(keys => plain(play(everyScreen(bank).exam, `right ${keys}`).model))
  expect(new Set(one).size).toBe(4)
  const topics = ['', 'down', 'down down'].map(keys => plain(play(everyScreen(bank).topics, keys).model))
  expect(new Set(topics).size).toBe(3)
  const boxes = play(asking(firstModel(bank), 'invocation/polled'), '1')
  expect(new Set(['', 'a', 'b', 'a b', 'a c', 'down'].map(keys => plain(boxes.press(keys).model))).size).toBe(6)
})

test('on a terminal without Unicode our own signs are ASCII', () => {
  const open = play(asking(firstModel(bank, { glyphs: ascii }), 'limits/long-video'), '1')
  const wrong = open.press(`${letterOf(open.model, 'one Lambda function')} enter`)
  expect(plain(wrong.model)).toMatch(/x Wrong, and you were sure[\s\S]*\+ right/)
  for (const model of [wrong.model, open.press('a').model, ...Object.values(everyScreen(bank, { glyphs: ascii }))])
    expect(plain(model)).toMatch(/^[\n -~]*$/)
})
