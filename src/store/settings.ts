import { readFileSync, renameSync } from 'node:fs'
import { UserError } from '../error.ts'
import { defaults, type Settings, settingsFrom } from '../study/settings.ts'
import type { Instant } from '../world.ts'
import { openConf } from './conf.ts'

export type ReadSettings = { readonly settings: Settings; readonly notices: readonly string[] }

/** The settings, or the defaults where there are none. A file that does not parse is set aside, and a notice says where. */
export function readSettings(path: string, now: Instant): ReadSettings {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { settings: defaults, notices: [] }
    throw new UserError(
      `The settings in ${path} cannot be read: ${(error as Error).message}`,
      'make the file readable, or set LAMBDA_STUDY_HOME to another folder',
    )
  }
  try {
    const raw: unknown = JSON.parse(text)
    if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) throw new TypeError('settings are an object')
    const { settings, wrong } = settingsFrom(raw)
    return {
      settings,
      notices: wrong.map(
        key =>
          `The setting ${key} in ${path} is not valid and was passed over: lambda-study config set ${key} … mends it.`,
      ),
    }
  } catch {
    const aside = `${path}.corrupt-${now}`
    try {
      renameSync(path, aside)
      return {
        settings: defaults,
        notices: [
          `The settings file was not readable and is now ${aside}. The defaults are in use; your reviews are untouched.`,
        ],
      }
    } catch {
      throw new UserError(
        `The settings in ${path} are damaged and cannot be set aside.`,
        'move the file away, or make its folder writable',
      )
    }
  }
}

type Changes = { readonly [K in keyof Settings]?: Settings[K] | undefined }

/** Writes some settings and keeps the others; `undefined` takes a setting out. The writer throws when it cannot. */
export async function settingsWriter(path: string): Promise<(changes: Changes) => void> {
  const open = await openConf()
  return changes => {
    try {
      const conf = open(path)
      for (const [key, value] of Object.entries(changes)) {
        if (value === undefined) conf.delete(key)
        else conf.set(key, value)
      }
    } catch (error) {
      throw new UserError(
        `The settings could not be written to ${path}: ${(error as Error).message}`,
        'make its folder writable, or set LAMBDA_STUDY_HOME to one that is',
        3,
        { cause: error },
      )
    }
  }
}

export const writeSettings = async (path: string, changes: Changes): Promise<void> =>
  (await settingsWriter(path))(changes)
