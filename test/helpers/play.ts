import { join } from 'node:path'
import { mix } from '../../src/kinds/random.ts'
import { compileDeck } from '../../src/store/deck.ts'
import { type Bank, bankOf } from '../../src/study/bank.ts'
import { currentDay, studyDay } from '../../src/study/day.ts'
import type { Event, Mode } from '../../src/study/event.ts'
import { newestDay, replay } from '../../src/study/progress.ts'
import { defaults, isSetUp, type Settings } from '../../src/study/settings.ts'
import { withPapers } from '../../src/study/sitting.ts'
import { commandFor } from '../../src/ui/keys.ts'
import { textOf } from '../../src/ui/lines.ts'
import type { At, Model, Size } from '../../src/ui/model.ts'
import { rowsOf } from '../../src/ui/rows.ts'
import { begin } from '../../src/ui/screens/ask.ts'
import type { Press } from '../../src/ui/terminal/keyboard.ts'
import { type Glyphs, unicode } from '../../src/ui/theme.ts'
import { resized, settled, update } from '../../src/ui/update.ts'
import type { Instant } from '../../src/world.ts'
import { cardId } from './deck.ts'
import { instantOf } from './world.ts'

/** Where every sitting begins unless it says otherwise: a Monday morning. */
export const monday = instantOf('2026-11-23T09:00+01:00')
const offset = 60
const second = 1000
const dayStart = (at: number) => studyDay(at as Instant, offset, defaults.dayStartsAt)

const read = async (path: string): Promise<Bank> => {
  const { deck } = await compileDeck(join(import.meta.dirname, '../..', path))
  if (!deck) throw new Error(`${path} is no deck`)
  return bankOf([deck])
}
/** A small deck with a card of nearly every kind, whose texts tests may name. */
export const smallBank = (): Promise<Bank> => read('test/fixtures/small-deck')
/** The deck that comes with the app. Its cards change: tests may count on its size, not on its words. */
export const builtInBank = (): Promise<Bank> => read('content/lambda')

type Given = {
  readonly columns?: number
  readonly rows?: number
  readonly settings?: Partial<Settings>
  readonly events?: readonly Event[]
  readonly at?: Instant
  readonly glyphs?: Glyphs
}

/** The first screen of a person who studies for DVA-C02; the welcome, when `settings` says that no exam was chosen. */
export function firstModel(decks: Bank, given: Given = {}): Model {
  const { columns = 80, rows = 24, events = [], at = monday, glyphs = unicode } = given
  const progress = replay(events, decks)
  const bank = withPapers(decks, progress.sittings)
  const settings: Settings = { ...defaults, exam: 'DVA', ...given.settings }
  return settled({
    bank,
    progress,
    settings,
    size: { columns, rows },
    day: currentDay(dayStart(at), newestDay(progress.days)).day,
    now: at,
    elapsed: at - monday,
    lastAt: events.at(-1)?.at ?? 0,
    top: 0,
    shape: { height: 0, compact: false },
    glyphs,
    trail: [],
    screens: [isSetUp(settings) ? { at: 'home' } : { at: 'welcome', cursor: 0 }],
  })
}
/** Nobody was asked anything yet. */
export function newcomer(bank: Bank, given: Given = {}): Model {
  const { exam: _, ...settings } = defaults
  const model = firstModel(bank, { ...given, settings: { ...given.settings, exam: 'none' } })
  const { exam: __, ...rest } = model.settings
  return settled({ ...model, settings: { ...settings, ...rest }, screens: [{ at: 'welcome', cursor: 0 }] })
}

/** A session over named cards, as in `limits/long-video`, one after the other. */
export function asking(model: Model, cards: string, mode: Exclude<Mode, 'exam' | 'whatif'> = 'quiz'): Model {
  const waiting = cards.split(' ').map(name => {
    const card = model.bank.cards.get(cardId(name))
    if (!card) throw new Error(`There is no card ${name}.`)
    return { idea: card.idea, card: card.id }
  })
  return settled(begin(model, mode, waiting, { at: monday, elapsed: 0, seed: 7 }))
}

export type Played = {
  readonly model: Model
  /** The rows as they are drawn, and as words on one line. */
  readonly screen: string
  readonly words: string
  readonly footer: string
  readonly at: At
  /** All that was recorded since the first press. */
  readonly events: readonly Event[]
  /** Settings to keep, as far as any were. */
  readonly settings: Partial<Settings> | undefined
  /** Whether the person left. */
  readonly left: boolean
  /** Goes on from here, a second later or at a time. */
  press(presses: string, at?: Instant): Played
}

/**
 * Presses keys, a second apart: `enter 3 u`, words in quotes letter by letter (`"15 min" enter`), a paste as
 * `paste:"…"`, another size of the terminal as `40x16`, and time that only passes as `tick`. Keys that do nothing here are passed over, as in the app.
 */
export function play(model: Model, presses: string, at: Instant = after(model)): Played {
  return played(model, presses, at, [], undefined, 0)
}

const after = (model: Model): Instant => (Math.max(monday, model.lastAt) + second) as Instant

