import type { Card, CardId, IdeaId, TopicId } from '../../deck/deck.ts'
import { searcher } from '../../search/search.ts'
import { emptyField } from '../field.ts'
import { type Model, push } from '../model.ts'

export const openSearch = (model: Model): Model =>
  push(model, {
    at: 'search',
    field: emptyField,
    cursor: 0,
    find: searcher(model.bank),
    found: { hits: [], taken: {} },
  })

/** The page of an idea; the first of its topic when the idea has no page. */
export function openPage(model: Model, topic: TopicId, idea?: IdeaId): Model {
  const home = idea === undefined ? topic : (model.bank.ideas.get(idea)?.topic ?? topic)
  const place = (model.bank.topics.get(home)?.notes ?? []).findIndex(note => note.id === idea)
  return push(model, { at: 'page', topic: home, place: Math.max(0, place) })
}

/** The faces and the memory of an idea, with a card marked. */
export const openIdea = (model: Model, idea: IdeaId, card?: CardId): Model =>
  push(model, {
    at: 'idea',
    idea,
    cursor: Math.max(
      0,
      facesOf(model, idea).findIndex(face => face.id === card),
    ),
    scrolled: false,
    details: false,
    changes: [],
  })

export const facesOf = ({ bank }: Model, idea: IdeaId): readonly Card[] => bank.ideas.get(idea)?.faces ?? []
