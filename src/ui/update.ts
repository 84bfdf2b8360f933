import { currentDay, studyDay } from '../study/day.ts'
import { type Event, stamp } from '../study/event.ts'
import { apply, newestDay } from '../study/progress.ts'
import type { Instant } from '../world.ts'
import { isTooSmall, roomFor } from './frame.ts'
import type { Handlers } from './keys.ts'
import { firstVisible } from './lines.ts'
import { type At, back, type Input, type Model, type Outcome, only, push, type Screen, type Step } from './model.ts'
import { choose } from './screens/choose.ts'
import { commit } from './screens/commit.ts'
import { exam, handedIn, isOver } from './screens/exam.ts'
import { feedback } from './screens/feedback.ts'
import { handin } from './screens/handin.ts'
import { home } from './screens/home.ts'
import { ideas } from './screens/ideas.ts'
import { jump } from './screens/jump.ts'
import { lobby } from './screens/lobby.ts'
import { match } from './screens/match.ts'
import { order } from './screens/order.ts'
import { page } from './screens/page.ts'
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
}

/** The whole behaviour of the screens: the next model, and the events and settings that must be kept before it is shown. */
export function update(before: Model, input: Input): Outcome {
  const { notice: _, unsaved, ...rest } = before
  // What is tried again must be the same events: part of them may be on the disk.
  if (unsaved?.key === input.key) return unsaved.outcome
  const { day } = currentDay(studyDay(input.at, input.offset, rest.settings.dayStartsAt), newestDay(rest.progress.days))
  const model: Model = { ...rest, day, now: input.at }
  const [screen] = model.screens
  // The mapped type above pairs every screen with its handlers; TypeScript cannot follow the pair through a lookup.
  const here = handlers[screen.at] as Record<string, (model: Model, screen: Screen, input: Input) => Step>
  const step = everywhere(model, input) ?? here[input.does]?.(model, screen, input) ?? { model }
  const { model: recorded, events } = recordedIn(step, input)
  const next = step.next ? step.next(recorded) : recorded
  return {
    model: settled(next),
    events,
    ...(step.settings && { settings: step.settings }),
    ...(step.file && { file: step.file }),
  }
}

/** Stamps drafts and applies them, each later than the one before, whatever the clock says. */
function recordedIn(
  { model, drafts = [] }: Step,
  input: Input,
): { readonly model: Model; readonly events: readonly Event[] } {
  let { progress, lastAt } = model
  const events: Event[] = []
  for (const draft of drafts) {
    lastAt = Math.max(input.at, lastAt + 1)
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
  if (isOver(model)) return handedIn(model, 'Time is over: this is what was answered until then.')
  const room = roomFor(model.size)
  const scrolled = (by: number) => ({ model: { ...model, top: model.top + by } })
  switch (does) {
    case 'help':
      return { model: push(model, { at: 'help', of: model.screens[0].at }) }
    case 'tick':
      return { model }
    case 'back':
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

export const resized = (model: Model, size: Model['size']): Model => settled({ ...model, size })
