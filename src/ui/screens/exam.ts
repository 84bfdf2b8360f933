import { finishing, questionAt } from '../../study/exam.ts'
import { reportOf } from '../../study/report.ts'
import { type Sitting, timeLeft, withPapers } from '../../study/sitting.ts'
import type { Handlers } from '../keys.ts'
import { change, type ExamScreen, type Input, type Model, noting, push, type Step, show } from '../model.ts'
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

/** The question that an exam stands at. */
export const questionOf = (
  { id, place }: Pick<Sitting, 'id' | 'place'>,
  { elapsed }: Pick<Input, 'elapsed'>,
): ExamScreen => ({ at: 'exam', id, place, cursor: 0, story: false, since: elapsed })

/** Ends the exam on the top screen: its reviews are written, then its report is shown. */
export function handedIn(model: Model, notice?: string): Step {
  const sitting = running(model)
  if (!sitting) return { model }
  return {
    model,
    drafts: finishing(sitting, model.bank, model.progress, model.day),
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

/** Records how a question stands, and goes to `next`. */
function recorded(
  model: Model,
  screen: ExamScreen,
  { elapsed }: Pick<Input, 'elapsed'>,
  { picked, flagged }: Given,
  next = screen.place,
): Step {
  const ms = Math.max(0, Math.round(elapsed - screen.since))
  const shown =
    next === screen.place
      ? change(model, { ...screen, since: elapsed, story: false })
      : show(model, questionOf({ id: screen.id, place: next }, { elapsed }))
  return {
    model: shown,
    drafts: [{ type: 'exam-answer', session: screen.id, place: screen.place, answer: picked, flagged, ms, next }],
  }
}

/** With one to choose, a choice replaces the one before; with several, it is put in or taken out, and the oldest gives way. */
function chosen(model: Model, screen: ExamScreen, place: number, input: Input): Step {
  const sitting = sittingOf(model, screen.id)
  const question = sitting && questionAt(sitting, model.bank, screen.place)
  const option = question?.options[place]
  if (!question || !option) return { model }
  const { picked, flagged } = givenAt(model, screen)
  const without = picked.filter(id => id !== option.id)
  if (question.choose > 1 && without.length === picked.length && picked.length === question.choose)
    return { model: noting(model, `Choose ${question.choose}: take one out first.`) }
  const next = question.choose === 1 ? [option.id] : without.length < picked.length ? without : [...picked, option.id]
  return recorded(model, { ...screen, cursor: place }, input, { picked: next, flagged })
}

function moved(model: Model, screen: ExamScreen, by: number): Step {
  if (screen.story && (by > 0 ? hasMore(model) : hasLess(model))) return { model: { ...model, top: model.top + by } }
  const sitting = sittingOf(model, screen.id)
  const count = (sitting && questionAt(sitting, model.bank, screen.place)?.options.length) ?? 1
  return { model: change(model, { ...screen, cursor: Math.max(0, Math.min(count - 1, screen.cursor + by)) }) }
}

function gone(model: Model, screen: ExamScreen, by: number, input: Input): Step {
  const count = sittingOf(model, screen.id)?.cards.length ?? 0
  const place = Math.max(0, screen.place + by)
  if (place < count) return recorded(model, screen, input, givenAt(model, screen), place)
  const step = recorded(model, screen, input, givenAt(model, screen))
  return { ...step, model: push(step.model, { at: 'handin', id: screen.id }) }
}

export const exam: Handlers<'exam'> = {
  pick(model, screen, input) {
    const letter = 'abcdef'.indexOf(input.key)
    return chosen(model, screen, letter >= 0 ? letter : Number(input.key) - 1, input)
  },
  mark: (model, screen, input) => chosen(model, screen, screen.cursor, input),
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  go: (model, screen, input) => gone(model, screen, 1, input),
  goBack: (model, screen, input) => (screen.place === 0 ? { model } : gone(model, screen, -1, input)),
  flag(model, screen, input) {
    const given = givenAt(model, screen)
    return recorded(model, screen, input, { ...given, flagged: !given.flagged })
  },
  jump(model, screen, input) {
    const step = recorded(model, screen, input, givenAt(model, screen))
    return { ...step, model: push(step.model, { at: 'jump', id: screen.id, cursor: screen.place }) }
  },
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
