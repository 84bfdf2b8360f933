import type { QuestionBy } from '../../kinds/kind.ts'
import { finishing } from '../../study/exam.ts'
import { choicesLeft, questionAt, standingOf } from '../../study/exam-question.ts'
import { reportOf } from '../../study/report.ts'
import { type Sitting, timeLeft, withPapers } from '../../study/sitting.ts'
import { roomFor } from '../frame.ts'
import type { Handlers } from '../keys.ts'
import { change, type ExamScreen, type Input, type Model, noting, push, type Step, show } from '../model.ts'
import { countText } from '../views/words.ts'
import { hasLess, hasMore } from '../when.ts'

const rooms: ReadonlySet<string> = new Set(['exam', 'jump', 'handin'])
/** Lists that are laid over a screen for a moment. */
const covers: ReadonlySet<string> = new Set(['help', 'palette'])

/** The exam that the top screen belongs to. */
export const sittingOf = (model: Model, id: string): Sitting | undefined =>
  model.progress.sittings.findLast(sitting => sitting.id === id)

/** The exam whose clock runs on the top screen, or right below help or palette. */
export function running({ screens, progress }: Model): Sitting | undefined {
  const screen = screens.find(({ at }) => !covers.has(at))
  if (!screen || !rooms.has(screen.at) || !('id' in screen)) return undefined
  const sitting = progress.sittings.findLast(({ id }) => id === screen.id)
  return sitting && sitting.finishedAt === undefined && sitting.pausedAt === undefined ? sitting : undefined
}
export function isOver(model: Model): boolean {
  const sitting = running(model)
  return sitting !== undefined && timeLeft(sitting, model.now) === 0
}

/** A question of an exam: its story first, until it is answered. */
export function questionOf(
  { bank }: Pick<Model, 'bank'>,
  sitting: Sitting,
  { elapsed }: Pick<Input, 'elapsed'>,
  place = sitting.place,
): ExamScreen {
  const picked = sitting.answers[place]?.picked ?? []
  const options = questionAt(sitting, bank, place)?.options ?? []
  const cursor = Math.max(
    0,
    options.findIndex(({ id }) => picked.includes(id)),
  )
  return { at: 'exam', id: sitting.id, place, cursor, story: picked.length === 0, since: elapsed }
}

export const timeIsOver = 'Time is over: this is what was answered until then.'

/** Ends the exam on the top screen: its reviews are written, then its report is shown. */
export function handedIn(model: Model, { elapsed }: Pick<Input, 'elapsed'>, notice?: string): Step {
  const sitting = running(model)
  if (!sitting) return { model }
  const [screen] = model.screens
  const last = screen.at === 'exam' ? (recorded(model, screen, { elapsed }, givenAt(model, screen)).drafts ?? []) : []
  return {
    model,
    drafts: [...last, ...finishing(sitting, model.bank, model.progress, model.day)],
    next(recorded) {
      const done = sittingOf(recorded, sitting.id) ?? sitting
      const bank = withPapers(recorded.bank, recorded.progress.sittings)
      const below = recorded.screens.filter(({ at }) => !rooms.has(at) && !covers.has(at) && at !== 'lobby')
      const [first = { at: 'home' as const }, ...rest] = below
      const shown = push(
        { ...recorded, bank, screens: [first, ...rest] },
        {
          at: 'report',
          id: done.id,
          report: reportOf(done, bank),
        },
      )
      return notice === undefined ? shown : noting(shown, notice)
    },
  }
}

type Given = { readonly picked: readonly string[]; readonly flagged: boolean }
export const givenAt = (model: Model, { id, place }: Pick<ExamScreen, 'id' | 'place'>): Given =>
  sittingOf(model, id)?.answers[place] ?? { picked: [], flagged: false }

/** The choice on the top screen: its question, and the ids of what is picked. */
export function choiceIn(
  model: Model,
): { readonly question: QuestionBy<'choose'>; readonly picked: readonly string[] } | undefined {
  const [screen] = model.screens
  if (screen.at === 'choose') return screen
  const sitting = screen.at === 'exam' ? sittingOf(model, screen.id) : undefined
  const question = sitting && screen.at === 'exam' ? questionAt(sitting, model.bank, screen.place) : undefined
  return question && screen.at === 'exam' ? { question, picked: givenAt(model, screen).picked } : undefined
}

