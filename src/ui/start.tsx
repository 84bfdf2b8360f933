import { type Instance, render } from 'ink'
import type { World } from '../world.ts'
import { App } from './app.tsx'
import { inputFrom } from './input.ts'
import { commandFor } from './keys.ts'
import type { Model } from './model.ts'
import { running } from './screens/exam.ts'
import type { Press } from './terminal/keyboard.ts'
import { openTerminal } from './terminal/screen.ts'
import type { Theme } from './theme.ts'
import { resized, settled } from './update.ts'
import { committed, type Keeper } from './write-first.ts'

export type Ports = Keeper & {
  readonly world: Pick<World, 'now' | 'offset' | 'elapsed' | 'seed' | 'stdin' | 'stdout' | 'stderr'>
  readonly theme: Theme
}

/** Runs the screens until the person leaves, and gives the last model. React only draws it. */
export async function start(first: Model, { world, theme, ...keeper }: Ports): Promise<Model> {
  let model = settled(first)
  let ink: Instance | undefined
  let leave = () => {}
  let clock: NodeJS.Timeout | undefined
  const draw = () => ink?.rerender(<App model={model} theme={theme} />)
  const left = new Promise<void>((resolve, reject) => {
    const press = ({ key, text }: Press) => {
      const does = commandFor(model, key)
      if (does === undefined) return
      if (does === 'quit') return resolve()
      if (does === 'putAside') return terminal.suspend()
      model = committed(model, inputFrom(world, does, key, text), keeper, 'key')
      draw()
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
    const tick = () => {
      if (!running(model)) return
      const before = model
      model = committed(model, inputFrom(world, 'tick', '', undefined), keeper, 'key')
      if (model !== before) draw()
    }
    clock = setInterval(tick, 1000)
    model = resized(model, terminal.size())
    tick()
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
    clearInterval(clock)
    ink?.unmount()
    leave()
  }
  return model
}
