import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Deck } from '../deck/deck.ts'
import type { Heading, ReadTopic } from '../deck/parse.ts'
import type { Problem } from '../deck/problem.ts'
import { UserError } from '../error.ts'
import { makeFolder } from './folders.ts'
import { reading } from './reading.ts'

/** A deck with what is wrong with it. `deck` is missing when nothing of it can be used. */
export type ReadDeck = { readonly path: string; readonly deck?: Deck; readonly problems: readonly Problem[] }

/** Raised when the form of kept copies changes, or what a deck may hold. */
const copyVersion = 2
const largest = 5 * 1024 * 1024

/** The topic files of a deck: the file itself, or every `*.yaml` below the folder, hidden ones and links excepted. Sorted by path. */
export const topicFiles = (path: string): readonly string[] => reading(path, () => filesIn(path))

const filesIn = (path: string): readonly string[] =>
  statSync(path).isFile()
    ? [path]
    : below(path)
        .filter(file => basename(file) !== 'deck.yaml')
        .sort()

/** Folder by folder, since Node's own way follows links in some versions. */
const below = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.name.startsWith('.')) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return below(path)
    return entry.isFile() && /\.ya?ml$/.test(entry.name) ? [path] : []
  })

/** The folder's `deck.yaml`, where there is one. */
export function headingFile(path: string): string | undefined {
  const file = join(statSync(path).isFile() ? dirname(path) : path, 'deck.yaml')
  return existsSync(file) ? file : undefined
}

/** Reads a deck from its YAML files. `nameOf` says how files are called in problems. */
export async function compileDeck(path: string, nameOf: (file: string) => string = file => file): Promise<ReadDeck> {
  const { linkTopics } = await import('../deck/link.ts')
  const { readHeading, readTopic } = await import('../deck/parse.ts')
  const { lint } = await import('../deck/lint.ts')
  const head = headingFile(path)
  const headed = head === undefined ? undefined : readHeading(textOf(head), nameOf(head))
  const topics = topicFiles(path).map((file): ReadTopic => readTopic(textOf(file), nameOf(file)))
  const problems = [
    ...(headed?.problems ?? []),
    ...topics.flatMap(topic => topic.problems),
    ...lint(topics, headed?.heading),
  ]
  const name = headed?.heading?.name ?? slugOf(path)
  const broken = new Set(
    problems
      .filter(problem => problem.code === 'unknown-idea' || problem.code === 'duplicate-topic')
      .map(problem => problem.file),
  )
  const usable = topics.flatMap(topic => (topic.entry && !broken.has(topic.file) ? [topic.entry] : []))
  if ((head !== undefined && !headed?.heading) || usable.length === 0) return { path, problems }
  const heading: Heading = headed?.heading ?? {
    name,
    title: topics.length === 1 ? (usable[0]?.title ?? name) : name,
    exams: {},
    synonyms: [],
    covers: [],
    order: [],
  }
  const { covers: _, order, ...rest } = heading
  const place = (topic: string) => (order.includes(topic) ? order.indexOf(topic) : order.length)
  return {
    path,
    deck: {
      ...rest,
      topics: linkTopics(
        [...usable].sort((a, b) => place(a.topic) - place(b.topic)),
        name,
      ),
    },
    problems,
  }
}

/** Reads a deck of the person's own: from the kept copy while its files are unchanged, else from YAML. `onCompile` hears how many bytes must be parsed. */
export async function readDeck(
  path: string,
  cache: string,
  onCompile: (bytes: number) => void = () => {},
): Promise<ReadDeck> {
  if (!existsSync(path))
    throw new UserError(
      `There is no deck at ${path}.`,
      'lambda-study decks lists your decks; lambda-study decks remove NAME takes one off the list',
    )
  const files = [...topicFiles(path), ...[headingFile(path) ?? []].flat()]
  const stats = files.map(file => ({ file, stat: statSync(file) }))
  const key = JSON.stringify([copyVersion, ...stats.map(({ file, stat }) => [file, stat.size, stat.mtimeMs])])
  const copy = join(cache, 'decks', `${createHash('sha256').update(path).digest('hex')}.json`)
  try {
    const kept = JSON.parse(readFileSync(copy, 'utf8')) as { key: string; read?: ReadDeck }
    if (kept.key === key && kept.read) return kept.read
  } catch {
    // no copy, or one that is of no use: it is only a copy
  }
  onCompile(stats.reduce((sum, { stat }) => sum + stat.size, 0))
  const read = await compileDeck(path)
  try {
    makeFolder(dirname(copy))
    writeFileSync(copy, JSON.stringify({ key, read }))
  } catch {
    // without a copy the next start only takes longer
  }
  return read
}

function textOf(file: string): string {
  if (statSync(file).size > largest) throw new UserError(`${file} is larger than 5 MB.`, 'split it into several topics')
  const bytes = reading(file, () => readFileSync(file))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(`${file} is not UTF-8 text.`, 'save it as UTF-8 in your editor')
  }
}

const slugOf = (path: string): string =>
  basename(path)
    .replace(/\.ya?ml$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'deck'
