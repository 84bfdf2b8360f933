import { basename, dirname } from 'node:path'
import type { Options } from 'conf'
import { makeFolder } from './folders.ts'

type Fields = Record<string, unknown>
/** What a file is to be beyond the common: how it is written, and whether a damaged one may be written over. */
type Ways = Pick<Options<Fields>, 'clearInvalidConfig' | 'serialize'>

/** Opens a JSON file for writing whole files, none of them ever half. conf takes 20 ms to import, so only writing does. */
export async function openConf() {
  const { default: Conf } = await import('conf')
  return (path: string, ways: Ways = {}) => {
    makeFolder(dirname(path))
    return new Conf<Fields>({
      cwd: dirname(path),
      configName: basename(path, '.json'),
      projectSuffix: '',
      accessPropertiesByDotNotation: false,
      ...ways,
    })
  }
}