function played(
  first: Model,
  presses: string,
  start: number,
  before: readonly Event[],
  kept: Partial<Settings> | undefined,
  count: number,
): Played {
  let model = first
  let settings = kept
  let left = false
  let now = start
  let pressed = count
  const events = [...before]
  for (const step of stepsOf(presses)) {
    if ('columns' in step) {
      model = resized(model, step)
      continue
    }
    const does = step.key === 'tick' ? 'tick' : commandFor(model, step.key)
    left ||= does === 'quit'
    if (left) break
    if (does !== undefined) {
      const { key, text } = step
      const next = update(model, {
        does,
        key,
        ...(text !== undefined && { text }),
        at: now as Instant,
        offset,
        elapsed: now - monday,
        seed: mix(1, pressed),
      })
      model = next.model
      settings = next.settings ? { ...settings, ...next.settings } : settings
      events.push(...next.events)
    }
    now += second
    pressed += 1
  }
  const rows = rowsOf(model).map(row => textOf(row).trimEnd())
  return {
    model,
    screen: rows.join('\n'),
    words: rows.join(' ').replace(/\s+/g, ' ').trim(),
    footer: rows.at(-1)?.trim() ?? '',
    at: model.screens[0].at,
    events,
    settings,
    left,
    press: (more, at = now as Instant) => played(model, more, at, events, settings, pressed),
  }
}

function stepsOf(presses: string): readonly (Press | Size)[] {
  return [...presses.matchAll(/paste:"([^"]*)"|"([^"]+)"|(\d+)x(\d+)|(\S+)/g)].flatMap(
    ([, pasted, typed, columns, rows, key]): readonly (Press | Size)[] => {
      if (pasted !== undefined) return [{ key: 'paste', text: pasted }]
      if (typed !== undefined) return Array.from(typed, letter => ({ key: letter === ' ' ? 'space' : letter }))
      if (columns !== undefined) return [{ columns: Number(columns), rows: Number(rows) }]
      return key === undefined ? [] : [{ key }]
    },
  )
}

/** The letter of a shown option by the beginning of its text. */
export function letterOf({ screens: [screen] }: Model, text: string): string {
  const options = screen.at === 'choose' ? screen.question.options : []
  const letter = 'abcdef'[options.findIndex(option => option.text.includes(text))]
  if (letter === undefined) throw new Error(`No option says "${text}".`)
  return letter
}
/** The letters of the right options, and of a wrong one. */
export function lettersOf({ screens: [screen] }: Model): { readonly right: readonly string[]; readonly wrong: string } {
  if (screen.at !== 'choose') throw new Error('Nothing is chosen here.')
  const lettered = screen.question.options.map((option, i) => ({ right: option.right, letter: 'abcdef'[i] ?? '' }))
  return {
    right: lettered.filter(({ right }) => right).map(({ letter }) => letter),
    wrong: lettered.find(({ right }) => !right)?.letter ?? '',
  }
}

/** Answers the question on the screen, sure of it where that is asked, and stays on the feedback where there is one. */
export function answer(before: Played, how: 'right' | 'wrong'): Played {
  const [screen] = before.model.screens
  switch (screen.at) {
    case 'recall':
      return before.press(`enter ${how === 'right' ? 3 : 1}`)
    case 'type':
      return how === 'right' ? before.press(`paste:"${screen.question.answer}" enter`) : before.press('tab')
    case 'commit':
      return answer(before.press('1'), how)
    case 'choose': {
      const { right, wrong } = lettersOf(before.model)
      return before.press(`${(how === 'right' ? right : [wrong, ...right.slice(1)]).join(' ')} enter`)
    }
    case 'match':
      return before.press(
        `${screen.question.items.map(({ group }) => (how === 'right' ? group + 1 : group === 0 ? 2 : 1)).join(' ')} enter`,
      )
    case 'order': {
      const inPlace = screen.question.steps.map((_, place) =>
        screen.question.steps.findIndex(step => step.place === place),
      )
      const steps = how === 'right' ? inPlace : inPlace.toReversed()
      return before.press(`${steps.map(step => 'abcdef'[step]).join(' ')} enter`)
    }
    default:
      throw new Error(`Nothing is asked on the screen ${screen.at}.`)
  }
}
/** Answers every question up to the summary. */
export function answerAll(before: Played, how: 'right' | 'wrong'): Played {
  if (before.at === 'summary') return before
  return answerAll(before.at === 'feedback' ? before.press('enter') : answer(before, how), how)
}

/** Every screen of the app, as a person comes to it. */
export function everyScreen(bank: Bank, given: Given = {}): Readonly<Record<At, Model>> {
  const home = firstModel(bank, given)
  const fresh = newcomer(bank, given)
  const choose = play(asking(home, 'limits/long-video'), '2').model
  const feedback = play(choose, `${lettersOf(choose).wrong} enter`).model
  const lobby = play(home, 'e').model
  const exam = play(lobby, 'enter').model
  const report = play(exam, 'b tab i enter').model
  return {
    welcome: fresh,
    date: play(fresh, 'enter').model,
    minutes: play(fresh, 'enter enter').model,
    home,
    recall: asking(home, 'limits/most-memory'),
    type: asking(home, 'limits/longest-run'),
    commit: asking(home, 'limits/long-video'),
    choose,
    match: asking(home, 'invocation/who-calls'),
    order: asking(home, 'invocation/failing-event'),
    feedback,
    rating: play(feedback, 'r').model,
    summary: play(feedback, 'enter').model,
    search: play(home, '/').model,
    lobby,
    exam,
    jump: play(exam, 'tab').model,
    handin: play(exam, 'tab i').model,
    paused: play(exam, 'esc').model,
    report,
    through: play(report, 'enter').model,
    topics: play(home, 'n').model,
    page: play(home, 'n enter').model,
    idea: play(home, 'n enter v').model,
    face: play(home, 'n enter v enter').model,
    progress: play(home, 'p').model,
    ideas: play(home, 'p i').model,
    help: play(home, '?').model,
    palette: play(home, ':').model,
  }
}
