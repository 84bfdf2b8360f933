import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from '../src/cli/commands.ts'
import { allKeysOn, type Key } from '../src/ui/keys.ts'
import type { At } from '../src/ui/model.ts'

/** The README with its tables made anew from the command and key tables. */
export const withTables = (readme: string): string =>
  between(between(readme, 'commands', commandTable()), 'keys', keyTable())

export async function run(root: string): Promise<void> {
  const file = join(root, 'README.md')
  writeFileSync(file, withTables(readFileSync(file, 'utf8')))
}

const between = (text: string, name: string, rows: string): string =>
  text.replace(
    new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`),
    (_all, from, to) => `${from}\n${rows}\n${to}`,
  )

const cell = (text: string): string => text.replaceAll('|', '\\|')

function commandTable(): string {
  const rows = commands.filter(({ hidden }) => !hidden)
  const flags = (row: (typeof rows)[number]) => (row.flags ?? []).map(([form]) => `[${form}]`).join(' ')
  const lines = rows.map(
    row => `| \`${cell([row.word, row.args, flags(row)].filter(Boolean).join(' '))}\` | ${cell(row.says)} |`,
  )
  return ['| command | does |', '|---|---|', '| (none) | home: what today holds, and where to go |', ...lines].join(
    '\n',
  )
}

const screens = {
  'first run: exam': 'welcome',
  'first run: date': 'date',
  home: 'home',
  flashcard: 'recall',
  gap: 'type',
  'before the options': 'commit',
  options: 'choose',
  feedback: 'feedback',
  summary: 'summary',
  search: 'search',
  topics: 'topics',
  'a page of notes': 'page',
  'any action': 'palette',
  'an idea': 'idea',
  'a card with its answer': 'face',
  progress: 'progress',
  ideas: 'ideas',
} as const satisfies Record<string, At>

/** What works on most screens is said once. */
const everywhere: ReadonlySet<string> = new Set([
  'help',
  'palette',
  'quit',
  'putAside',
  'scrollDown',
  'scrollUp',
  'pageDown',
  'pageUp',
])

function keyTable(): string {
  const said = (row: Key) => `${names(row)} ${row.says}`
  const rows = Object.entries(screens).map(([name, at]) => {
    const own = allKeysOn(at).filter(row => !everywhere.has(row.does))
    return `| ${name} | ${own.map(said).join(' · ')} |`
  })
  const common = allKeysOn('feedback').filter(row => everywhere.has(row.does))
  return ['| on | keys |', '|---|---|', ...rows, `| most screens | ${common.map(said).join(' · ')} |`].join('\n')
}

const names = (row: Key): string => (row.shown ?? row.press.slice(0, 2).join(' ')).replace(/\S+/g, key => `\`${key}\``)
