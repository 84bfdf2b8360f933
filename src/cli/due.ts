import { askable } from '../study/bank.ts'
import { dueIdeas } from '../study/queue.ts'
import { examOf } from '../study/settings.ts'
import type { Run } from './command.ts'
import { openOutline } from './open.ts'
import { warn } from './print.ts'

export const run: Run = async (world, _args, flags) => {
  const { bank, progress, settings, now, notices } = await openOutline(world)
  const due = dueIdeas(askable(bank, examOf(settings), progress.suspended), progress, now.day).length
  if (!flags.quiet) {
    warn(world, notices)
    world.stdout.write(`${due}\n`)
  }
  return due > 0 ? 0 : 1
}
