import { currentDay, studyDay } from '../study/day.ts'
import { type Event, stamp } from '../study/event.ts'
import { apply, newestDay } from '../study/progress.ts'
import { openSitting } from '../study/sitting.ts'
import type { Instant } from '../world.ts'
import { isTooSmall, roomFor } from './frame.ts'
import { commandFor, type Handlers } from './keys.ts'
import { firstVisible } from './lines.ts'
import {
  type At,
  back,
  type Input,
  type Model,
  noting,
  type Outcome,
  only,
  push,
  type Screen,
  type Step,
} from './model.ts'
import { choose } from './screens/choose.ts'
import { commit } from './screens/commit.ts'
import { exam, handedIn, isOver, timeIsOver } from './screens/exam.ts'
import { face } from './screens/face.ts'
import { feedback } from './screens/feedback.ts'
import { gone } from './screens/go.ts'
import { handin } from './screens/handin.ts'
import { home } from './screens/home.ts'
import { idea } from './screens/idea.ts'
import { ideas } from './screens/ideas.ts'
import { jump } from './screens/jump.ts'
import { lobby } from './screens/lobby.ts'
import { match } from './screens/match.ts'
import { order } from './screens/order.ts'
import { page } from './screens/page.ts'
import { openPalette, palette, relisted } from './screens/palette.ts'
import { paused } from './screens/paused.ts'
import { progress } from './screens/progress.ts'
import { rating } from './screens/rating.ts'
import { recall } from './screens/recall.ts'
import { report } from './screens/report.ts'
import { search } from './screens/search.ts'
import { summary } from './screens/summary.ts'
import { through } from './screens/through.ts'
import { topics } from './screens/topics.ts'
import { type } from './screens/type.ts'
import { date, minutes, welcome } from './screens/welcome.ts'
import { bodyOf } from './views/body.ts'

const handlers: { [A in At]: Handlers<A> } = {
  welcome,
  date,
  minutes,
  home,
  recall,
  type,
  commit,
  choose,
  feedback,
  match,
  order,
  rating,
  summary,
  search,
  topics,
  page,
  idea,
  face,
  lobby,
  exam,
  jump,
  handin,
  paused,
  report,
  through,
  progress,
  ideas,
  help: {},
  palette,
}

/** The whole behaviour of the screens: the next model, and the events and settings that must be kept before it is shown. */
export function update(before: Model, input: Input): Outcome {
  const { notice, unsaved, ...rest } = before
  // What is tried again must be the same events: part of them may be on the disk.
  if (unsaved?.key === input.key) return unsaved.outcome
  const { day } = currentDay(studyDay(input.at, input.offset, rest.settings.dayStartsAt), newestDay(rest.progress.days))
  const model: Model = { ...rest, day, now: nowIn(before, input), elapsed: input.elapsed }
  // Time that passes takes nothing away that was not read yet.
  if (input.does === 'tick' && !isOver(model))
    return {
      model: settled({ ...model, ...(notice !== undefined && { notice }), ...(unsaved && { unsaved }) }),
      events: [],
    }
  const step = stepOf(model, input)
  const { model: recorded, events } = recordedIn(step, input)
  const next = step.next ? step.next(recorded) : recorded
  return {
    model: settled(next),
    events,
    ...(step.settings && { settings: step.settings }),
    ...(step.file && { file: step.file }),
  }
}

function stepOf(model: Model, input: Input): Step {
  const [screen] = model.screens
  // The mapped type above pairs every screen with its handlers; TypeScript cannot follow the pair through a lookup.
  const here = handlers[screen.at] as Record<string, (model: Model, screen: Screen, input: Input) => Step>
  return everywhere(model, input) ?? here[input.does]?.(model, screen, input) ?? { model }
}

/** Does what was chosen by name: the key of it is pressed on the screen below the palette, or on home. */
function chosen(model: Model, input: Input): Step {
  const [screen] = model.screens
  const action = screen.at === 'palette' ? screen.found[screen.cursor] : undefined
  if (!action) return { model: noting(model, 'Nothing is called that here.') }
  const below = uncovered(model)
  const { key } = action
  if (action.on === 'home') return gone(below, key, input)
  const does = commandFor(below, key)
  return does === undefined ? { model: below } : stepOf(below, { ...input, does, key })
}

/** The model without help and palette: the screen below, scrolled as it was when the palette was opened. */
function uncovered(model: Model): Model {
  const [screen] = model.screens
  if (screen.at === 'help') return uncovered(settled(back(model)))
  return screen.at === 'palette' ? settled({ ...back(model), top: screen.top }) : model
}

/** What the clock says; while an exam runs, on the screen or behind it, at least as much later as the clock for measuring says. */
function nowIn(before: Model, { at, elapsed }: Input): Instant {
  const sitting = openSitting(before.progress.sittings)
  if (!sitting || sitting.pausedAt !== undefined) return at
  const measured = Math.max(before.now, sitting.lastAt) + Math.max(0, Math.floor(elapsed - before.elapsed))
  return Math.max(at, measured) as Instant
}

/** Stamps drafts and applies them, each later than the one before, whatever the clock says. */
function recordedIn(
  { model, drafts = [] }: Step,
  input: Input,
): { readonly model: Model; readonly events: readonly Event[] } {
  let { progress, lastAt } = model
  const events: Event[] = []
  for (const draft of drafts) {
    lastAt = Math.max(model.now, lastAt + 1)
    const event = stamp(
      draft,
      { at: lastAt as Instant, day: model.day, offset: input.offset },
      input.seed + events.length,
    )
    progress = apply(progress, event, model.bank)
    events.push(event)
  }
  return { model: { ...model, progress, lastAt }, events }
}

/** What keys do on every screen that has them. */
function everywhere(model: Model, input: Input): Step | undefined {
  const { does } = input
  if (isOver(model)) return handedIn(model, input, timeIsOver)
  const room = roomFor(model.size)
  const scrolled = (by: number) => ({ model: { ...model, top: model.top + by } })
  switch (does) {
    case 'help':
      return { model: push(model, { at: 'help', of: model.screens[0].at }) }
    case 'palette':
      return { model: openPalette(uncovered(model)) }
    case 'run':
      return chosen(model, input)
    case 'back':
      if (model.screens[0].at === 'palette') return { model: uncovered(model) }
      return { model: model.screens.length > 1 ? back(model) : only(model, { at: 'home' }) }
    case 'scrollDown':
      return scrolled(1)
    case 'scrollUp':
      return scrolled(-1)
    case 'pageDown':
      return scrolled(room - 2)
    case 'pageUp':
      return scrolled(2 - room)
    default:
      return undefined
  }
}

/** A model with the shape of its top screen, scrolled so that what has the focus is in view. */
export function settled(model: Model): Model {
  if (isTooSmall(model.size)) return model
  const { lines, focus, compact } = bodyOf(model)
  const room = roomFor(model.size)
  const furthest = Math.max(0, lines.length - room)
  const top = focus === undefined ? model.top : inView(model.top, focus, lines.length, room)
  return {
    ...model,
    top: Math.max(0, Math.min(furthest, top)),
    shape: { height: lines.length, compact: compact ?? false },
  }
}

const inView = (top: number, [from, to]: readonly [number, number], count: number, room: number): number =>
  from >= top && to < top + room ? top : from < top ? from : firstVisible(from, to, count, room)

/** What can be done may hang on the size: a palette that is open lists it anew. */
export function resized(model: Model, size: Model['size']): Model {
  const [screen] = model.screens
  if (screen.at !== 'palette') return settled({ ...model, size })
  const below = uncovered({ ...model, size })
  return settled(relisted(openPalette(below), screen))
}
