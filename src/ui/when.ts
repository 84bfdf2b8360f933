import { roomFor } from './frame.ts'
import type { Model, Part, ScreenAt } from './model.ts'

/** When a key works: conditions of the key table. */
const at = <A extends Model['screens'][0]['at']>(model: Model, name: A): ScreenAt<A> | undefined => {
  const [screen] = model.screens
  return screen.at === name ? (screen as ScreenAt<A>) : undefined
}

export const isHidden = (model: Model): boolean => at(model, 'recall')?.turned === false
export const isTurned = (model: Model): boolean => at(model, 'recall')?.turned === true
const isWhatIf = (model: Model): boolean =>
  at(model, 'choose')?.whatIf === true || at(model, 'feedback')?.draft.mode === 'whatif'
export const canUndo = (model: Model): boolean => model.trail.length > 0 && !isWhatIf(model)
export const counts = (model: Model): boolean => !isWhatIf(model)
export const hasWhatIf = (model: Model): boolean => {
  const question = at(model, 'feedback')?.question
  return question?.by === 'choose' && question.hinge !== undefined
}
/** A right and sure answer hides what is known already. */
export const isCalm = (model: Model): boolean => {
  const screen = at(model, 'feedback')
  return screen !== undefined && screen.verdict.is === 'right' && screen.draft.sure === 1
}
export const hasOthers = (model: Model): boolean => at(model, 'feedback')?.question.by === 'choose'
export function hasChosen(model: Model): boolean {
  const screen = at(model, 'choose')
  return screen !== undefined && screen.picked.length === screen.question.choose
}
export const hasPlaced = (model: Model): boolean => (at(model, 'order')?.order.length ?? 0) > 0
/** Whether every item has its group, or every step its place. */
export function hasArranged(model: Model): boolean {
  const order = at(model, 'order')
  const match = at(model, 'match')
  return order?.order.length === order?.question.steps.length && !(match?.groups.includes(undefined) ?? false)
}
export const hasChanged = (model: Model): boolean => (at(model, 'idea')?.changes.length ?? 0) > 0
export const lacksChoice = (model: Model): boolean => at(model, 'choose') !== undefined && !hasChosen(model)
export const lacksPlaces = (model: Model): boolean =>
  (at(model, 'match') ?? at(model, 'order')) !== undefined && !hasArranged(model)
export const isCompact = (model: Model): boolean => model.shape.compact
export const hasMore = (model: Model): boolean => model.top + roomFor(model.size) < model.shape.height
export const hasLess = (model: Model): boolean => model.top > 0
/** A part of the figures is named while another one is shown. */
export const isNot =
  (part: Part) =>
  (model: Model): boolean =>
    at(model, 'progress')?.part !== part
