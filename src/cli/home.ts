import type { Run } from './command.ts'
import { openOutline } from './open.ts'
import { modeFor, openScreens } from './screens.ts'
import { printStatus } from './status.ts'

/** Home; without a terminal, what `status` prints. */
export const run: Run = async (world, _args, flags) => {
  if (modeFor(world, flags) !== 'none') return openScreens(world, flags, 'home')
  printStatus(world, await openOutline(world))
  return 0
}
