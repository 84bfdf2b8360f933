import { textOf } from './lines.ts'
import type { Model, Part } from './model.ts'
import { textOfScreen } from './rows.ts'
import { standingsOf } from './screens/ideas.ts'
import { spelt } from './theme.ts'
import { groupLines } from './views/ideas.ts'

const parts: readonly Part[] = ['overview', 'topics', 'kinds', 'calendar', 'due']
const width = 76

/** All parts of the figures as text, with figures in the place of plots, and the ideas that are not held. */
export function textOfProgress(before: Model): string {
  const model: Model = { ...before, plain: true, size: { columns: 80, rows: 10_000 } }
  if (model.progress.days.size === 0) return 'Nothing answered yet: lambda-study today begins.\n'
  const texts = parts.map(part => textOfScreen({ ...model, screens: [{ at: 'progress', part }] }))
  const weak = standingsOf(model).filter(({ group }) => group === 'sure but wrong' || group === 'shaky')
  const ideas = groupLines(model, weak, width).lines.map(row => textOf(row).trimEnd())
  return spelt([...texts, ...(ideas.length === 0 ? [] : [`${ideas.join('\n')}\n`])].join('\n'), model.glyphs)
}
