import type { ShownOption } from '../../kinds/kind.ts'
import { roomFor } from '../frame.ts'
import { blank, bold, type Line, labelled, line, marked, quiet, run, wrap } from '../lines.ts'
import type { Model, ScreenAt } from '../model.ts'
import { placeLine, promptLines, taskLines } from './question.ts'
import type { Body, View } from './view.ts'
import { countText } from './words.ts'

const sureWords = { 1: 'sure', 2: 'think so', 3: 'no idea' } as const

export const chooseBody: View<'choose'> = (model, screen, width) => {
  const { question, session, sure, whatIf } = screen
  const many = question.choose > 1
  return {
    left: whatIf ? line(bold('What if')) : placeLine(model, session),
    right: line(quiet(many ? countText(question.choose) : sure === undefined ? '' : sureWords[sure])),
    ...choiceLines(model, { ...screen, ...(whatIf && question.hinge && { changed: question.hinge.text }) }, width),
  }
}

/** A choice on the screen: what is picked, by option id, and where the cursor is. `round`: one to choose has its box as well, since it counts without Enter. `changed`: what the story says now, for where it is left out. */
type Choosing = Pick<ScreenAt<'choose'>, 'question' | 'cursor' | 'picked' | 'story'> & {
  readonly round?: boolean
  readonly changed?: string
}

/** The story and its options; where both do not fit, the task alone stands above the options. */
export function choiceLines(model: Model, screen: Choosing, width: number): Pick<Body, 'lines' | 'focus' | 'compact'> {
  const { question, story } = screen
  const room = roomFor(model.size)
  const options = (spaced: boolean) =>
    question.options.map((option, i) => optionLines(option, i, screen, width, model.glyphs.here, spaced))
  const whole = [...promptLines(question, width), blank]
  // Air between the options goes first, the story next.
  const spacedFits = whole.length + options(true).flat().length <= room
  const tightFits = whole.length + options(false).flat().length <= room
  const compact = !spacedFits && !tightFits
  const changed = screen.changed === undefined ? [] : [...wrap(line(quiet(`Now: ${screen.changed}`)), width), blank]
  const above = compact && !story ? [...changed, ...taskLines(question, width), blank] : whole
  const rows = options(spacedFits || (compact && !story && above.length + options(true).flat().length <= room))
  const before = above.length + rows.slice(0, screen.cursor).flat().length
  const focus: readonly [number, number] = [before, before + (rows[screen.cursor]?.length ?? 1) - 1]
  return {
    lines: [...above, ...rows.flat()],
    ...((screen.cursor > 0 || screen.picked.length > 0) && !story && { focus }),
    compact,
  }
}

function optionLines(
  option: ShownOption,
  place: number,
  { cursor, picked, question, round }: Choosing,
  width: number,
  here: string,
  spaced: boolean,
): readonly Line[] {
  const chosen = picked.includes(option.id)
  const letter = 'abcdef'[place] ?? ''
  const many = question.choose > 1
  const box = many ? (chosen ? '[x] ' : '[ ] ') : round ? (chosen ? '(x) ' : '( ) ') : ''
  const narrow = width < 60
  const lead = `${place === cursor && (chosen || box !== '') ? here : ' '}${narrow ? '' : ' '}${box}${letter}${narrow ? ' ' : '  '}`
  const tone = chosen ? 'focus' : 'text'
  const rows = labelled(line(run(lead, place === cursor ? 'accent' : 'text')), marked(option.text, tone), width)
  return spaced ? [...rows, blank] : rows
}
