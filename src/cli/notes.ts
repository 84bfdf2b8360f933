import type { Note, Topic } from '../deck/deck.ts'
import { plainText } from '../deck/text.ts'
import { UserError } from '../error.ts'
import type { World } from '../world.ts'
import type { Flags, Run } from './command.ts'
import { nearest } from './nearest.ts'
import { openDecks } from './open-decks.ts'
import { counted, print, type Styles, stylesFor, wrapped } from './print.ts'

export const run: Run = async (world, [name], flags: Flags) => {
  const bank = await openDecks(world)
  const topics = [...bank.topics.values()]
  const styles = await stylesFor(world)
  if (name === undefined) {
    if (world.stdin.isTTY && world.stdout.isTTY && !flags.plain)
      return (await import('./screens.ts')).openScreens(world, flags, 'topics')
    const width = Math.max(...topics.map(topic => topic.id.length))
    for (const { id, title, notes } of topics)
      print(world, `${id.padEnd(width)}  ${title}, ${counted(notes.length, 'note')}`)
    return 0
  }
  const topic = bank.topics.get(name as Topic['id'])
  if (!topic) {
    const near = nearest(
      name,
      topics.map(({ id }) => id),
    )
    throw new UserError(
      `There is no topic "${name}".`,
      near ? `did you mean ${near}?  lambda-study notes lists them` : 'lambda-study notes lists them',
      2,
    )
  }
  printTopic(world, topic, styles)
  return 0
}

function printTopic(world: World, { title, notes }: Topic, { bold, quiet }: Styles): void {
  const width = Math.min(80, (world.stdout.columns ?? 80) - 2)
  print(world, `${bold(title)}\n`)
  for (const note of notes) print(world, `${page(note, width, quiet)}\n`)
}

const page = ({ text, nuance, source }: Note, width: number, quiet: Styles['quiet']): string =>
  [
    wrapped(plainText(text), width),
    ...(nuance === undefined ? [] : [wrapped(`In depth: ${plainText(nuance)}`, width, '  ')]),
    ...source.map(url => quiet(`  ${url}`)),
  ].join('\n')
