import type { Bank } from '../study/bank.ts'
import type { World } from '../world.ts'
import type { Drawing } from './app.tsx'
import { heightOf } from './frame.ts'
import { inputFrom } from './input.ts'
import { commandFor } from './keys.ts'
import type { Model } from './model.ts'
import { rowsOf } from './rows.ts'
import { running } from './screens/exam.ts'
import type { Press } from './terminal/keyboard.ts'
import { frameOf } from './terminal/paint.ts'
import { openTerminal } from './terminal/screen.ts'
import type { Theme } from './theme.ts'
import { resized } from './update.ts'
import { committed, type Keeper } from './write-first.ts'

export type Ports = Keeper & {
  readonly world: Pick<World, 'now' | 'offset' | 'elapsed' | 'seed' | 'stdin' | 'stdout' | 'stderr'>
  readonly theme: Theme
  /** The decks with their texts, where the first model has them without. */
  readonly whole?: () => Bank
}

/** Runs the screens until the person leaves, and gives the last model. React only draws it, and not at first: it takes as long to load as all the rest. */
export async function start(first: Model, { world, theme, whole, ...keeper }: Ports): Promise<Model> {
  let model = first
  let drawing: Drawing | undefined
  let end = () => {}
  let fail = (_error: unknown) => {}
  const left = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  const draw = () =>
    drawing ? drawing.show(model) : terminal.paint(frameOf(rowsOf(model), theme, heightOf(model.size)))
  const press = ({ key, text }: Press) => {
    const does = commandFor(model, key)
    if (does === undefined) return
    if (does === 'quit') return end()
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
    ended: () => end(),
    crashed: error => fail(error),
  })
  const tick = () => {
    if (!running(model)) return
    const before = model
    model = committed(model, inputFrom(world, 'tick', '', undefined), keeper, 'key')
    if (model !== before) draw()
  }
  const clock = setInterval(tick, 1000)
  const drawWithInk = async () => {
    const { mount } = await import('./app.tsx')
    drawing = mount(model, theme, { ...world, stdout: terminal.stdout })
  }
  try {
    model = resized(model, terminal.size())
    draw()
    if (whole) model = { ...model, bank: whole() }
    await Promise.all([left, drawWithInk()])
  } finally {
    clearInterval(clock)
    drawing?.unmount()
    terminal.leave()
  }
  return model
}
