import type { IdeaId, TopicId } from '../deck/deck.ts'
import type { Answer, Question, QuestionBy, Verdict } from '../kinds/kind.ts'
import type { Found, Searcher } from '../search/search.ts'
import type { Bank } from '../study/bank.ts'
import type { Draft, Event, ReviewDraft, Sure } from '../study/event.ts'
import type { Offer } from '../study/exam.ts'
import type { Progress } from '../study/progress.ts'
import type { Marked, Report } from '../study/report.ts'
import type { Session } from '../study/session.ts'
import type { Settings } from '../study/settings.ts'
import type { Instant } from '../world.ts'
import type { Field } from './field.ts'
import type { Command } from './keys.ts'
import type { Glyphs } from './theme.ts'

/** A question that waits for its answer. `shownAt`: ms of the clock for measuring. */
type Asking<Q extends Question> = { readonly session: Session; readonly question: Q; readonly shownAt: number }
type Choice = QuestionBy<'choose'>

export type Screen =
  | { readonly at: 'welcome'; readonly cursor: number }
  | { readonly at: 'date'; readonly exam: string; readonly field: Field }
  | { readonly at: 'minutes'; readonly exam: string; readonly examDate?: string; readonly field: Field }
  | { readonly at: 'home' }
  | ({ readonly at: 'recall'; readonly turned: boolean } & Asking<QuestionBy<'recall'>>)
  | ({ readonly at: 'type'; readonly field: Field } & Asking<QuestionBy<'type'>>)
  | ({ readonly at: 'commit' } & Asking<Choice>)
  | ({
      readonly at: 'choose'
      readonly sure?: Sure
      readonly opened?: number
      readonly cursor: number
      readonly picked: readonly string[]
      /** Whether the story is shown where it does not fit beside the options. */
      readonly story: boolean
      /** Asked out of curiosity: counts for nothing but what was seen. */
      readonly whatIf: boolean
    } & Asking<Choice>)
  | Feedback
  /** `groups`: the place of the group that each item was put into. */
  | ({ readonly at: 'match'; readonly cursor: number; readonly groups: readonly (number | undefined)[] } & Asking<
      QuestionBy<'match'>
    >)
  /** `order`: the shown steps that were placed, first to last. */
  | ({ readonly at: 'order'; readonly cursor: number; readonly order: readonly number[] } & Asking<QuestionBy<'order'>>)
  | { readonly at: 'rating'; readonly of: Feedback }
  | { readonly at: 'summary'; readonly session: Session }
  /** `found`: what `find` gave for the text; drawing does not search again. */
  | {
      readonly at: 'search'
      readonly field: Field
      readonly cursor: number
      readonly find: Searcher
      readonly found: Found
    }
  | { readonly at: 'topics'; readonly cursor: number }
  | { readonly at: 'page'; readonly topic: TopicId; readonly place: number }
  | {
      readonly at: 'idea'
      readonly idea: IdeaId
      /** The marked face. */
      readonly cursor: number
      /** Whether it was scrolled past the faces. */
      readonly scrolled: boolean
      readonly details: boolean
      /** The ids of the changes made here, to be taken back one by one. */
      readonly changes: readonly string[]
    }
  /** A face with its answer, over its idea. */
  | { readonly at: 'face'; readonly idea: IdeaId; readonly place: number }
  /** What can be sat, and the reports of what was; `strict`: without pauses. */
  | { readonly at: 'lobby'; readonly offers: readonly Offer[]; readonly cursor: number; readonly strict: boolean }
  | ExamScreen
  | { readonly at: 'jump'; readonly id: string; readonly cursor: number }
  | { readonly at: 'handin'; readonly id: string }
  | { readonly at: 'paused'; readonly id: string }
  | { readonly at: 'report'; readonly id: string; readonly report: Report }
  | {
      readonly at: 'through'
      readonly id: string
      /** What the list holds, in words. */
      readonly of: string
      readonly marks: readonly Marked[]
      readonly place: number
      readonly others: boolean
    }
  | { readonly at: 'progress'; readonly part: Part }
  | { readonly at: 'ideas'; readonly cursor: number }
  | { readonly at: 'help'; readonly of: At }
  /** `actions`: all that can be done on the screen below; `found`: those that the text names; `top`: how far that screen is scrolled. */
  | {
      readonly at: 'palette'
      readonly field: Field
      readonly cursor: number
      readonly actions: readonly Action[]
      readonly found: readonly Action[]
      readonly top: number
    }
