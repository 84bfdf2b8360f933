import { UserError } from '../error.ts'
import { type Entry, entriesFrom, entriesOf, type TopicEntries } from '../search/entries.ts'
import { objectionTo, type Unknown } from '../search/filters.ts'
import { excerpt } from '../search/marks.ts'
import { queryOf } from '../search/query.ts'
import { searcher } from '../search/search.ts'
import { builtInEntries } from '../store/built-in.ts'
import type { Bank } from '../study/bank.ts'
import type { InState } from '../study/state.ts'
import type { World } from '../world.ts'
import type { Run } from './command.ts'
import { nearest } from './nearest.ts'
import { openDecks } from './open-decks.ts'
import { numberFlag, print, printJson, stylesFor, textFlag, warn } from './print.ts'

export const run: Run = async (world, words, flags) => {
  const text = words.join(' ').trim()
  if (text === '') {
    if (flags.json || !(flags.plain || (world.stdin.isTTY && world.stdout.isTTY)))
      throw new UserError('Search for what?', 'lambda-study search cold start', 2)
    return (await import('./screens.ts')).openScreens(world, flags, 'search')
  }
  const topic = textFlag(flags, 'topic')
  const kind = textFlag(flags, 'kind')
  const exam = textFlag(flags, 'exam')
  const filters = Object.entries({ topic, kind, exam }).map(([name, value]) => (value ? ` ${name}:${value}` : ''))
  const query = text + filters.join('')
  const { bank, entries, inState } = await searchable(world, query)
  known('topic', topic, [...bank.topics.keys()])
  known('kind', kind, ['note', ...new Set([...bank.cards.values()].map(card => card.kind))])
  const limit = numberFlag(flags, 'limit', 1, 1000) ?? 20
  const { hits, taken, unknown } = searcher(bank, entries)(query, limit, inState)
  if (unknown?.[0]) throw wrongFilter(unknown[0])
  if (flags.json) {
    const results = hits.map(({ entry: { type, id, topic, title, text }, score, words }) => ({
      type,
      id,
      topic,
      title,
      score,
      excerpt: excerpt(text, words, 160)
        .map(run => run.text)
        .join(''),
    }))
    printJson(world, { query: text, results })
    return hits.length > 0 ? 0 : 1
  }
  for (const [word, near] of Object.entries(taken))
    world.stderr.write(`"${word}" is in no note; searched for ${near.join(', ')}.\n`)
  if (hits.length === 0) {
    const isFilters = queryOf(text).words.length === 0
    world.stderr.write(
      isFilters ? `Nothing is found by ${text} now.\n` : `Nothing about "${text}". Try fewer or other words.\n`,
    )
    return 1
  }
  const { quiet, mark } = await stylesFor(world)
  const width = Math.min(100, Math.max(40, (world.stdout.columns ?? 90) - 4))
  for (const { entry, words } of hits) {
    const shown = excerpt(entry.text, words, width * 2)
    print(
      world,
      `${entry.id}${quiet(`  ${entry.kind}`)}\n  ${shown.map(run => (run.hit ? mark(run.text) : run.text)).join('')}\n`,
    )
  }
  return 0
}

type Searchable = {
  readonly bank: Bank
  /** Missing where they are made of the bank. */
  readonly entries?: readonly Entry[]
  readonly inState?: InState
}

/** What a query needs: for words alone the entries that were made when the app was built, for filters the decks, and for `is:` the reviews. */
async function searchable(world: World, text: string): Promise<Searchable> {
  const { words: _, is, ...filters } = queryOf(text)
  if (is !== undefined) {
    const { open } = await import('./open.ts')
    const { bank, progress, now, notices } = await open(world)
    warn(world, notices)
    return { bank, inState: (await import('../study/in-state.ts')).inState(bank, progress, now.day) }
  }
  if (Object.keys(filters).length > 0) return { bank: await openDecks(world) }
  const { heading, topics } = builtInEntries()
  const bank = await openDecks(world, () => heading)
  return { bank, entries: [...entriesFrom(topics as readonly TopicEntries[]), ...entriesOf(bank)] }
}

function wrongFilter(unknown: Unknown): UserError {
  const { filter, takes, near = takes[0] } = unknown
  const remedy = unknown.near === undefined ? `for example ${filter}:${near}` : `did you mean ${filter}:${near}?`
  return new UserError(objectionTo(unknown), takes.length === 0 ? 'lambda-study decks lists them' : remedy, 2)
}

function known(name: string, given: string | undefined, words: readonly string[]): void {
  if (given === undefined || words.includes(given)) return
  const near = nearest(given, words)
  throw new UserError(
    `There is no ${name} "${given}".`,
    near ? `did you mean ${near}?` : `use one of ${words.join(', ')}`,
    2,
  )
}
