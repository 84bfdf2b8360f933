import { ideasFor } from '../../study/bank.ts'
import { type Standing, standings } from '../../study/groups.ts'
import { examOf } from '../../study/settings.ts'
import type { Handlers } from '../keys.ts'
import { change, type Model, noting, type ScreenAt, type Step } from '../model.ts'
import { openPage } from './open.ts'
import { quizOn } from './page.ts'

const leap = 10

/** The ideas of the exam by how they are known, as the screen lists them. */
export const standingsOf = ({ bank, progress, settings, day }: Model): readonly Standing[] =>
  standings(ideasFor(bank, examOf(settings)), progress, day)

const moved = (model: Model, { cursor }: ScreenAt<'ideas'>, by: number): Step => {
  const last = Math.max(0, standingsOf(model).length - 1)
  return { model: change(model, { at: 'ideas', cursor: Math.max(0, Math.min(last, cursor + by)) }) }
}

export const ideas: Handlers<'ideas'> = {
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  leapUp: (model, screen) => moved(model, screen, -leap),
  leapDown: (model, screen) => moved(model, screen, leap),
  open(model, { cursor }) {
    const idea = standingsOf(model)[cursor]?.idea
    return { model: idea ? openPage(model, idea.topic, idea.id) : noting(model, 'There are no ideas.') }
  },
  quiz(model, { cursor }, input) {
    const idea = standingsOf(model)[cursor]?.idea
    return idea ? quizOn(model, idea.id, input) : { model }
  },
}
