import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { inTurn, times } from './measure.mjs'
import { open } from './terminal.mjs'
import { environment } from './workplace.mjs'

/** A deck of the person's own with 10,000 cards: read from its YAML, then from the copy that is kept of it. */
export async function ownDeck({ main, homes, at }) {
  const copies = at('copies-10000')
  // A fresh process each time, as at every start.
  const load = () => {
    const script = `
      const { readDeck } = await import(${JSON.stringify(at('inside.mjs'))})
      const start = performance.now()
      const { deck, problems } = await readDeck(${JSON.stringify(at('cards-10000'))}, ${JSON.stringify(copies)})
      const ms = performance.now() - start
      if (problems.length > 0 || deck.topics.flatMap(topic => topic.cards).length !== 10_000) throw new Error('not the deck')
      console.log(ms)`
    return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }))
  }
  const { first, second } = await inTurn(
    { rounds: 3, seconds: 10 },
    {
      first() {
        fs.rmSync(copies, { recursive: true, force: true })
        return load()
      },
      second: load,
    },
  )
  return { 'own-deck': times(second, first), 'own-deck-told': await told(main, homes.large) }
}

async function told(main, home) {
  const terminal = open([main, 'due'], environment(home))
  await terminal.exited
  return { value: terminal.output.includes('first time') ? 1 : 0, from: 'a line on the terminal' }
}
