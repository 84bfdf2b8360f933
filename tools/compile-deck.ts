import { outlineOf } from '../src/deck/outline.ts'
import { jsonSchema } from '../src/deck/schema.ts'
import { compileDeck } from '../src/store/deck.ts'

/** The built-in deck and its outline as JSON, and the schema of decks as editors read it. Throws when the deck cannot be used. */
export async function compile(folder: string): Promise<{ deck: string; outline: string; schema: string }> {
  const { deck, problems } = await compileDeck(folder)
  const [error] = problems.filter(problem => problem.level === 'error')
  if (!deck) throw new Error(`${error?.file}:${error?.line} ${error?.says}`)
  return {
    deck: JSON.stringify(deck),
    outline: JSON.stringify(outlineOf(deck)),
    schema: `${JSON.stringify(jsonSchema(), null, 2)}\n`,
  }
}
