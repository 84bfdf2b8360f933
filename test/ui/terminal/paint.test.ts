import { createRequire } from 'node:module'
import { renderToString } from 'ink'
import { createElement } from 'react'
import { expect, test, vi } from 'vitest'
import { App } from '../../../src/ui/app.tsx'
import { heightOf } from '../../../src/ui/frame.ts'
import type { At, Model } from '../../../src/ui/model.ts'
import { rowsOf } from '../../../src/ui/rows.ts'
import { frameOf } from '../../../src/ui/terminal/paint.ts'
import { lookFor, type Theme } from '../../../src/ui/theme.ts'
import { everyScreen, firstModel, play, smallBank } from '../../helpers/play.ts'

// Ink's colours are decided when it is imported: here they are on, whatever the terminal of the tests is.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3'
})
const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless')
const bank = await smallBank()

/** What a terminal shows: each cell that is more than empty, with its looks. */
async function cellsOf(frame: string, { columns, rows }: Model['size']): Promise<readonly string[]> {
  const xterm = new Terminal({ cols: columns, rows, allowProposedApi: true })
  await new Promise<void>(resolve => xterm.write(frame.replaceAll('\n', '\r\n'), resolve))
  return Array.from({ length: rows * columns }, (_, place) => {
    const cell = xterm.buffer.active.getLine(Math.floor(place / columns))?.getCell(place % columns)
    const text = cell?.getChars().trim() ?? ''
    if (!cell || (text === '' && !cell.isInverse() && !cell.isUnderline())) return ''
    return `${text} ${cell.getFgColorMode()}/${cell.getFgColor()} ${[cell.isBold(), cell.isUnderline(), cell.isInverse()].map(Number).join('')}`
  })
}
const paintedOf = (model: Model, theme: Theme) => frameOf(rowsOf(model), theme, heightOf(model.size))
const ink = (model: Model, theme: Theme) =>
  renderToString(createElement(App, { model, theme }), { columns: model.size.columns })

test.each([
  { columns: 40, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 200, rows: 60 },
])('at $columns by $rows every screen is painted as Ink draws it, in every theme', async size => {
  for (const theme of (['dark', 'mono'] as const).map(name => lookFor(name, 3, {}, false).theme))
    for (const [at, model] of Object.entries(everyScreen(bank, size)) as [At, Model][]) {
      const painted = await cellsOf(paintedOf(model, theme), size)
      expect(painted, at).toEqual(await cellsOf(ink(model, theme), size))
      // As many rows: Ink's next frame counts on where the cursor is.
      expect(paintedOf(model, theme).split('\n').length, at).toBe(ink(model, theme).split('\n').length)
      expect(painted.some(cell => cell !== '')).toBe(true)
    }
})

test('so is the row that asks for more room', async () => {
  const { model } = play(firstModel(bank), '30x10')
  const { theme } = lookFor('dark', 3, {}, false)
  expect(await cellsOf(paintedOf(model, theme), model.size)).toEqual(await cellsOf(ink(model, theme), model.size))
})