/** Something that can be done by name: what `key` does on the screen below the palette, or on home; without a key, home itself. */
export type Action = {
  readonly says: string
  readonly key: string
  readonly on: 'here' | 'home'
  readonly group: 'here' | 'anywhere' | 'moving'
}
/** What the figures are about. */
export type Part = 'overview' | 'topics' | 'kinds' | 'calendar' | 'due'
/** A question of an exam; its answer is in progress. `since`: ms of the clock for measuring, when its time was last recorded. */
export type ExamScreen = {
  readonly at: 'exam'
  readonly id: string
  readonly place: number
  readonly cursor: number
  readonly story: boolean
  readonly since: number
}
export type Feedback = {
  readonly at: 'feedback'
  readonly session: Session
  /** The session before the answer, for another rating of it. */
  readonly before: Session
  readonly question: Question
  readonly answer: Answer
  readonly verdict: Verdict
  readonly draft: ReviewDraft
  /** Whether the question stands above its reasons. */
  readonly story: boolean
  /** Whether options that were not chosen, and the idea of an answer that was right and sure, are shown. */
  readonly others: boolean
  readonly idea: boolean
}
export type At = Screen['at']
export type ScreenAt<A extends At> = Extract<Screen, { at: A }>
/** A question as it was first shown, to come back to by undo. */
export type QuestionScreen = ScreenAt<'recall' | 'type' | 'commit' | 'choose' | 'match' | 'order'>

export type Size = { readonly columns: number; readonly rows: number }
export type Model = {
  readonly bank: Bank
  readonly progress: Progress
  readonly settings: Settings
  readonly size: Size
  /** The study day and the time of the last input. While an exam runs its time never goes back, whatever the clock says. */
  readonly day: number
  readonly now: Instant
  /** ms of the clock for measuring, at the last input. */
  readonly elapsed: number
  /** The time of this device's newest event; later ones get a later time, whatever the clock says. */
  readonly lastAt: number
  /** What could not be written: the same key writes it again, as it was. */
  readonly unsaved?: { readonly key: string; readonly outcome: Outcome }
  /** Something to say once; the next key takes it away. */
  readonly notice?: string
  /** The first line shown of a screen that does not fit. */
  readonly top: number
  /** The rows of the top screen, and whether it leaves something out to fit. Kept by update.ts. */
  readonly shape: { readonly height: number; readonly compact: boolean }
  readonly glyphs: Glyphs
  /** Printed line by line: figures stand in the place of plots. */
  readonly plain?: true
  /** The answered questions of the session, to come back to by undo. */
  readonly trail: readonly QuestionScreen[]
  /** A stack: Esc takes the top one away; the last one stays. */
  readonly screens: readonly [Screen, ...Screen[]]
}

/** A key press that the table knows, or what happened by itself, with the time it came and a fresh seed. */
export type Input = {
  /** `tick`: time has passed. */
  readonly does: Command | 'tick'
  readonly key: string
  /** What a paste holds. */
  readonly text?: string
  readonly at: Instant
  readonly offset: number
  /** ms of the clock for measuring. */
  readonly elapsed: number
  readonly seed: number
}

/** What a handler answers: the next model, and what must be on disk before it is shown. */
export type Step = {
  readonly model: Model
  readonly drafts?: readonly Draft[]
  readonly settings?: Partial<Settings>
  /** Goes on from the model in which the drafts are applied, where what comes next hangs on them. */
  readonly next?: (recorded: Model) => Model
  /** A text to leave in a file of the folder that the person is in. */
  readonly file?: Saving
}
export type Saving = { readonly name: string; readonly text: string }
export type Outcome = {
  readonly model: Model
  readonly events: readonly Event[]
  readonly settings?: Partial<Settings>
  readonly file?: Saving
}

const fresh = { top: 0 } as const
/** Replaces the top screen. */
export const show = (model: Model, screen: Screen): Model => ({
  ...model,
  ...fresh,
  screens: [screen, ...model.screens.slice(1)],
})
/** Changes the top screen and keeps its scroll. */
export const change = (model: Model, screen: Screen): Model => ({
  ...model,
  screens: [screen, ...model.screens.slice(1)],
})
export const push = (model: Model, screen: Screen): Model => ({
  ...model,
  ...fresh,
  screens: [screen, ...model.screens],
})
export function back(model: Model): Model {
  const [, next, ...rest] = model.screens
  return next ? { ...model, ...fresh, screens: [next, ...rest] } : model
}
/** Goes to a screen with nothing below it. */
export const only = (model: Model, screen: Screen): Model => ({ ...model, ...fresh, screens: [screen] })
export const noting = (model: Model, notice: string): Model => ({ ...model, notice })
