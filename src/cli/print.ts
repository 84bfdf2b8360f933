import { styleText } from 'node:util'
import { UserError } from '../error.ts'
import type { World } from '../world.ts'
import type { Flags } from './command.ts'

/** Prints one line or several. */
export const print = (world: World, text: string): void => void world.stdout.write(`${text}\n`)
/** What the person should hear besides the answer. */
export function warn(world: World, notices: readonly string[]): void {
  for (const notice of notices) world.stderr.write(`${notice}\n`)
}
export const printJson = (world: World, fields: object): void =>
  print(world, JSON.stringify({ version: 1, ...fields }, null, 2))

type Style = (text: string) => string
export type Styles = { readonly bold: Style; readonly quiet: Style; readonly mark: Style }

/** Colours of plain output: none when piped. */
export async function stylesFor(world: World): Promise<Styles> {
  const { colourDepth } = await import('../ui/terminal/colour.ts')
  const same: Style = text => text
  if (colourDepth(world.env.LAMBDA_STUDY_COLOR, world.env, world.stdout) === 0)
    return { bold: same, quiet: same, mark: same }
  // It was decided above: Node would look at the stream and at NO_COLOR again.
  const decided = { validateStream: false }
  return {
    bold: text => styleText('bold', text, decided),
    quiet: text => styleText('gray', text, decided),
    mark: text => styleText(['bold', 'cyan'], text, decided),
  }
}

/** A whole number from a flag. Throws when it is none. */
export function numberFlag(flags: Flags, name: string, from: number, to: number): number | undefined {
  const given = flags[name]
  if (given === undefined) return undefined
  const number = Number(given)
  if (Number.isInteger(number) && number >= from && number <= to) return number
  throw new UserError(
    `--${name} takes a whole number from ${from} to ${to}, not "${given}".`,
    `for example --${name} ${Math.min(to, Math.max(from, 10))}`,
    2,
  )
}

export const textFlag = (flags: Flags, name: string): string | undefined => {
  const given = flags[name]
  return typeof given === 'string' ? given : undefined
}

/** `1 idea`, `3 ideas`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** Lines cut into a measure of `width`, with an indent. */
export function wrapped(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .flatMap(line => {
      const rows: string[] = []
      let row = ''
      for (const word of line.split(' ')) {
        if (row !== '' && indent.length + row.length + 1 + word.length > width) {
          rows.push(row)
          row = word
        } else row = row === '' ? word : `${row} ${word}`
      }
      return [...rows, row]
    })
    .map(row => indent + row)
    .join('\n')
}
