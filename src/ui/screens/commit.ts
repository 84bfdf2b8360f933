import type { Sure } from '../../study/event.ts'
import type { Handlers } from '../keys.ts'
import { show } from '../model.ts'
import { undo } from './answer.ts'
import { flagged } from './marks.ts'
import { paused } from './pause.ts'

const sureOf = (key: string): Sure => (key === '1' ? 1 : key === '2' ? 2 : 3)

export const commit: Handlers<'commit'> = {
  open: (model, { session, question, shownAt }, { key, elapsed }) => ({
    model: show(model, {
      at: 'choose',
      session,
      question,
      shownAt,
      sure: sureOf(key),
      opened: Math.round(elapsed - shownAt),
      cursor: 0,
      picked: [],
      story: false,
      whatIf: false,
    }),
  }),
  flag: (model, { question }) => flagged(model, question.card.id),
  pause: paused,
  undo,
}
