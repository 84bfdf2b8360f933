import type { Card, KindName } from '../deck/deck.ts'
import type { AnsweredBy } from './kind.ts'

type Traits = {
  readonly answeredBy: AnsweredBy
  /** Whether it asks for recall of the bare idea, as opposed to applying it. */
  readonly recall: boolean
  /** Seconds that an answer takes, until the person's own are known. */
  readonly seconds: number
}

/** What can be told of a kind without asking: apart from how it asks and judges, which takes milliseconds to load. */
export const traits = {
  flashcard: { answeredBy: 'recall', recall: true, seconds: 12 },
  cloze: { answeredBy: 'type', recall: true, seconds: 12 },
  numeric: { answeredBy: 'type', recall: true, seconds: 12 },
  calculation: { answeredBy: 'type', recall: false, seconds: 60 },
  'multiple-choice': { answeredBy: 'choose', recall: false, seconds: 50 },
  'multiple-response': { answeredBy: 'choose', recall: false, seconds: 50 },
  matching: { answeredBy: 'match', recall: false, seconds: 60 },
  ordering: { answeredBy: 'order', recall: false, seconds: 60 },
} as const satisfies Record<KindName, Traits>

export const isRecall = (card: Pick<Card, 'kind'>): boolean => traits[card.kind].recall
/** Whether a kind is answered by typing. A log of a later version may name kinds that are not known here. */
export const isTyped = (kind: string): boolean =>
  Object.hasOwn(traits, kind) && traits[kind as KindName].answeredBy === 'type'
