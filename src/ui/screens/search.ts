import type { Card, CardId, IdeaId } from '../../deck/deck.ts'
import { inState } from '../../study/in-state.ts'
import type { Waiting } from '../../study/session.ts'
import { edited } from '../field.ts'
import type { Handlers } from '../keys.ts'
import { change, type Model, noting, type ScreenAt } from '../model.ts'
import { begin } from './ask.ts'
import { openIdea, openPage } from './open.ts'

export const mostHits = 50
const quizLength = 10

const moved = (model: Model, screen: ScreenAt<'search'>, by: number) => ({
  model: change(model, {
    ...screen,
    cursor: Math.max(0, Math.min(screen.found.hits.length - 1, screen.cursor + by)),
  }),
})

export const search: Handlers<'search'> = {
  type(model, screen, { key, text }) {
    const field = edited(screen.field, key, text)
    const found =
      field.text === screen.field.text
        ? screen.found
        : screen.find(field.text, mostHits, inState(model.bank, model.progress, model.day))
    return { model: change(model, { ...screen, field, found, cursor: 0 }) }
  },
  previous: (model, screen) => moved(model, screen, -1),
  next: (model, screen) => moved(model, screen, 1),
  open(model, screen) {
    const entry = screen.found.hits[screen.cursor]?.entry
    if (!entry) return { model: noting(model, 'Nothing to open.') }
    const { type, id, idea, topic } = entry
    return { model: type === 'note' ? openPage(model, topic, idea) : openIdea(model, idea, id as CardId) }
  },
  quiz(model, screen, input) {
    const waiting = screen.found.hits.flatMap(({ entry }): readonly Waiting[] => {
      if (entry.type === 'card') {
        const card = model.bank.cards.get(entry.id as Card['id'])
        return card ? [{ idea: card.idea, card: card.id }] : []
      }
      const idea = model.bank.ideas.get(entry.id as IdeaId)
      return idea ? [{ idea: idea.id }] : []
    })
    const each = [...new Map(waiting.map(one => [one.idea, one])).values()].slice(0, quizLength)
    return {
      model:
        each.length === 0 ? noting(model, 'Nothing to quiz: type a word first.') : begin(model, 'quiz', each, input),
    }
  },
}
