import { type Instance, render } from 'ink'
import type { Event } from '../study/event.ts'
import type { Settings } from '../study/settings.ts'
import type { World } from '../world.ts'
import { App } from './app.tsx'
import { commandFor } from './keys.ts'
import { type Input, type Model, notSaved } from './model.ts'
import type { Press } from './terminal/keyboard.ts'
import { openTerminal } from './terminal/screen.ts'
import type { Theme } from './theme.ts'
import { resized, settled, update } from './update.ts'

/** What the screens may do to the world outside. `record` and `keep` return once it is on the disk, or throw. */
export type Ports = {
  readonly world: Pick<World, 'now' | 'offset' | 'elapsed' | 'seed' | 'stdin' | 'stdout' | 'stderr'>
  readonly theme: Theme
  record(events: readonly Event[]): void
  keep(settings: Partial<Settings>): void
}

/** Runs the screens until the person leaves, and gives the last model. React only draws it. */
export async function start(first: Model, { world, theme, record, keep }: Ports): Promise<Model> {
  let model = settled(first)
  let ink: Instance | undefined
  let leave = () => {}
  const draw = () => ink?.rerender(<App model={model} theme={theme} />)
  const left = new Promise<void>((resolve, reject) => {
    const press = ({ key, text }: Press) => {
      const does = commandFor(model, key)
      if (does === undefined) return
      if (does === 'quit') return resolve()
      if (does === 'putAside') return terminal.suspend()
      model = after(model, {
        does,
        key,
        ...(text !== undefined && { text }),
        at: world.now(),
        offset: 0,
        elapsed: world.elapsed(),
        seed: world.seed(),
      })
      draw()
    }
    const after = (before: Model, input: Input): Model => {
      const next = update(before, { ...input, offset: world.offset(input.at) })
      try {
        // Written first, then shown: a screen may say only what the disk holds.
        record(next.events)
        if (next.settings) keep(next.settings)
        return next.model
      } catch (error) {
        return notSaved(before, error, 'key')
      }
    }
    const terminal = openTerminal(world, {
      press,
      resize(size) {
        model = resized(model, size)
        draw()
      },
      ended: resolve,
      crashed: reject,
    })
    leave = terminal.leave
    model = resized(model, terminal.size())
    ink = render(<App model={model} theme={theme} />, {
      stdout: terminal.stdout,
      stdin: world.stdin,
      stderr: world.stderr,
      exitOnCtrlC: false,
      patchConsole: false,
      maxFps: 60,
    })
  })
  try {
    await left
  } finally {
    ink?.unmount()
    leave()
  }
  return model
}
