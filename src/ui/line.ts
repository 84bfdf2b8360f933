import { createInterface } from 'node:readline'
import { choicesOf } from './footer.ts'
import { inputFrom } from './input.ts'
import { commandFor, type Key, keysOn, shownKey } from './keys.ts'
import { textOf } from './lines.ts'
import { type Model, noting } from './model.ts'
import { choiceIn, running } from './screens/exam.ts'
import type { Ports } from './start.ts'
import { spelt } from './theme.ts'
import { settled } from './update.ts'
import { bodyOf } from './views/body.ts'
import { committed } from './write-first.ts'

/** Nothing scrolls here: the screen is as high as it needs to be. */
const size = { columns: 80, rows: 10_000 }
const texts: ReadonlySet<string> = new Set(['date', 'minutes', 'type', 'search', 'palette'])
/** Where lines are words to look for, and Enter alone takes the first of what is found. */
const lookups: ReadonlySet<string> = new Set(['search', 'palette'])

/** The screens without a screen: what would be drawn is printed, and lines are read. Append-only, for screen readers, logs and scripts. */
export async function startLines(first: Model, { world, ...keeper }: Omit<Ports, 'theme'>): Promise<Model> {
  let model = settled({ ...first, size, plain: true })
  const say = (text: string) => world.stdout.write(`${spelt(text, first.glyphs)}\n`)
  say(shown(model))
  const reader = createInterface({ input: world.stdin, terminal: false })
  try {
    for await (const typed of reader) {
      const before = model.screens[0].at
      if (running(model)) model = committed(model, inputFrom(world, 'tick', '', undefined), keeper, 'line')
      // What was typed was meant for the screen that was there.
      if (model.screens[0].at !== before) {
        say(shown(model))
        continue
      }
      const keys = keysFor(model, typed.trim())
      if (keys.length === 0) {
        say(`Not a key here. ${hint(model)}`)
        continue
      }
      for (const { key, text } of keys) {
        const does = commandFor(model, key)
        if (does === undefined) continue
        if (does === 'quit') return model
        model =
          does === 'putAside'
            ? noting(model, 'Only ctrl+z itself does that here.')
            : committed(model, inputFrom(world, does, key, text), keeper, 'line')
      }
      say(shown(model))
    }
    return model
  } finally {
    // Leaving the loop does not let go of the terminal.
    reader.close()
  }
}

type Press = { readonly key: string; readonly text?: string }

/** A line as key presses: nothing is Enter, letters choose, text is typed; `:u` and the like are keys where letters are text. */
function keysFor(model: Model, typed: string): readonly Press[] {
  const [screen] = model.screens
  const enter: Press = { key: 'enter' }
  const works = (key: string) => commandFor(model, key) !== undefined
  if (typed === '') return works('enter') ? [enter] : []
  if (typed === ':') return works('ctrl+p') ? [{ key: 'ctrl+p' }] : []
  if (texts.has(screen.at)) {
    if (typed.startsWith(':'))
      return works(typed.slice(1)) ? [{ key: typed.slice(1) }] : typed === ':q' ? [{ key: 'ctrl+c' }] : []
    return [{ key: 'ctrl+u' }, { key: 'paste', text: typed }, ...(lookups.has(screen.at) ? [] : [enter])]
  }
  const key = typed.replace(/^:/, '').toLowerCase()
  const choice = choiceIn(model)
  if (choice) {
    const { question, picked } = choice
    const picks = [...new Set(key.replace(/[\s,]+/g, ''))]
    if (picks.every(pick => /[a-f]/.test(pick)) && picks.length === question.choose)
      return [
        ...(question.choose === 1 ? [] : picked).map(id => ({
          key: 'abcdef'[question.options.findIndex(option => option.id === id)] ?? '',
        })),
        ...picks.map(pick => ({ key: pick })),
        enter,
      ]
    return !picks.every(pick => /[a-f]/.test(pick)) && works(key) ? [{ key }] : []
  }
  // A whole order, or the groups of several things, in one line.
  if (
    (screen.at === 'order' && /^[a-f][a-f\s,]+$/.test(key)) ||
    (screen.at === 'match' && /^[1-5][1-5\s,]+$/.test(key))
  )
    return key
      .replace(/[\s,]+/g, '')
      .split('')
      .map(one => ({ key: one }))
  return works(key) ? [{ key }] : []
}

/** The screen as plain text: header, body, notice, and what can be typed. */
function shown(model: Model): string {
  const { left, right, lines } = bodyOf(model)
  const header = [textOf(left).trim(), textOf(right).trim()].filter(text => text !== '').join(` ${model.glyphs.dot} `)
  const body = lines.map(row => textOf(row).trimEnd())
  return ['', header, '', ...body, ...(model.notice === undefined ? [] : ['', model.notice]), '', hint(model)]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}

function hint(model: Model): string {
  const [screen] = model.screens
  const many = (choiceIn(model)?.question.choose ?? 1) > 1
  const colon = texts.has(screen.at) ? ':' : ''
  // An arrow is no word that can be typed; its name is.
  const word = (row: Key) =>
    choicesOf(row, model, false) ?? (/[←→↑↓]/.test(shownKey(row)) ? row.press[0] : shownKey(row))
  const named = (row: Key) => (row.press[0] === 'enter' ? 'enter' : `${colon}${word(row)}`)
  const keys = keysOn(model).filter(
    row => row.says !== '' && !(row.quiet && row.does !== 'quit') && row.does !== 'help' && row.press[0] !== 'ctrl+c',
  )
  const typing = texts.has(screen.at)
    ? [
        lookups.has(screen.at)
          ? `type words, then enter; enter ${screen.at === 'search' ? 'open' : 'do the first one'}`
          : 'type an answer, then enter',
      ]
    : many
      ? [`type ${choiceIn(model)?.question.choose} letters, then enter`]
      : []
  const rows = keys.filter(row => !(texts.has(screen.at) && row.press[0] === 'enter') && row.does !== 'mark')
  return `[${[...typing, ...rows.map(row => `${named(row)} ${row.says}`), ...(colon ? [':q quit'] : [])].join('; ')}]`
}
