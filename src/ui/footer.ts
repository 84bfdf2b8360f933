import { type Key, keysOn, shownKey } from './keys.ts'
import { cutTo, type Line, quiet, run, widthOf } from './lines.ts'
import type { Model } from './model.ts'

/** The keys that work now, most used first; those that do not fit are left to help. */
export function footer(model: Model, width: number): Line {
  const rows = keysOn(model).filter(row => !row.quiet && row.says !== '')
  const help = rows.find(row => row.does === 'help')
  const more = rows.find(row => row.does === 'scrollDown')
  const [first, ...rest] = rows.filter(row => row !== help && row !== more)
  // That something is below the fold must be seen, however narrow the screen is.
  const others = [...(first ? [first] : []), ...(more ? [more] : []), ...rest]
  const letters =
    model.screens[0].at === 'choose'
      ? 'abcdef'.slice(0, model.screens[0].question.options.length).split('').join(' ')
      : undefined
  const part = (row: Key): Line => [
    run(row.does === 'pick' && letters ? letters : shownKey(row)),
    quiet(` ${row.says}`),
  ]
  const end = help ? part(help) : []
  const shown: Line[] = []
  for (const row of others) {
    const next = [...shown, part(row)]
    if (widthOf(joined([...next, end])) > width) break
    shown.push(part(row))
  }
  return cutTo(joined(end.length > 0 ? [...shown, end] : shown), width)
}

const joined = (parts: readonly Line[]): Line =>
  parts.filter(part => part.length > 0).flatMap((part, i) => (i === 0 ? part : [run('   '), ...part]))
