import { questionAt } from '../../study/exam.ts'
import { blank, bold, line, quiet, run } from '../lines.ts'
import { givenAt, sittingOf } from '../screens/exam.ts'
import { choiceLines, countText } from './choose.ts'
import { clockLine, paceText } from './clock.ts'
import { jumpLines } from './jump.ts'
import type { View } from './view.ts'

export const examBody: View<'exam'> = (model, screen, width) => {
  const sitting = sittingOf(model, screen.id)
  const question = sitting && questionAt(sitting, model.bank, screen.place)
  const { picked, flagged } = givenAt(model, screen)
  const { glyphs } = model
  const left = line(
    quiet(`${screen.place + 1} of ${sitting?.cards.length ?? 0} ${glyphs.dot} `),
    ...(sitting ? clockLine(sitting, model.now) : []),
  )
  const marks = [
    ...(question && question.choose > 1 ? [run(countText(question.choose))] : []),
    ...(flagged ? [bold('flagged', 'partly')] : []),
    ...(sitting && width >= 60 ? [quiet(paceText(sitting, model.now))] : []),
  ]
  return {
    left,
    right: marks.flatMap((mark, i) => (i === 0 ? [mark] : [quiet(` ${glyphs.dot} `), mark])),
    ...(sitting && question
      ? choiceLines(model, { ...screen, question, picked, roams: true }, width)
      : { lines: [line('This question is no longer in the deck. It does not count.'), blank] }),
    ...(sitting && { pane: jumpLines(model, sitting, screen.place) }),
  }
}
