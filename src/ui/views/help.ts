import { allKeysOn, groupOf, type Key } from '../keys.ts'
import { blank, bold, labelled, line, quiet, run, wrap } from '../lines.ts'
import { filterLines } from './filters.ts'
import type { View } from './view.ts'

const headings = { here: 'Here', moving: 'Moving', everywhere: 'Everywhere' } as const

export const helpBody: View<'help'> = (model, { of }, width) => {
  const keys = allKeysOn(of)
  const groups = (['here', 'moving', 'everywhere'] as const)
    .map(group => ({ group, rows: keys.filter(row => groupOf(row) === group) }))
    .filter(({ rows }) => rows.length > 0)
  const column = width < 60 ? 18 : 22
  return {
    left: line(bold('Keys of this screen')),
    right: [],
    lines: [
      ...groups.flatMap(({ group, rows }) => [
        line(quiet(headings[group])),
        ...rows.flatMap(row => labelled(line(run(`  ${names(row)}`)), line(meaningOf(row)), width, column)),
        blank,
      ]),
      ...(of === 'search' ? [line(quiet('What narrows a search')), ...filterLines(model, width), blank] : []),
      ...wrap(
        line(
          quiet(
            'Every answer is on the disk before you see whether it was right. lambda-study --help lists the commands.',
          ),
        ),
        width,
      ),
    ],
  }
}

const meaningOf = ({ says, each }: Key): string => (each ? `${says}: ${each.join(', ')}` : says)

/** All the keys of a row, as they are pressed. */
const names = ({ press, shown, each }: Key): string =>
  shown && (each || press.length > 4)
    ? shown
    : press
        .filter(key => key !== 'printable')
        .map(key => arrows[key] ?? key)
        .slice(0, 2)
        .join(' ')
const arrows: Readonly<Record<string, string>> = { up: '↑', down: '↓', left: '←', right: '→' }
