import type { Line } from '../lines.ts'
import type { Model, Screen } from '../model.ts'

/** What a screen shows between header and footer. */
export type Body = {
  readonly left: Line
  readonly right: Line
  readonly lines: readonly Line[]
  /** Rows that must stay in view. */
  readonly focus?: readonly [from: number, to: number]
  /** Shown to the right of the text where the screen is wide enough. */
  readonly pane?: readonly Line[]
  /** Something was left out so that it fits. */
  readonly compact?: boolean
}
/** A screen as rows of text for `width` columns. Pure: the same model gives the same rows. */
export type View<A extends Screen['at']> = (model: Model, screen: Extract<Screen, { at: A }>, width: number) => Body
