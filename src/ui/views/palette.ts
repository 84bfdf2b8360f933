import { blank, type Line, line, quiet, run, sides, wrap } from '../lines.ts'
import type { Action } from '../model.ts'
import { fieldLine } from './field.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

/** Columns between a name and its key that the eye can still cross. */
const measure = 50
const headings = { here: 'Here', anywhere: 'Anywhere', moving: 'Moving' } as const
const arrows: Readonly<Record<string, string>> = { up: '↑', down: '↓', left: '←', right: '→' }

export const paletteBody: View<'palette'> = (model, { field, cursor, found }, width) => {
  const grouped = field.text.trim() === ''
  const rows = found.map((action, i): readonly Line[] => [
    ...(grouped && action.group !== found[i - 1]?.group
      ? [...(i === 0 ? [] : [blank]), line(quiet(headings[action.group]))]
      : []),
    sides(
      line(
        run(i === cursor ? `${model.glyphs.here} ` : '  ', 'accent'),
        run(action.says, i === cursor ? 'accent' : 'text'),
      ),
      line(quiet(shownOf(action))),
      Math.min(width, measure),
    ),
  ])
  const before = 1 + rows.slice(0, cursor + 1).flat().length
  const nothing = `Nothing is called "${field.text.trim()}" here. Try other words.`
  return {
    left: line(quiet('Find any action')),
    right: line(quiet(counted(found.length, 'action'))),
    lines: [
      fieldLine(field, width, ': '),
      blank,
      ...(rows.length === 0 ? wrap(line(quiet(nothing)), width) : rows.flat()),
    ],
    focus: [cursor === 0 ? 0 : before, before],
  }
}

/** The key of an action; those of home work there alone. */
const shownOf = ({ key, on }: Action): string =>
  key === '' ? '' : on === 'home' ? `${key} on home` : (arrows[key] ?? key)
