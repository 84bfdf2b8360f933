import type { Command } from 'commander'
import type { World } from '../world.ts'
import type { Flags, Command as Row } from './command.ts'
import { commands } from './commands.ts'

/** Reads the arguments and runs the command that they name, `home` without a word. Wrong usage exits with 2 after a message. */
export async function runProgram(world: World, args: readonly string[], version: string): Promise<number> {
  const plain = plainCall(args)
  if (plain) return (await plain.row.load()).run(world, plain.words, plain.flags)
  const { Command, CommanderError } = await import('commander')
  const { safe } = await import('../deck/text.ts')
  let code = 0
  const program = new Command('lambda-study')
    .description(
      'Ten minutes a day until you know AWS Lambda for your exam.\nWithout a command it opens the home screen.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'how to use it')
    .exitOverride()
    .configureOutput({
      writeOut: text => world.stdout.write(text),
      writeErr: text => world.stderr.write(safe(text)),
      outputError: (text, write) => write(text.replace(/^error: /, 'lambda-study: ')),
    })
    .showHelpAfterError(`Run lambda-study --help to see what there is.`)
    .addHelpText(
      'after',
      '\n--no-color and --color go with every command; so does NO_COLOR.\nEach command has its own --help with an example.',
    )
  // Building all the commands takes as long as finding a word: only the one that is wanted is built.
  const wanted = commands.filter(row => row.word === args[0])
  for (const row of wanted.length > 0 ? wanted : commands)
    register(program, row, async (given, flags) => {
      const { run } = await row.load()
      code = await run(world, given, flags)
    })
  program.helpCommand('help [command]', 'how to use a command')
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
}

/** A call that needs no parser, which takes a while to load: words where a command takes any number, and flags without a value. */
function plainCall(args: readonly string[]): { row: Row; words: readonly string[]; flags: Flags } | undefined {
  const named = args[0] !== undefined && !args[0].startsWith('-')
  const [word, ...rest] = named ? args : ['home', ...args]
  const row = commands.find(row => row.word === word)
  const words = rest.filter(arg => !arg.startsWith('-'))
  const flags = rest.filter(arg => arg.startsWith('-'))
  if (!row || !flags.every(flag => row.flags?.some(([form]) => form === flag))) return undefined
  const fits = words.length === 0 ? !row.args?.startsWith('<') : row.args?.endsWith('...]')
  return fits ? { row, words, flags: Object.fromEntries(flags.map(flag => [flag.slice(2), true])) } : undefined
}

function register(program: Command, row: Row, act: (args: readonly string[], flags: Flags) => Promise<void>): void {
  const command = program.command(row.args ? `${row.word} ${row.args}` : row.word, { hidden: row.hidden ?? false })
  command.description(row.says).addHelpText('after', `\nExample:\n  ${row.example}`)
  for (const [form, says] of row.flags ?? []) command.option(form, says)
  command.action((...given: unknown[]) =>
    act(
      given
        .slice(0, -2)
        .flat()
        .filter(arg => typeof arg === 'string'),
      command.opts(),
    ),
  )
}
