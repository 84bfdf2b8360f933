import type { Card, KindName } from '../deck/deck.ts'
import { dice } from '../kinds/random.ts'
import { type Bank, type Idea, ideasFor } from './bank.ts'
import { quizFaces } from './face.ts'
import type { Progress } from './progress.ts'
import type { Waiting } from './session.ts'

export type QuizWishes = {
  /** Topics and ideas, as `limits`, `limits/max-timeout` or a full id; empty: everything. */
  readonly what: readonly string[]
  readonly kind?: KindName
  readonly questions: number
  readonly exam: string | undefined
}

/** Whether a word of the person names an idea: its topic, its note or one of its cards. */
const names = (word: string, idea: Idea): boolean => {
  const ids = [idea.id, ...idea.faces.map(card => card.id)]
  return (
    idea.topic === word ||
    ids.some(id => id === word || id.replace(/^[^:]*:/, '') === word || id.replace(/^.*\//, '') === word)
  )
}

/** The words that name nothing. */
export const unknownWords = (bank: Bank, what: readonly string[]): readonly string[] =>
  what.filter(word => ![...bank.ideas.values()].some(idea => names(word, idea)))

/** The questions of a quiz, in order: one face of each idea, scenarios first, and further faces while questions are wanted. */
export function quizQueue(
  bank: Bank,
  progress: Progress,
  { what, kind, questions, exam }: QuizWishes,
  seed: number,
): readonly Waiting[] {
  const ideas =
    what.length > 0
      ? [...bank.ideas.values()].filter(idea => what.some(word => names(word, idea)))
      : ideasFor(bank, exam)
  const faces = dice(seed)
    .shuffled(ideas)
    .map(idea =>
      quizFaces(
        idea.faces.filter(card => kind === undefined || card.kind === kind),
        progress,
      ),
    )
  const rounds: Card[] = []
  for (let round = 0; rounds.length < questions && faces.some(cards => cards[round]); round++)
    rounds.push(...faces.flatMap(cards => cards[round] ?? []))
  return rounds.slice(0, questions).map(card => ({ idea: card.idea, card: card.id }))
}