/** Records how a question stands, and goes to `next`. What lacks a choice is said. */
function recorded(
  model: Model,
  screen: ExamScreen,
  { elapsed }: Pick<Input, 'elapsed'>,
  { picked, flagged }: Given,
  next = screen.place,
): Step {
  const ms = Math.max(0, Math.round(elapsed - screen.since))
  const sitting = sittingOf(model, screen.id)
  const left = sitting ? lackingText(model, sitting, screen.place) : undefined
  const shown =
    next === screen.place || !sitting
      ? change(model, { ...screen, since: elapsed })
      : show(model, questionOf(model, sitting, { elapsed }, next))
  return {
    model: next === screen.place || left === undefined ? shown : noting(shown, left),
    drafts: [{ type: 'exam-answer', session: screen.id, place: screen.place, answer: picked, flagged, ms, next }],
  }
}

function lackingText({ bank }: Model, sitting: Sitting, place: number): string | undefined {
  const left = choicesLeft(sitting, bank, place)
  const begun = sitting.answers[place]?.picked.length ?? 0
  return left > 0 && begun > 0 ? `Question ${place + 1} asks for ${left} more.` : undefined
}

/** With one to choose, a choice replaces the one before; with several, it is put in or taken out, and one too many is refused. */
function chosen(model: Model, screen: ExamScreen, place: number, input: Input): Step {
  const sitting = sittingOf(model, screen.id)
  const question = sitting && questionAt(sitting, model.bank, screen.place)
  const option = question?.options[place]
  if (!question || !option) return { model }
  const { picked, flagged } = givenAt(model, screen)
  const without = picked.filter(id => id !== option.id)
  if (question.choose > 1 && without.length === picked.length && picked.length === question.choose)
    return { model: noting(model, `${countText(question.choose)}: take one out first.`) }
  // A key that is held would fill the log.
  if (question.choose === 1 && picked[0] === option.id)
    return { model: change(model, { ...screen, cursor: place, story: false }) }
  const next = question.choose === 1 ? [option.id] : without.length < picked.length ? without : [...picked, option.id]
  return recorded(model, { ...screen, cursor: place, story: false }, input, { picked: next, flagged })
}

/** The arrows read a story to its end, then move the cursor. They choose nothing: what is chosen is on record at once. */
function moved(model: Model, screen: ExamScreen, by: number): Step {
  if (screen.story && (by > 0 ? hasMore(model) : hasLess(model))) return { model: { ...model, top: model.top + by } }
  const sitting = sittingOf(model, screen.id)
  const count = (sitting && questionAt(sitting, model.bank, screen.place)?.options.length) ?? 1
  return {
    model: change(model, { ...screen, cursor: Math.max(0, Math.min(count - 1, screen.cursor + by)), story: false }),
  }
}

/** After the last question comes the list, at the first one that is open. */
function gone(model: Model, screen: ExamScreen, by: number, input: Input): Step {
  const sitting = sittingOf(model, screen.id)
  const place = screen.place + by
  if (place < 0 || !sitting) return { model }
  if (place < sitting.cards.length) return recorded(model, screen, input, givenAt(model, screen), place)
  return listed(model, screen, input, firstOpen(model, sitting) ?? screen.place)
}

function firstOpen({ bank }: Model, sitting: Sitting): number | undefined {
  const { open, halves } = standingOf(sitting, bank)
  return [...open, ...halves].sort((a, b) => a - b)[0]
}

function listed(model: Model, screen: ExamScreen, input: Input, cursor: number): Step {
  const step = recorded(model, screen, input, givenAt(model, screen))
  return { ...step, model: push(step.model, { at: 'jump', id: screen.id, cursor }) }
}

export const exam: Handlers<'exam'> = {
  pick(model, screen, input) {
    const letter = 'abcdef'.indexOf(input.key)
    return chosen(model, screen, letter >= 0 ? letter : Number(input.key) - 1, input)
  },
  // What cannot be seen yet is not chosen.
  mark: (model, screen, input) =>
    screen.story && hasMore(model)
      ? { model: { ...model, top: model.top + roomFor(model.size) - 2 } }
      : chosen(model, screen, screen.cursor, input),
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  go: (model, screen, input) => gone(model, screen, 1, input),
  goBack: (model, screen, input) => gone(model, screen, -1, input),
  flag(model, screen, input) {
    const given = givenAt(model, screen)
    return recorded(model, screen, input, { ...given, flagged: !given.flagged })
  },
  jump: (model, screen, input) => listed(model, screen, input, screen.place),
  story: (model, screen) => ({ model: show(model, { ...screen, story: !screen.story }) }),
  pause(model, screen, input) {
    if (sittingOf(model, screen.id)?.strict)
      return {
        model: noting(model, 'This exam has no pause. ctrl+c leaves; the clock runs on, and you can come back.'),
      }
    const step = recorded(model, screen, input, givenAt(model, screen))
    return {
      model: show(step.model, { at: 'paused', id: screen.id }),
      drafts: [...(step.drafts ?? []), { type: 'exam-pause', session: screen.id }],
    }
  },
}
