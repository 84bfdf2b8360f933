import { spawnSync } from 'node:child_process'
import { inTurn, timed, times } from './measure.mjs'
import { environment } from './workplace.mjs'

/** Commands without screens, beside Node that does nothing: whole processes. */
export async function commands({ main, homes }) {
  const env = { ...process.env, ...environment(homes.full) }
  const node =
    (...args) =>
    () =>
      timed(() => {
        const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
        if (status !== 0) throw new Error(`${args.join(' ')} ends with ${status}: ${stderr}`)
      })
  const { nothing, search, misspelt, due } = await inTurn(
    { rounds: 25, seconds: 15 },
    {
      nothing: node('-e', '0'),
      search: node(main, 'search', 'timeout', '--json'),
      misspelt: node(main, 'search', 'timeuot', '--json'),
      due: node(main, 'due', '--quiet'),
    },
  )
  return {
    'search-known': times(search, nothing),
    'search-misspelt': times(misspelt, nothing),
    due: times(due, nothing),
  }
}
