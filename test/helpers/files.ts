import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freshFolder } from './folder.ts'

/** A topic file with one flashcard. */
export const topic = (name: string, card = 'one') =>
  `topic: ${name}\ntitle: All about ${name}\ncards:\n  - id: ${card}\n    kind: flashcard\n    front: What is ${name} ${card}?\n    back: That.\n`
/** A deck.yaml. */
export const heading = 'deck: mine\ntitle: My deck\n'

/** Writes files below a folder, `.../deck` unless another name is given. */
export function deckOf(files: Readonly<Record<string, string | Buffer>>, name = 'deck'): string {
  const folder = join(freshFolder(), name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}
