import type { Bank } from '../../src/study/bank.ts'
import type { Model } from '../../src/ui/model.ts'
import { answer, asking, everyScreen, firstModel, play } from './play.ts'

export const stateSizes = [
  { columns: 40, rows: 16 },
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
]

/** Every screen, and screens in the states in which other keys work, at every size. */
export const everyState = (bank: Bank): readonly Model[] =>
  stateSizes.flatMap(size => {
    const home = firstModel(bank, size)
    const video = play(asking(home, 'limits/long-video pricing/billing-step invocation/how-often'), '')
    const right = answer(video, 'right')
    const others = [
      play(asking(home, 'limits/most-memory'), 'enter'),
      video.press('1'),
      video.press('1 a'),
      right,
      right.press('w'),
      answer(right.press('w'), 'wrong'),
      right.press('enter'),
      right.press('down'),
      answer(video, 'wrong').press('pagedown'),
      play(asking(home, 'invocation/who-calls'), '1 1 1'),
      play(asking(home, 'invocation/failing-event'), 'a b c'),
      play(home, '/ "lambda"'),
    ]
    return [...Object.values(everyScreen(bank, size)), ...others.map(({ model }) => model)]
  })
