import { p95, timed } from './measure.mjs'

/** What people look for, letter by letter; the last ones are misspelt. */
const queries = [
  ...['timeout', 'cold start', 'provisioned memory', 'alias version', 'topic-1 queue', 'layer', 'trigger policy'],
  ...['card-77', 'memory queue timeout', 'kind:cloze version', 'start', 'policy alias', 'queue', 'version layer'],
  ...['concurency', 'timeuot', 'memroy alais'],
]

/** Search as you type: the slowest 1 in 20 of all keys, in decks of 1,000 and 10,000 cards. */
export async function searches({ inside, at }) {
  const figures = {}
  for (const count of [1000, 10_000]) {
    const { deck } = await inside.readDeck(at(`cards-${count}`), at(`copies-${count}`))
    const find = inside.searcher(inside.bankOf([deck]))
    const times = queries.flatMap(query => Array.from(query, (_, i) => timed(() => find(query.slice(0, i + 1), 50))))
    figures[`search-${count}`] = { value: p95(times), from: `${times.length} keys` }
  }
  return figures
}
