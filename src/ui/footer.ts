import { type Key, keysOn, shownKey } from './keys.ts'
import { cutTo, type Line, quiet, run, widthOf } from './lines.ts'
import type { Model } from './model.ts'
import { choiceIn } from './screens/exam.ts'
import { examChoices } from './screens/welcome.ts'
import { hasMore } from './when.ts'

/** The keys that work now, most used first; those that do not fit are left to help. */
export function footer(model: Model, width: number): Line {
  const narrow = width < 60
  const working = keysOn(model)
  const named = working.filter(row => !row.quiet && row.says !== '')
  const help = named.find(row => row.does === 'help')
  // That something is below the fold must be seen, however narrow the screen is.
  const down = hasMore(model) ? working.find(row => row.press.includes('down')) : undefined
  const [first, ...rest] = named
    .filter(row => row !== help && row !== down)
    .map((row): Line => [run(choicesOf(row, model, narrow) ?? shownKey(row)), quiet(` ${row.says}`)])
  const parts = [...(first ? [first] : []), ...(down ? [[run('↓'), quiet(' more')]] : []), ...rest]
  const fitting = (end: Line): readonly Line[] => {
    const over = parts.findIndex((_, i) => widthOf(joined([...parts.slice(0, i + 1), end], narrow)) > width)
    return [...(over < 0 ? parts : parts.slice(0, over)), end]
  }
  const whole = fitting(help ? [run(shownKey(help)), quiet(` ${help.says}`)] : [])
  // Help gives up its word where another key gets the room.
  const short = narrow && help ? fitting([run(shownKey(help))]) : whole
  return cutTo(joined(short.length > whole.length ? short : whole, narrow), width)
}

/** The keys of what can be chosen here, as they are written. */
export function choicesOf(row: Key, model: Model, narrow: boolean): string | undefined {
  const keys = choicesOn(row, model)
  return keys && (narrow ? `${keys[0]}-${keys.at(-1)}` : keys.join(' '))
}

/** The keys of what can be chosen here, as many as there is to choose from; missing where a row's keys do the same. */
export function choicesOn(row: Key, model: Model): readonly string[] | undefined {
  const count = choiceCount(row.does, model)
  return count === undefined ? undefined : row.press.slice(0, count)
}

function choiceCount(does: string, model: Model): number | undefined {
  const [screen] = model.screens
  if (does === 'pick') return choiceIn(model)?.question.options.length
  if (screen.at === 'welcome' && does === 'take') return examChoices(model.bank).length
  if (screen.at === 'match' && does === 'assign') return screen.question.groups.length
  return screen.at === 'order' && does === 'place' ? screen.question.steps.length : undefined
}

const joined = (parts: readonly Line[], narrow: boolean): Line =>
  parts.filter(part => part.length > 0).flatMap((part, i) => (i === 0 ? part : [run(narrow ? '  ' : '   '), ...part]))
