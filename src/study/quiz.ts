import type { Card, KindName } from '../deck/deck.ts'
import { dice } from '../kinds/random.ts'
import { askable, type Bank, facesFor, type Idea, unsuspended } from './bank.ts'
import { quizFaces } from './face.ts'
import { isLeech } from './leech.ts'
import type { Progress } from './progress.ts'
import type { Waiting } from './session.ts'
import { isHeld, recallOn } from './stats.ts'

export type QuizWishes = {
  /** Topics and ideas, as `limits`, `limits/max-timeout` or a full id; empty: everything. */
  readonly what: readonly string[]
  readonly kind?: KindName
  readonly questions: number
  readonly exam: string | undefined
  readonly day: number
}

/** Words that name ideas by how they are known. */
export const selections = ['weak', 'leeches', 'flagged', 'confused'] as const
type Selection = (typeof selections)[number]
const isSelection = (word: string): word is Selection => selections.some(known => known === word)

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
  what.filter(word => !isSelection(word) && ![...bank.ideas.values()].some(idea => names(word, idea)))

/** The questions of a quiz, in order: one face of each idea, scenarios first, and further faces while questions are wanted. */
export function quizQueue(bank: Bank, progress: Progress, wishes: QuizWishes, seed: number): readonly Waiting[] {
  const { what, kind, questions, exam, day } = wishes
  const selected = what.filter(isSelection)
  const named = what.filter(word => !isSelection(word))
  const all = what.length === 0 ? askable(bank, exam, progress.suspended) : [...bank.ideas.values()]
  const asked = all.filter(
    idea =>
      what.length === 0 ||
      named.some(word => names(word, idea)) ||
      selected.some(selection => isSelected(idea, selection, progress, day)),
  )
  const ordered = selected.includes('weak') ? byRecall(asked, progress, day) : dice(seed).shuffled(asked)
  const faces = ordered.flatMap(known => {
    const idea = unsuspended(known, progress.suspended)
    const wanted = (card: Card) =>
      (kind === undefined || card.kind === kind) &&
      (!what.every(word => word === 'flagged') || what.length === 0 || progress.flagged.includes(card.id))
    const own = idea && (what.length === 0 ? facesFor(idea, exam) : idea.faces)
    return own ? [quizFaces(own.filter(wanted), progress)] : []
  })
  const rounds: Card[] = []
  for (let round = 0; rounds.length < questions && faces.some(cards => cards[round]); round++)
    rounds.push(...faces.flatMap(cards => cards[round] ?? []))
  return rounds.slice(0, questions).map(card => ({ idea: card.idea, card: card.id }))
}

function isSelected(idea: Idea, selection: Selection, progress: Progress, day: number): boolean {
  const known = progress.ideas.get(idea.id)
  switch (selection) {
    case 'weak':
      return known !== undefined && !isHeld(progress, idea, day)
    case 'leeches':
      return known !== undefined && isLeech(known, day)
    case 'flagged':
      return idea.faces.some(card => progress.flagged.includes(card.id))
    case 'confused':
      return progress.confusions.some(pair => pair.ideas.includes(idea.id))
  }
}

const byRecall = (ideas: readonly Idea[], progress: Progress, day: number): readonly Idea[] =>
  [...ideas].sort((a, b) => (recallOn(progress, a, day) ?? 0) - (recallOn(progress, b, day) ?? 0))
