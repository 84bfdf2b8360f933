import { mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'

/** Where things are kept. `config` is a file, the others are folders. */
export type Folders = {
  readonly config: string
  readonly data: string
  readonly cache: string
  readonly reviews: string
}

/** By the system's customs; `LAMBDA_STUDY_HOME` holds everything instead. */
export function foldersOf(env: Readonly<Record<string, string | undefined>>): Folders {
  const home = env.LAMBDA_STUDY_HOME
  if (home) {
    const at = resolve(home)
    return { config: join(at, 'config.json'), data: at, cache: join(at, 'cache'), reviews: join(at, 'reviews') }
  }
  const { config, data, cache } = envPaths('lambda-study', { suffix: '' })
  return { config: join(config, 'config.json'), data, cache, reviews: join(data, 'reviews') }
}

/** Makes a folder and those above it. Node's own way of doing so never comes back where a file system has no room for folders, as in /proc. */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(path).isDirectory()) throw error
  }
}
