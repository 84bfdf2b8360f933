import type { Model, Screen } from '../model.ts'
import { running } from './exam.ts'

/** Whether something is under way on a screen, to come back to: a session, or an exam. */
const isWork = (screen: Screen): boolean =>
  'session' in screen || screen.at === 'rating' || ['exam', 'jump', 'handin'].includes(screen.at)

/** The screens from what is under way down; the first one of all where nothing is (a slice from -1). */
export function toWork(model: Model): Model {
  const [first, ...rest] = model.screens.slice(model.screens.findIndex(isWork))
  return first ? { ...model, screens: [first, ...rest] } : model
}

/** What should be said of what is under way when other screens come before it, or instead of it. */
export function partingOf(model: Model, next: Model): string | undefined {
  const work = toWork(model)
  const [screen] = work.screens
  const isBelow = next.screens.includes(screen)
  if (running(work)) return `The exam's clock runs on. ${isBelow ? 'Esc' : 'The exam room'} goes back to it.`
  if (!isWork(screen) || screen.at === 'summary') return undefined
  return isBelow ? 'Esc goes back to the session.' : 'Paused. Every answer so far is saved.'
}
