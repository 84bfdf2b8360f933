import { commandFor } from '../keys.ts'
import { type At, type Input, type Model, noting, only, type Screen, type Step } from '../model.ts'
import { home } from './home.ts'
import { partingOf, toWork } from './work.ts'

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
  const notice = step.model.notice ?? partingOf(model, step.model)
  return notice === undefined ? step : { ...step, model: noting(step.model, notice) }
}
