import type { Handlers } from '../keys.ts'
import { undo } from './answer.ts'
import { goOn } from './home.ts'
import { openSearch } from './open.ts'

export const summary: Handlers<'summary'> = {
  more: (model, _screen, input) => ({ model: goOn(model, input) }),
  search: model => ({ model: openSearch(model) }),
  undo,
}
