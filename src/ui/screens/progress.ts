import { dateOf } from '../../study/date.ts'
import type { Handlers } from '../keys.ts'
import { type Model, type Part, push, type ScreenAt, type Step, show } from '../model.ts'
import { textOfProgress } from '../progress-text.ts'

/** Another part of the figures: Esc goes back to the overview from each. */
function turned(model: Model, { part: from }: ScreenAt<'progress'>, part: Part): Step {
  const screen = { at: 'progress', part } as const
  return { model: from === 'overview' ? push(model, screen) : show(model, screen) }
}

export const progress: Handlers<'progress'> = {
  topics: (model, screen) => turned(model, screen, 'topics'),
  kinds: (model, screen) => turned(model, screen, 'kinds'),
  calendar: (model, screen) => turned(model, screen, 'calendar'),
  due: (model, screen) => turned(model, screen, 'due'),
  ideas: model => ({ model: push(model, { at: 'ideas', cursor: 0 }) }),
  save: model => ({
    model,
    file: { name: `lambda-study-progress-${dateOf(model.day)}.txt`, text: textOfProgress(model) },
  }),
}
