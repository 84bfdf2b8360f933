import { stemOf } from '../../deck/deck.ts'
import { plainText, safeLine } from '../../deck/text.ts'
import type { Idea } from '../../study/bank.ts'
import type { GroupName, Standing } from '../../study/groups.ts'
import { paneFor } from '../frame.ts'
import { blank, bold, fitted, type Line, line, quiet, run } from '../lines.ts'
import type { Model } from '../model.ts'
import { standingsOf } from '../screens/ideas.ts'
import { pageBody } from './page.ts'
import type { View } from './view.ts'
import { counted } from './words.ts'

const headings = {
  'sure but wrong': 'Sure but wrong',
  shaky: 'Shaky',
  held: 'Held',
  'not met': 'Not met yet',
} as const satisfies Record<GroupName, string>

/** The statement of an idea's note, or the stem of its card. */
export function ideaTitle({ note, faces: [face] }: Idea): string {
  return safeLine(plainText(note?.text ?? (face ? stemOf(face) : '')))
}

/** All ideas by how they are known; Enter opens the marked one. */
export const ideasBody: View<'ideas'> = (model, { cursor }, width) => {
  const all = standingsOf(model)
  const { lines, rows } = groupLines(model, all, width, cursor)
  const at = rows[cursor] ?? 0
  const idea = all[cursor]?.idea
  const pane = paneFor(model.size)
  const topic = idea && model.bank.topics.get(idea.topic)
  const place = topic?.notes.findIndex(({ id }) => id === idea?.id) ?? -1
  return {
    left: line(bold('Ideas')),
    right: line(quiet('recall tomorrow, in 100')),
    lines: lines.length === 0 ? [line('No deck has an idea for this exam.')] : lines,
    focus: [cursor === 0 ? 0 : at, at],
    ...(pane &&
      topic &&
      place >= 0 && { pane: pageBody(model, { at: 'page', topic: topic.id, place }, pane.width).lines }),
  }
}

/** The groups under their names; `rows`: where each idea stands. */
export function groupLines(
  model: Model,
  all: readonly Standing[],
  width: number,
  cursor?: number,
): { readonly lines: readonly Line[]; readonly rows: readonly number[] } {
  const lines: Line[] = []
  const rows: number[] = []
  let group: GroupName | undefined
  for (const [i, one] of all.entries()) {
    if (one.group !== group) {
      group = one.group
      lines.push(...(lines.length === 0 ? [] : [blank]), headingOf(model, group, all))
    }
    rows.push(lines.length)
    // What is further from the cursor than the screen is high is not seen.
    const far = cursor !== undefined && Math.abs(i - cursor) > model.size.rows
    lines.push(far ? blank : ideaLine(model, one, width, i === cursor))
  }
  return { lines, rows }
}

function headingOf({ glyphs }: Model, group: GroupName, all: readonly Standing[]): Line {
  const own = all.filter(one => one.group === group)
  const slipping = own.filter(({ leech }) => leech).length
  const name = `${headings[group]} ${own.length}`
  return line(
    group === 'sure but wrong' ? { ...run(`${glyphs.wrong} ${name}`, 'wrong'), bold: true } : bold(name),
    quiet(slipping > 0 ? `, ${counted(slipping, 'keeps', 'keep')} slipping` : ''),
  )
}

function ideaLine({ glyphs }: Model, { idea, recall, leech }: Standing, width: number, here: boolean): Line {
  const narrow = width < 60
  const figure = recall === undefined ? '' : String(Math.round(recall * 100)).padStart(3)
  const says = [...(leech ? [narrow ? 'slips' : 'keeps slipping'] : []), figure].join('  ')
  const room = width - 2 - (says === '' ? 0 : says.length + 2)
  return line(
    run(here ? `${glyphs.here} ` : '  ', 'accent'),
    ...fitted(line(run(ideaTitle(idea), here ? 'accent' : 'text')), room),
    quiet(says === '' ? '' : `  ${says}`),
  )
}
