import { resolve } from 'node:path'
import { builtIn, type Deck } from '../deck/deck.ts'
import { safeLine } from '../deck/text.ts'
import { UserError } from '../error.ts'
import { builtInDeck } from '../store/built-in.ts'
import { readDeck } from '../store/deck.ts'
import { writeSettings } from '../store/settings.ts'
import type { World } from '../world.ts'
import type { Run } from './command.ts'
import { nearest } from './nearest.ts'
import { openSettings } from './open-decks.ts'
import { counted, print, printJson, warn } from './print.ts'

type Own = { readonly path: string; readonly deck?: Deck; readonly fault?: string }

export const run: Run = async (world, [action = 'list', given], flags) => {
  const { folders, settings, notices } = openSettings(world)
  warn(world, notices)
  const own = await Promise.all(settings.decks.map(path => readOwn(path, folders.cache)))
  switch (action) {
    case 'list':
      list(world, own, flags.json === true)
      return 0
    case 'add': {
      if (given === undefined)
        throw new UserError(
          'Which deck?',
          'lambda-study decks add PATH: a folder with a deck.yaml, or one topic file',
          2,
        )
      const path = resolve(world.folder, given)
      if (settings.decks.includes(path))
        throw new UserError(`${path} is one of your decks already.`, 'lambda-study decks lists them', 2)
      const { deck, problems } = await readDeck(path, folders.cache)
      const errors = problems.filter(problem => problem.level === 'error').length
      if (!deck || errors > 0)
        throw new UserError(
          `The deck has ${counted(errors, 'error')} and was not added.`,
          `lambda-study check ${given} shows them`,
        )
      if (deck.name === builtIn || own.some(other => other.deck?.name === deck.name))
        throw new UserError(
          `There is a deck called ${deck.name} already.`,
          'give it another name: `deck:` in its deck.yaml',
          2,
        )
      await writeSettings(folders.config, { decks: [...settings.decks, path] })
      print(world, `Added ${deck.title} (${deck.name}): ${counts(deck)}.`)
      return 0
    }
    case 'remove': {
      const found = own.find(
        ({ path, deck }) => given !== undefined && (deck?.name === given || path === resolve(world.folder, given)),
      )
      if (!found) {
        const near =
          given === undefined
            ? undefined
            : nearest(
                given,
                own.flatMap(({ deck }) => deck?.name ?? []),
              )
        throw new UserError(
          given === builtIn ? 'The built-in deck stays.' : `None of your decks is called "${given ?? ''}".`,
          near ? `did you mean ${near}?` : 'lambda-study decks lists them',
          2,
        )
      }
      await writeSettings(folders.config, { decks: settings.decks.filter(path => path !== found.path) })
      print(world, `Removed ${found.deck?.name ?? safeLine(found.path)}. Its files and your answers stay.`)
      return 0
    }
    default:
      throw new UserError(`decks does not know "${action}".`, 'use add PATH or remove NAME, or nothing to list them', 2)
  }
}

async function readOwn(path: string, cache: string): Promise<Own> {
  try {
    return await readDeck(path, cache)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { path, fault: error.message }
  }
}

function list(world: World, own: readonly Own[], json: boolean): void {
  const main = builtInDeck()
  if (json) {
    const of = (deck: Deck | undefined, path: string | null, fault?: string) => ({
      name: deck?.name ?? null,
      title: deck?.title ?? null,
      path,
      topics: deck?.topics.length ?? 0,
      cards: cardsOf(deck),
      ...(fault && { fault }),
    })
    printJson(world, { decks: [of(main, null), ...own.map(({ deck, path, fault }) => of(deck, path, fault))] })
    return
  }
  print(world, `${main.name}  ${main.title}: ${counts(main)}, built in`)
  for (const { deck, path, fault } of own)
    print(
      world,
      deck
        ? `${deck.name}  ${deck.title}: ${counts(deck)}\n  ${safeLine(path)}`
        : `-  ${safeLine(path)}\n  ${safeLine(fault ?? 'it cannot be used: lambda-study check shows why')}`,
    )
  if (own.length === 0) print(world, '\nBring your own: lambda-study new deck PATH writes one to begin with.')
}

const cardsOf = (deck: Deck | undefined): number =>
  (deck?.topics ?? []).reduce((sum, topic) => sum + topic.cards.length, 0)
const counts = (deck: Deck): string => `${counted(deck.topics.length, 'topic')}, ${counted(cardsOf(deck), 'card')}`
