import type { Deck } from '../deck/deck.ts'
import { UserError } from '../error.ts'
import { builtInDeck } from '../store/built-in.ts'
import { readDeck } from '../store/deck.ts'
import { type Folders, foldersOf } from '../store/folders.ts'
import { readSettings } from '../store/settings.ts'
import { type Bank, bankOf } from '../study/bank.ts'
import type { Settings } from '../study/settings.ts'
import type { World } from '../world.ts'
import { warn } from './print.ts'

// Apart from `open.ts`: to find words in decks needs nobody's progress.

const large = 1024 * 1024

export function openSettings(world: World): {
  readonly folders: Folders
  readonly settings: Settings
  readonly notices: readonly string[]
} {
  const folders = foldersOf(world.env)
  return { folders, ...readSettings(folders.config, world.now()) }
}

/** The built-in deck and the person's own. A deck that cannot be used is left out, with a notice. */
export async function openBank(
  world: World,
  folders: Folders,
  settings: Settings,
  builtIn: () => Deck = builtInDeck,
): Promise<{ readonly bank: Bank; readonly notices: readonly string[] }> {
  const decks = [builtIn()]
  const notices: string[] = []
  const tell = (bytes: number) =>
    bytes > large && world.stderr.isTTY && world.stderr.write('Reading a deck for the first time …\n')
  for (const path of settings.decks) {
    try {
      const { deck, problems } = await readDeck(path, folders.cache, tell)
      const errors = problems.filter(problem => problem.level === 'error').length
      if (errors > 0)
        notices.push(
          `The deck ${path} has ${errors} ${errors === 1 ? 'error' : 'errors'}${deck ? '; what is sound of it is used' : ' and is left out'}: lambda-study check ${path}`,
        )
      if (deck && decks.some(other => other.name === deck.name))
        notices.push(`The deck ${path} is left out: another one is called ${deck.name} as well.`)
      else if (deck) decks.push(deck)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      notices.push(`The deck ${path} is left out: ${error.message}`)
    }
  }
  if (notices.length === 0) return { bank: bankOf(decks), notices }
  // A folder's name may come from a stranger, and notices are drawn.
  const { safeLine } = await import('../deck/text.ts')
  return { bank: bankOf(decks), notices: notices.map(safeLine) }
}

/** The decks, where progress is not needed. What the person should hear about them and the settings goes to stderr. */
export async function openDecks(world: World, builtIn: () => Deck = builtInDeck): Promise<Bank> {
  const { folders, settings, notices } = openSettings(world)
  const { bank, notices: deckNotices } = await openBank(world, folders, settings, builtIn)
  warn(world, [...notices, ...deckNotices])
  return bank
}
