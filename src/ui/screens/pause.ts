import { type Model, noting, only, type Step } from '../model.ts'

/** Leaves a session: every answer is on the disk, and today's queue is computed again when it goes on. */
export const paused = (model: Model): Step => ({
  model: noting({ ...only(model, { at: 'home' }), trail: [] }, 'Paused. Every answer so far is saved.'),
})
