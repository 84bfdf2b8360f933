import type { Handlers } from '../keys.ts'
import { handedIn } from './exam.ts'

export const handin: Handlers<'handin'> = {
  handIn: (model, _screen, input) => handedIn(model, input),
}
