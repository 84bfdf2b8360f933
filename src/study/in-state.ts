import { askable, type Bank } from './bank.ts'
import { isLeech } from './leech.ts'
import type { Progress } from './progress.ts'
import { dueIdeas } from './queue.ts'
import type { InState } from './state.ts'

/** Tells how ideas and cards stand on a day. */
export function inState(bank: Bank, progress: Progress, day: number): InState {
  const { ideas, flagged, suspended } = progress
  let read: ReturnType<typeof askedNow> | undefined
  const asked = () => {
    read ??= askedNow(bank, progress, day)
    return read
  }
  return (state, idea, card) => {
    const known = ideas.get(idea)
    switch (state) {
      case 'due':
        return asked().ids.has(card ?? idea) && asked().due.has(idea)
      case 'new':
        return known === undefined && asked().ids.has(card ?? idea)
      case 'leech':
        return known !== undefined && isLeech(known, day)
      case 'flagged':
        return card !== undefined && flagged.includes(card)
      case 'suspended':
        return suspended.includes(card ?? idea)
    }
  }
}

/** Ideas and cards that can be asked, and the ideas of them that are due. */
function askedNow(bank: Bank, progress: Progress, day: number) {
  const asked = askable(bank, undefined, progress.suspended)
  return {
    ids: new Set<string>(asked.flatMap(idea => [idea.id, ...idea.faces.map(card => card.id)])),
    due: new Set<string>(dueIdeas(asked, progress, day).map(idea => idea.id)),
  }
}
