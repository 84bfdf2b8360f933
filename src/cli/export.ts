import { resolve } from 'node:path'
import { builtIn } from '../deck/deck.ts'
import { UserError } from '../error.ts'
import { allEvents } from '../store/log.ts'
import { writeNewFile } from '../store/new.ts'
import { inOrder, standing } from '../study/order.ts'
import type { World } from '../world.ts'
import type { Flags, Run } from './command.ts'
import { openDecks, openSettings } from './open-decks.ts'
import { print, textFlag, warn } from './print.ts'

export const run: Run = async (world, [what], flags) => {
  switch (what) {
    case 'json':
      await exportDeck(world, flags)
      return 0
    case 'reviews':
      exportReviews(world, flags)
      return 0
    default:
      throw new UserError(`export does not know "${what}".`, 'use json for the deck, or reviews for your answers', 2)
  }
}

async function exportDeck(world: World, flags: Flags): Promise<void> {
  const bank = await openDecks(world)
  const name = textFlag(flags, 'deck') ?? builtIn
  const deck = bank.decks.find(other => other.name === name)
  if (!deck)
    throw new UserError(
      `There is no deck "${name}".`,
      `use one of ${bank.decks.map(other => other.name).join(', ')}`,
      2,
    )
  const { topics, ...heading } = deck
  const document = {
    version: 1,
    deck: heading,
    topics: topics.map(({ id, title }) => ({ id, title })),
    notes: topics.flatMap(topic => topic.notes),
    cards: topics.flatMap(topic => topic.cards),
  }
  give(world, flags, JSON.stringify(document, null, 2))
}

/** Standing and undone reviews, one JSON object a line; `undone` tells them apart. */
function exportReviews(world: World, flags: Flags): void {
  const { folders, notices } = openSettings(world)
  warn(world, notices)
  const events = inOrder(allEvents(folders.reviews))
  const counting = new Set(standing(events).map(event => event.id))
  const lines = events.flatMap(event =>
    event.type === 'review' ? [JSON.stringify({ ...event, undone: !counting.has(event.id) })] : [],
  )
  if (lines.length > 0 || flags.out) give(world, flags, lines.join('\n'))
}

function give(world: World, flags: Flags, text: string): void {
  const out = textFlag(flags, 'out')
  if (out === undefined) print(world, text)
  else {
    writeNewFile(resolve(world.folder, out), `${text}\n`)
    world.stderr.write(`Wrote ${out}.\n`)
  }
}
