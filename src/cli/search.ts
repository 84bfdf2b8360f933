import { UserError } from '../error.ts'
import { entriesFrom, entriesOf, type TopicEntries } from '../search/entries.ts'
import { excerpt } from '../search/marks.ts'
import { searcher } from '../search/search.ts'
import { builtInEntries } from '../store/built-in.ts'
import type { Run } from './command.ts'
import { nearest } from './nearest.ts'
import { openDecks } from './open-decks.ts'
import { numberFlag, print, printJson, stylesFor, textFlag } from './print.ts'

export const run: Run = async (world, words, flags) => {
  const text = words.join(' ').trim()
  if (text === '') {
    if (flags.json || !(flags.plain || (world.stdin.isTTY && world.stdout.isTTY)))
      throw new UserError('Search for what?', 'lambda-study search cold start', 2)
    return (await import('./screens.ts')).openScreens(world, flags, 'search')
  }
  const { heading, topics } = builtInEntries()
  const bank = await openDecks(world, () => heading)
  const entries = [...entriesFrom(topics as readonly TopicEntries[]), ...entriesOf(bank)]
  const topic = textFlag(flags, 'topic')
  const kind = textFlag(flags, 'kind')
  known('topic', topic, [...new Set(entries.map(entry => entry.topic))])
  known('kind', kind, [...new Set(['note', ...entries.map(entry => entry.kind)])])
  const filters = `${topic ? ` topic:${topic}` : ''}${kind ? ` kind:${kind}` : ''}`
  const { hits, taken } = searcher(bank, entries)(text + filters, numberFlag(flags, 'limit', 1, 1000) ?? 20)
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
    world.stderr.write(`Nothing about "${text}". Try fewer or other words.\n`)
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

function known(name: string, given: string | undefined, words: readonly string[]): void {
  if (given === undefined || words.includes(given)) return
  const near = nearest(given, words)
  throw new UserError(
    `There is no ${name} "${given}".`,
    near ? `did you mean ${near}?` : `use one of ${words.join(', ')}`,
    2,
  )
}
