import type { Event } from '../study/event.ts'
import type { Settings } from '../study/settings.ts'
import { type Input, type Model, noting, type Saving } from './model.ts'
import { update } from './update.ts'

/** What the screens may do to the world outside. Both return once it is on the disk, or throw. */
export type Keeper = {
  record(events: readonly Event[]): void
  keep(settings: Partial<Settings>): void
  /** Writes a new file, beside any of that name, and says where. */
  save(file: Saving): string
}

/** The model after an input: written first, then shown, since a screen may say only what the disk holds. Where it cannot be written, the old model, which says so. `same`: what tries again. */
export function committed(before: Model, input: Input, { record, keep, save }: Keeper, same: 'key' | 'line'): Model {
  const outcome = update(before, input)
  try {
    record(outcome.events)
    if (outcome.settings) keep(outcome.settings)
    return outcome.file
      ? noting(outcome.model, `Saved as ${save(outcome.file)}, in the folder that you started in.`)
      : outcome.model
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : (error as Error)
    // What to do comes first: a narrow screen cuts the reason.
    const says = `Not saved, the same ${same} tries again: ${reason.message}`
    return { ...noting(before, says), unsaved: { key: input.key, outcome } }
  }
}
