import { expect, test } from 'vitest'
import { colourDepth } from '../../../src/ui/terminal/colour.ts'

const terminal = (bits: number) => ({ isTTY: true, getColorDepth: () => bits })
const pipe = {}

test.each([
  ['a terminal of 2 colours', undefined, {}, terminal(1), 0],
  ['a terminal of 16 colours', undefined, {}, terminal(4), 1],
  ['a terminal of 256 colours', undefined, {}, terminal(8), 2],
  ['a terminal of all colours', undefined, {}, terminal(24), 3],
  ['a terminal that does not say', undefined, {}, { isTTY: true }, 1],
  ['a pipe', undefined, {}, pipe, 0],
  ['a dumb terminal', undefined, { TERM: 'dumb' }, terminal(24), 0],
  ['FORCE_COLOR in a pipe', undefined, { FORCE_COLOR: '3' }, pipe, 3],
  ['FORCE_COLOR in a dumb terminal', undefined, { FORCE_COLOR: '1', TERM: 'dumb' }, terminal(24), 1],
  ['FORCE_COLOR, empty', undefined, { FORCE_COLOR: '' }, pipe, 1],
  ['FORCE_COLOR=true', undefined, { FORCE_COLOR: 'true' }, pipe, 1],
  ['FORCE_COLOR=false', undefined, { FORCE_COLOR: 'false' }, terminal(24), 0],
  ['FORCE_COLOR=0', undefined, { FORCE_COLOR: '0' }, terminal(24), 0],
  ['FORCE_COLOR that means nothing', undefined, { FORCE_COLOR: 'blue' }, pipe, 1],
  ['NO_COLOR', undefined, { NO_COLOR: '1' }, terminal(24), 0],
  ['NO_COLOR, whatever it says', undefined, { NO_COLOR: '0' }, terminal(24), 0],
  ['NO_COLOR, empty', undefined, { NO_COLOR: '' }, terminal(24), 3],
  ['NO_COLOR before FORCE_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '3' }, terminal(24), 0],
  ['--no-color', 'false', { FORCE_COLOR: '3' }, terminal(24), 0],
  ['--color=never', 'never', {}, terminal(24), 0],
  ['--color before NO_COLOR', '', { NO_COLOR: '1' }, terminal(8), 2],
  ['--color in a pipe', 'always', {}, pipe, 1],
  ['--color in a dumb terminal', 'true', { TERM: 'dumb' }, terminal(24), 1],
  ['--color=256', '256', {}, terminal(24), 2],
  ['--color=truecolor', 'truecolor', { NO_COLOR: '1' }, pipe, 3],
  ['--color=auto leaves it to the environment', 'auto', { NO_COLOR: '1' }, terminal(24), 0],
] as const)('%s', (_, flag, env, stdout, depth) => {
  expect(colourDepth(flag, env, stdout)).toBe(depth)
})
