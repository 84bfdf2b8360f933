import { allKeysOn, type Key } from '../keys.ts'
import { blank, bold, labelled, line, quiet, run } from '../lines.ts'
import { filterLines } from './filters.ts'
import type { View } from './view.ts'

export const helpBody: View<'help'> = (model, { of }, width) => {
  const rows = allKeysOn(of).flatMap(row =>
    labelled(line(run(`  ${names(row)}`, 'accent')), line(row.says), width, width < 60 ? 20 : 24),
  )
  return {
    left: line(bold('Keys of this screen')),
    right: [],
    lines: [
      ...rows,
      ...(of === 'search' ? [blank, line('What narrows a search'), blank, ...filterLines(model, width)] : []),
      blank,
      ...labelled(
        [],
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

/** All the keys of a row, as they are pressed. */
const names = ({ press, shown }: Key): string =>
  shown && press.length > 4
    ? shown
    : press
        .filter(key => key !== 'printable')
        .map(key => arrows[key] ?? key)
        .slice(0, 2)
        .join(' ')
const arrows: Readonly<Record<string, string>> = { up: '↑', down: '↓', left: '←', right: '→' }
