import type { Card, Hinge, IdeaId } from '../deck/deck.ts'

/** What this person met on a card before: how often each option was shown, what they fell for last, and the last hinge. */
export type Seen = {
  readonly options: Readonly<Record<string, number>>
  readonly fell?: string
  readonly hinge?: string
}
export const unseen: Seen = { options: {} }

export type ShownOption = {
  readonly id: string
  readonly text: string
  readonly right: boolean
  /** What makes it right, or what was mixed up; already chosen for the hinge. */
  readonly why: string
  readonly confuses?: IdeaId
}

/** A card made concrete for one showing. `prompt` is what stands above the answer. */
export type Question = { readonly card: Card; readonly seed: number; readonly prompt: string } & (
  | { readonly by: 'recall'; readonly back: string }
  | {
      readonly by: 'type'
      /** The right answer, as it is shown. */
      readonly answer: string
      /** What the person is to type, in a sentence. */
      readonly wants: string
      /** Where a figure is asked for. */
      readonly expected?: { readonly number: number; readonly unit: string; readonly tolerance: number }
      /** Figures that wrong ways lead to. */
      readonly mistakes: readonly { readonly number: number; readonly says: string }[]
      /** The way to the answer. */
      readonly solution?: string
    }
  | {
      readonly by: 'match'
      readonly groups: readonly string[]
      /** `group`: the place of its group. */
      readonly items: readonly { readonly text: string; readonly group: number }[]
    }
  | {
      readonly by: 'order'
      /** As they are shown; `place` is where each belongs, from 0. */
      readonly steps: readonly { readonly text: string; readonly place: number }[]
    }
  | {
      readonly by: 'choose'
      readonly options: readonly ShownOption[]
      /** How many are to be chosen. */
      readonly choose: number
      readonly decides: readonly string[]
      readonly hinge?: Hinge
    }
)
/** The answer screen that serves a question. */
export type AnsweredBy = Question['by']
export type QuestionBy<B extends AnsweredBy> = Extract<Question, { by: B }>

/** How a flashcard was recalled: 1 missed, 2 barely, 3 yes, 4 at once. */
export type Recalled = 1 | 2 | 3 | 4
export type Answer =
  | { readonly by: 'recall'; readonly recalled: Recalled }
  /** `text` is missing when the answer was revealed instead of typed. */
  | { readonly by: 'type'; readonly text?: string }
  | { readonly by: 'choose'; readonly picked: readonly string[] }
  /** The place of a group for every shown item. */
  | { readonly by: 'match'; readonly groups: readonly number[] }
  /** The shown steps, by their place on the screen, in the person's order. */
  | { readonly by: 'order'; readonly order: readonly number[] }
export type AnswerBy<B extends AnsweredBy> = Extract<Answer, { by: B }>

export type Verdict = {
  readonly is: 'right' | 'partly' | 'wrong'
  /** What else must be said, like the right spelling. */
  readonly says?: string
}

/** How one kind of card is asked and judged. Both are pure: the same seed and the same answer give the same. */
export type Kind<C extends Card, B extends AnsweredBy> = {
  ask(card: C, seen: Seen, seed: number): QuestionBy<B>
  judge(question: QuestionBy<B>, answer: AnswerBy<B>): Verdict
  /** Why an answer cannot be judged as it stands, like a figure without its unit. Nothing is recorded then. */
  objection?(question: QuestionBy<B>, answer: AnswerBy<B>): string | undefined
}
