import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { screenFiles } from '../tools/screens.tsx'
import { dark, light, type Palette } from '../tools/svg.ts'

// Ink's colours are decided when it is imported: here they are on, whatever the terminal of the tests is.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '3'
})

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs/screens')
const files = await screenFiles(root)
const renew = 'npm run -s pictures draws all of them anew'
const pictures = [...files].filter(([file]) => file.endsWith('.svg'))

test('there is a picture of every screen in both themes, and of no other', () => {
  expect(existsSync(folder) ? readdirSync(folder).sort() : [], renew).toEqual([...files.keys()].sort())
})

test.each([...files.keys()])('%s is how the screen looks now', file => {
  const path = join(folder, file)
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : ''
  // Not compared by `toBe`: a picture is no message.
  expect(kept === files.get(file), `docs/screens/${file} is old: ${renew}`).toBe(true)
})

test('what is drawn once is drawn alike again', async () => {
  expect(await screenFiles(root)).toEqual(files)
})

/** Relative luminance, 0 to 1. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map(from => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map(one =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

test.each([
  ['dark', dark],
  ['light', light],
] as const)('in the theme %s every text can be read', (name, palette: Palette) => {
  const used = new Set(
    pictures
      .filter(([file]) => file.endsWith(`-${name}.svg`))
      .flatMap(([, picture]) => [...picture.matchAll(/<text[^>]* fill="(#\w+)"/g)].map(([, fill = '']) => fill))
      // Reversed text stands on the colour of the text.
      .filter(fill => fill !== palette.background),
  )
  expect(used.size).toBeGreaterThan(4)
  for (const fill of [...used, palette.text])
    expect(contrast(fill, palette.background), `${fill} on ${palette.background}`).toBeGreaterThanOrEqual(4.5)
})
