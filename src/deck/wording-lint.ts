import type { Fault } from './document.ts'
import { perCard, type Rule } from './whole.ts'

const above = perCard(card =>
  ('options' in card ? card.options : []).flatMap((option, o): Fault[] =>
    /\b(all|none|both) of the (above|other)/i.test(option.text)
      ? [
          {
            path: ['options', o, 'text'],
            level: 'warning',
            code: 'all-of-the-above',
            says: 'options are shuffled, so "above" means nothing',
            remedy: 'write what it stands for',
          },
        ]
      : [],
  ),
)

const hiddenNot = perCard(card => {
  const stem = 'options' in card ? card.stem : ''
  const question =
    stem
      .trim()
      .split(/(?<=[.?])\s+/)
      .at(-1) ?? ''
  if (!/\b(not|except|least likely|false)\b/.test(question)) return []
  const says = 'the question asks for what is not so, and hides it'
  const remedy = 'write NOT or EXCEPT in capitals, or ask for what is so'
  return [{ path: ['stem'], level: 'warning', code: 'hidden-not', says, remedy }]
})

/** Six options are shown when three are right: fewer make it easy to guess. */
const fewDistractors = perCard(card => {
  if (card.kind !== 'multiple-response' || card.options.length >= 6) return []
  if (card.options.filter(option => option.right).length < 3) return []
  const says = `three of ${card.options.length} are right, so two distractors are all there is`
  return [{ path: ['options'], level: 'warning', code: 'few-distractors', says, remedy: 'add a wrong option' }]
})

/** A card whose answer is a figure says where the figure stands, and when it was read. */
const figures = perCard(card => {
  const isFigure = card.kind === 'numeric' || card.kind === 'calculation'
  if (!isFigure || (card.source !== undefined && card.verified !== undefined)) return []
  const says = 'its answer is a figure, and it does not say where that stands'
  const remedy = 'add `source` and `verified`'
  return [{ path: ['id'], level: 'warning', code: 'figure-without-source', says, remedy }]
})

/** The craft of asking, card by card. */
export const wordingRules: readonly Rule[] = [above, hiddenNot, fewDistractors, figures]
