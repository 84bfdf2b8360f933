import { join, resolve } from 'node:path'
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
