import { createBrotliCompress, constants as zlib } from 'node:zlib'
import { outlineOf } from '../src/deck/outline.ts'
import { jsonSchema } from '../src/deck/schema.ts'
import { rowsOf } from '../src/search/entries.ts'
import { type Part, partOf, parts, withoutHingeIds } from '../src/store/built-in.ts'
import { compileDeck } from '../src/store/deck.ts'
import { bankOf } from '../src/study/bank.ts'

/** The built-in deck as `store/built-in.ts` reads it, and the schema of decks as editors read it. Throws when the deck cannot be used. */
export async function compile(folder: string): Promise<{ deck: Buffer; schema: string }> {
  const { deck, problems } = await compileDeck(folder)
  const [error] = problems.filter(problem => problem.level === 'error')
  if (!deck) throw new Error(`${error?.file}:${error?.line} ${error?.says}`)
  const texts: Readonly<Record<Part, string>> = {
    outline: JSON.stringify(outlineOf(deck)),
    entries: JSON.stringify({ heading: { ...deck, topics: [] }, topics: rowsOf(bankOf([deck])) }),
    deck: JSON.stringify(withoutHingeIds(deck)),
  }
  return { deck: await packed(texts), schema: `${JSON.stringify(jsonSchema(), null, 2)}\n` }
}

async function packed(texts: Readonly<Record<Part, string>>): Promise<Buffer> {
  const stream = createBrotliCompress({ params: { [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY } })
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ends = Buffer.alloc(4 * parts.length)
  const file = () => Buffer.concat([ends, ...chunks])
  for (const [place, part] of parts.entries()) {
    stream.write(`\n${texts[part]}`)
    await new Promise<void>(resolve => stream.flush(zlib.BROTLI_OPERATION_FLUSH, resolve))
    do {
      await new Promise(resolve => setImmediate(resolve))
      ends.writeUInt32LE(file().length - ends.length, 4 * place)
      // What was flushed arrives in its own time.
    } while (partOf(file(), part) !== texts[part])
  }
  stream.destroy()
  return file()
}
