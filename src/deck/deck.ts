/** A card's full id, `deck:topic/card`. It never changes: the review log names cards by it. */
export type CardId = string & { readonly is: 'CardId' }
/** What memory hangs on: the full id of a note, `deck:topic/note`, or of a card that names none. */
export type IdeaId = string & { readonly is: 'IdeaId' }
/** `limits` in the built-in deck, `mine:limits` in a deck of the person's own. */
export type TopicId = string & { readonly is: 'TopicId' }

/** Exam to domain, as in `{ DVA: 1 }`. Empty: not examined. */
export type ExamTags = Readonly<Record<string, number>>
export type Emphasis = 'important' | 'critical' | 'favorite' | 'trap' | 'scenario' | 'decision' | 'detail'

/** One statement of the notes. */
export type Note = {
  readonly id: IdeaId
  readonly topic: TopicId
  readonly text: string
  readonly nuance?: string
  readonly source: readonly string[]
  readonly verified: string
  readonly exams: ExamTags
  readonly emphasis?: Emphasis
  /** Line numbers of the person's notes that it teaches. */
  readonly lines: readonly number[]
  /** Ids that it had before. */
  readonly was: readonly IdeaId[]
}

/** What a part of code is; everything else is plain. */
export type CodeTone = 'name' | 'figure' | 'word' | 'remark'
/** `marks`: where code has a tone, from place to place in the text, in order. */
export type Exhibit = {
  readonly language: string
  readonly text: string
  readonly marks: readonly (readonly [from: number, to: number, tone: CodeTone])[]
}

type Asked = {
  readonly id: CardId
  readonly topic: TopicId
  readonly idea: IdeaId
  readonly why?: string
  readonly exhibit?: Exhibit
  readonly source: readonly string[]
  readonly verified?: string
  readonly exams: ExamTags
  readonly was: readonly CardId[]
  /** Why it is asked no more. */
  readonly retired?: string
  /** Kept for this exam paper, until the paper has been sat. */
  readonly sealed?: 'A' | 'B'
}

export type Option = {
  readonly id: string
  readonly text: string
  readonly why: string
  /** Without hinges: whether it is right. With hinges the hinge decides. */
  readonly right: boolean
  readonly confuses?: IdeaId
}

/** A deciding phrase. It makes one option right; `why` says, by option id, why another hinge's right option is wrong here. */
export type Hinge = {
  readonly id: string
  readonly text: string
  readonly right: string
  readonly why: Readonly<Record<string, string>>
}

export type Flashcard = Asked & { readonly kind: 'flashcard'; readonly front: string; readonly back: string }
export type Cloze = Asked & {
  readonly kind: 'cloze'
  /** With one `{{answer}}` or `{{answer::hint}}`. */
  readonly text: string
  readonly accept: readonly string[]
}
export type MultipleChoice = Asked & {
  readonly kind: 'multiple-choice'
  readonly stem: string
  readonly options: readonly Option[]
  /** Empty when one option is right whatever happens. */
  readonly hinges: readonly Hinge[]
  readonly decides: readonly string[]
}
export type MultipleResponse = Asked & {
  readonly kind: 'multiple-response'
  readonly stem: string
  readonly options: readonly Option[]
  readonly decides: readonly string[]
}

/** `answer` is a figure with its unit; `tolerance` counts in that unit. */
export type Numeric = Asked & {
  readonly kind: 'numeric'
  readonly stem: string
  readonly answer: string
  readonly tolerance: number
}

/** Values that a variable may take: steps of a range, or a list. */
export type Given = { readonly unit: string } & (
  | { readonly from: number; readonly to: number; readonly step: number }
  | { readonly of: readonly number[] }
)
/** Texts may hold `{name}` and `{= formula}`; `tolerance` counts in `unit`. */
export type Calculation = Asked & {
  readonly kind: 'calculation'
  readonly stem: string
  readonly given: Readonly<Record<string, Given>>
  readonly formula: string
  readonly unit: string
  readonly tolerance: number
  /** Wrong ways that people go, and what each of them mixes up. */
  readonly mistakes: readonly { readonly formula: string; readonly says: string }[]
  readonly solution: string
}

export type Matching = Asked & {
  readonly kind: 'matching'
  readonly stem: string
  readonly groups: readonly { readonly name: string; readonly items: readonly string[] }[]
}
/** `steps` stand in their right order. */
export type Ordering = Asked & { readonly kind: 'ordering'; readonly stem: string; readonly steps: readonly string[] }

/** One thing to be asked. */
export type Card = Flashcard | Cloze | Numeric | Calculation | MultipleChoice | MultipleResponse | Matching | Ordering
export type KindName = Card['kind']

/** A section of the notes: one YAML file. */
export type Topic = {
  readonly id: TopicId
  readonly title: string
  readonly notes: readonly Note[]
  readonly cards: readonly Card[]
}

/** An exam's blueprint. `minutes` for the whole exam; domain weights in percent. */
export type Exam = {
  readonly title: string
  readonly questions: number
  readonly unscored: number
  readonly minutes: number
  readonly pass: number
  readonly scale: readonly [number, number]
  readonly domains: Readonly<Record<string, { readonly title: string; readonly weight: number }>>
  readonly source: readonly string[]
  readonly verified: string
}

export type Deck = {
  /** The `deck:` of its deck.yaml, and the first part of its ids. */
  readonly name: string
  readonly title: string
  readonly exams: Readonly<Record<string, Exam>>
  readonly synonyms: readonly (readonly string[])[]
  readonly topics: readonly Topic[]
}

/** The deck that comes with the app; its topics are named without the deck. */
export const builtIn = 'lambda'

/** `multiple-choice` and `multiple-response` tell a story; the field calls both of them scenarios. */
export const isScenario = (card: Card): card is MultipleChoice | MultipleResponse =>
  card.kind === 'multiple-choice' || card.kind === 'multiple-response'

/** The gap of a cloze: `{{answer}}` or `{{answer::hint}}`. */
export const gap = /\{\{(?<answer>(?:(?!\{\{|::|\}\}).)*)(?:::(?<hint>(?:(?!\{\{|\}\}).)*))?\}\}/

/** What the person reads first: the stem, the front or the text with its gap. */
export function stemOf(card: Card): string {
  switch (card.kind) {
    case 'flashcard':
      return card.front
    case 'cloze':
      return card.text.replace(gap, '____')
    case 'multiple-choice':
      return card.stem.replaceAll('{hinge}', '…')
    default:
      return card.stem
  }
}
