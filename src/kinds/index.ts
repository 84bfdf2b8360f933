import type { Card, KindName } from '../deck/deck.ts'
import { calculation } from './calculation.ts'
import { cloze } from './cloze.ts'
import { flashcard } from './flashcard.ts'
import type { Answer, Kind, Question, Seen, Verdict } from './kind.ts'
import { matching } from './matching.ts'
import { multipleChoice } from './multiple-choice.ts'
import { multipleResponse } from './multiple-response.ts'
import { numeric } from './numeric.ts'
import { ordering } from './ordering.ts'
import type { traits } from './traits.ts'

type CardOf<N extends KindName> = Extract<Card, { kind: N }>

/** Every kind of card. A new kind is a module, a line here and its traits; the compiler names what else is missing. */
export const kinds = {
  flashcard,
  cloze,
  numeric,
  calculation,
  'multiple-choice': multipleChoice,
  'multiple-response': multipleResponse,
  matching,
  ordering,
} as const satisfies { [N in KindName]: Kind<CardOf<N>, (typeof traits)[N]['answeredBy']> }

export const kindNames = Object.keys(kinds) as readonly KindName[]

// A card and its kind belong together by construction; TypeScript cannot follow the pair through the lookup: hence `as never`.
export const ask = (card: Card, seen: Seen, seed: number): Question => kinds[card.kind].ask(card as never, seen, seed)

/** Throws when the answer is of another form than the question. */
export function judge(question: Question, answer: Answer): Verdict {
  if (question.by !== answer.by)
    throw new TypeError(`a question answered by ${question.by} got an answer by ${answer.by}`)
  return kinds[question.card.kind].judge(question as never, answer as never)
}

/** Why an answer cannot be judged as it stands; missing when it can. */
export function objection(question: Question, answer: Answer): string | undefined {
  const kind: { objection?(question: never, answer: never): string | undefined } = kinds[question.card.kind]
  return kind.objection?.(question as never, answer as never)
}
