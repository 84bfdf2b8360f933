import module from 'node:module'
import packageFile from '../package.json' with { type: 'json' }
import { UserError } from './error.ts'
import { realWorld } from './world.ts'

// From Node 22 on, code that was compiled once is kept for the next start.
;(module as { enableCompileCache?: () => void }).enableCompileCache?.()
const world = realWorld()
const { colour, args } = colourOf(process.argv.slice(2))
if (colour !== undefined) world.setEnv('LAMBDA_STUDY_COLOR', colour)

void run()
  .catch(failed)
  .then(code => {
    process.exitCode = code
  })

async function failed(error: unknown): Promise<number> {
  // What it names may come from a stranger's deck, or was pasted.
  const { safe } = await import('./deck/text.ts')
  world.stderr.write(
    safe(error instanceof UserError ? `lambda-study: ${error.message}\n  ${error.remedy}\n` : `${bugReport(error)}\n`),
  )
  return error instanceof UserError ? error.exitCode : 1
}

async function run(): Promise<number> {
  if (args[0] === '--version') {
    world.stdout.write(`${packageFile.version}\n`)
    return 0
  }
  return (await import('./cli/program.ts')).runProgram(world, args, packageFile.version)
}

/** `--color` and `--no-color` go anywhere before `--`. */
function colourOf(given: readonly string[]): { readonly colour?: string; readonly args: readonly string[] } {
  const end = given.includes('--') ? given.indexOf('--') : given.length
  const flag = given.slice(0, end).findLast(arg => arg === '--color' || arg === '--no-color')
  const args = given.filter((arg, i) => i >= end || (arg !== '--color' && arg !== '--no-color'))
  return { args, ...(flag && { colour: flag === '--color' ? 'on' : 'off' }) }
}

function bugReport(error: unknown): string {
  const stack = error instanceof Error ? error.stack : String(error)
  return `lambda-study: this is a bug. Please report it with the lines below; your answers are safe.\n${stack}`
}
