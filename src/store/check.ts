import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { frameOf, type Problem } from '../deck/problem.ts'
import { UserError } from '../error.ts'
import { positionFaults } from '../study/positions.ts'
import { compileDeck, headingFile, topicFiles } from './deck.ts'

export type Checked = { readonly files: number; readonly problems: readonly Problem[] }

/** Checks a topic file, a deck's folder, or a folder of decks. A single file is read with the deck around it, so that references can be followed. */
export async function checkPath(path: string, from: string, nameOf: (file: string) => string): Promise<Checked> {
  const at = resolve(from, path)
  if (!existsSync(at))
    throw new UserError(
      `There is nothing at ${path}.`,
      'lambda-study check takes a topic file, a deck folder, or a folder of decks',
      2,
    )
  const isFile = statSync(at).isFile()
  if (isFile && headingFile(at)) {
    const problems = await problemsOf(dirname(at), nameOf)
    return { files: 1, problems: problems.filter(problem => problem.file === nameOf(at)) }
  }
  const decks = isFile || headingFile(at) ? [at] : deckFolders(at)
  const problems = await Promise.all(decks.map(deck => problemsOf(deck, nameOf)))
  const files = decks.reduce((sum, deck) => sum + topicFiles(deck).length + (headingFile(deck) ? 1 : 0), 0)
  if (files === 0)
    throw new UserError(
      `There is no topic file in ${path}.`,
      'topic files end in .yaml; lambda-study new deck PATH writes a small deck',
      2,
    )
  return { files, problems: problems.flat() }
}

/** What is wrong with a deck, and with how it is asked; the latter stands at its first file. */
async function problemsOf(path: string, nameOf: (file: string) => string): Promise<readonly Problem[]> {
  const { deck, problems } = await compileDeck(path, nameOf)
  const [first] = topicFiles(path)
  const faults = first && deck ? positionFaults(deck.topics) : []
  return [
    ...problems,
    ...faults.map(({ code, says, remedy, level = 'error' }): Problem => {
      const rows = readFileSync(`${first}`, 'utf8').split('\n')
      return { code, level, file: nameOf(`${first}`), line: 1, column: 1, says, remedy, frame: frameOf(rows, 1, 1) }
    }),
  ]
}

/** The folders below that have a deck.yaml; the folder itself when there is none. */
function deckFolders(path: string): readonly string[] {
  const below = readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => join(path, entry.name))
    .filter(folder => headingFile(folder))
  return below.length > 0 ? below : [path]
}
