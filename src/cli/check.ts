import { relative } from 'node:path'
import type { Problem } from '../deck/problem.ts'
import { checkPath } from '../store/check.ts'
import type { Run } from './command.ts'
import { counted, print, printJson } from './print.ts'

export const run: Run = async (world, paths, flags) => {
  const { problemText } = await import('../deck/problem.ts')
  const nameOf = (file: string) => {
    const short = relative(world.folder, file)
    return short.startsWith('..') || short === '' ? file : short
  }
  const problems: Problem[] = []
  let files = 0
  for (const path of paths) {
    const found = await checkPath(path, world.folder, nameOf)
    problems.push(...found.problems)
    files += found.files
  }
  const errors = problems.filter(problem => problem.level === 'error').length
  const warnings = problems.length - errors
  if (flags.json) printJson(world, { files, errors, warnings, problems })
  else {
    for (const problem of problems) print(world, `${problemText(problem)}\n`)
    print(
      world,
      problems.length === 0
        ? `${counted(files, 'file')}, no problem.`
        : `${counted(files, 'file')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
    )
  }
  return errors > 0 ? 1 : 0
}
