import { foldersOf } from '../store/folders.ts'
import type { Run } from './command.ts'
import { print, printJson } from './print.ts'

export const run: Run = async (world, _args, flags) => {
  const { config, data, cache, reviews } = foldersOf(world.env)
  if (flags.json) printJson(world, { config, data, cache, reviews })
  else print(world, `config   ${config}\ndata     ${data}\ncache    ${cache}\nreviews  ${reviews}`)
  return 0
}
