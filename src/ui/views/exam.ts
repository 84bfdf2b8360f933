import { questionAt } from '../../study/exam-question.ts'
import type { Sitting } from '../../study/sitting.ts'
import { paneFor, roomFor } from '../frame.ts'
import { blank, bold, firstVisible, type Line, line, quiet, run } from '../lines.ts'
import type { Model } from '../model.ts'
import { givenAt, sittingOf } from '../screens/exam.ts'
import { choiceLines } from './choose.ts'
import { clockLine, paceText } from './clock.ts'
import { jumpLine } from './jump.ts'
import type { View } from './view.ts'
import { countText } from './words.ts'

export const examBody: View<'exam'> = (model, screen, width) => {
  const sitting = sittingOf(model, screen.id)
  if (!sitting) return { left: [], right: [], lines: [] }
  const question = questionAt(sitting, model.bank, screen.place)
  const { picked, flagged } = givenAt(model, screen)
  const { glyphs } = model
  const narrow = width < 60
  const asked = [
    ...(question && question.choose > 1 ? [run(countText(question.choose))] : []),
    ...(flagged ? [bold('flagged', 'partly')] : []),
  ]
  const marks = narrow && asked.length > 0 ? asked : [...asked, quiet(paceText(sitting, model.now, narrow))]
  return {
    left: line(
      quiet(`${screen.place + 1} of ${sitting.cards.length} ${glyphs.dot} `),
      ...clockLine(sitting, model.now),
    ),
    right: marks.flatMap((mark, i) => (i === 0 ? [mark] : [quiet(` ${glyphs.dot} `), mark])),
    ...(question
      ? choiceLines(model, { ...screen, question, picked, round: true }, width)
      : { lines: [line('This question is no longer in the deck. It does not count.'), blank] }),
    ...(paneFor(model.size) && { pane: listLines(model, sitting, screen.place) }),
  }
}

/** As much of the list as there is room for, around the question that is asked. */
function listLines(model: Model, sitting: Sitting, here: number): readonly Line[] {
  const room = roomFor(model.size)
  const first = firstVisible(here, here, sitting.cards.length, room)
  return [...sitting.cards.keys()].slice(first, first + room).map(place => jumpLine(model, sitting, place, here))
}
