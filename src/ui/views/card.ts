import type { Card } from '../../deck/deck.ts'
import { ask } from '../../kinds/index.ts'
import { type Question, unseen } from '../../kinds/kind.ts'
import { dayText, yearOf } from '../../study/date.ts'
import { studyDay } from '../../study/day.ts'
import type { Instant } from '../../world.ts'
import type { Model } from '../model.ts'

/** A card as a question to be looked at: always the same one. */
export const questionOf = ({ progress }: Model, card: Card): Question =>
  ask(card, progress.cards.get(card.id) ?? unseen, 1)

/** How a card went, and its marks: `3 of 4 right · last Fri 20 Nov · flagged`. */
export function cardFacts(model: Model, { id }: Card): string {
  const { cards, flagged, suspended } = model.progress
  const known = cards.get(id)
  const seen = known && known.times > 0
  const last = known && lastDay(model, known.last)
  const facts = [
    ...(seen ? [`${known.rights} of ${known.times} right`] : ['not asked yet']),
    ...(seen && last !== undefined ? [`last ${dayText(last, yearOf(model.day))}`] : []),
    ...(flagged.includes(id) ? ['flagged'] : []),
    ...(suspended.includes(id) ? ['suspended'] : []),
  ]
  return facts.join(` ${model.glyphs.dot} `)
}

/** The study day of an instant, where the person's newest answer was given. */
function lastDay({ progress, settings }: Model, at: number): number | undefined {
  const newest = progress.tail.findLast(event => event.type !== 'unknown')
  return newest && 'offset' in newest ? studyDay(at as Instant, newest.offset, settings.dayStartsAt) : undefined
}
