import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { UserError } from '../error.ts'
import { makeFolder } from './folders.ts'

/** Writes files into a folder that is new or empty. Nothing is ever overwritten. */
export function writeNewFolder(folder: string, files: Readonly<Record<string, string>>): void {
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new UserError(`${folder} is not empty.`, 'choose a new folder')
    makeFolder(folder)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { flag: 'wx' })
  } catch (error) {
    throw error instanceof UserError
      ? error
      : new UserError(
          `${folder} cannot be written: ${(error as Error).message}`,
          'choose a folder that you may write to',
        )
  }
}

/** Writes a file that must not exist yet. */
export function writeNewFile(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new UserError(
      exists ? `${path} exists already and was left alone.` : `${path} cannot be written: ${(error as Error).message}`,
      'choose another name',
    )
  }
}

const mostBeside = 100
/** Writes a new file; where there is one of that name, `name-2` and so on. Gives the name it got. */
export function writeBeside(path: string, text: string): string {
  const { name, ext } = parse(path)
  for (let count = 1; ; count++) {
    const file = `${name}${count === 1 ? '' : `-${count}`}${ext}`
    try {
      writeFileSync(join(dirname(path), file), text, { flag: 'wx' })
      return file
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || count === mostBeside) throw error
    }
  }
}
