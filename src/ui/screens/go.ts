import { commandFor } from '../keys.ts'
import { type At, type Input, type Model, noting, only, type Screen, type Step } from '../model.ts'
import { running } from './exam.ts'
import { home } from './home.ts'

const places: Readonly<Record<string, (model: Model, screen: { at: 'home' }, input: Input) => Step>> = home
/** Screens that are themselves a place that home leads to, by the command that does. */
const placeOf: Readonly<Partial<Record<At, string>>> = {
  topics: 'notes',
  search: 'search',
  lobby: 'exam',
  exam: 'exam',
  jump: 'exam',
  handin: 'exam',
  paused: 'exam',
}

/** Whether something is under way on a screen, to come back to: a session, or an exam. */
const isWork = (screen: Screen): boolean =>
  'session' in screen || screen.at === 'rating' || ['exam', 'jump', 'handin'].includes(screen.at)

/** The screens from what is under way down; the first one of all where nothing is (a slice from -1). */
function toWork(model: Model): Model {
  const [first, ...rest] = model.screens.slice(model.screens.findIndex(isWork))
  return first ? { ...model, screens: [first, ...rest] } : model
}

/** Whether a screen is a place that home leads to already: today's session is one as long as it lasts. */
export function isThere(screen: Screen, place: string): boolean {
  if (placeOf[screen.at] === place) return true
  const session = screen.at === 'rating' ? screen.of.session : 'session' in screen ? screen.session : undefined
  return place === 'begin' && screen.at !== 'summary' && session?.mode === 'today'
}

/** Goes where a key of home leads, and home without a key. What is under way stays below where it can; an exam keeps its clock. */
export function gone(model: Model, key: string, input: Input): Step {
  const work = toWork(model)
  const does = commandFor({ ...model, screens: [{ at: 'home' }] }, key) ?? ''
  if (isThere(work.screens[0], does)) return { model: work }
  const step = places[does]?.(work, { at: 'home' }, input) ?? { model: only(work, { at: 'home' }) }
  const notice = step.model.notice ?? partingOf(work, step.model)
  return notice === undefined ? step : { ...step, model: noting(step.model, notice) }
}

/** What should be said of the work that one goes away from. */
function partingOf(work: Model, next: Model): string | undefined {
  const [screen] = work.screens
  const isBelow = next.screens.includes(screen)
  if (running(work)) return `The exam's clock runs on. ${isBelow ? 'Esc' : 'The exam room'} goes back to it.`
  if (!isWork(screen) || screen.at === 'summary') return undefined
  return isBelow ? 'Esc goes back to the session.' : 'Paused. Every answer so far is saved.'
}
