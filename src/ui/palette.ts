import { distance } from 'fastest-levenshtein'
import { isSetUp } from '../study/settings.ts'
import { choicesOn } from './footer.ts'
import { groupOf, type Key, keysOn } from './keys.ts'
import type { Action, Model } from './model.ts'
import { isThere } from './screens/go.ts'

/** Everything that can be done now, by name: on the screen itself, then elsewhere, then getting around. Pure: from the key table. */
export function actionsOn(model: Model): readonly Action[] {
  const own = keysOn(model)
    .filter(row => row.says !== '' && row.does !== 'palette')
    .flatMap(row => actionsOf(row, model))
  const all = [...own.filter(({ group }) => group !== 'anywhere'), ...placesFrom(model), ...own]
  const named = all.filter((action, i) => all.findIndex(({ says }) => says === action.says) === i)
  return (['here', 'anywhere', 'moving'] as const).flatMap(group => named.filter(action => action.group === group))
}

/** A row of the key table: one action, or one for each of its keys where they do different things. */
function actionsOf(row: Key, model: Model): readonly Action[] {
  const group = groupOf(row)
  const rest = { on: 'here', group: group === 'everywhere' ? 'anywhere' : group } as const
  const says = row.named ?? row.says
  const keys = choicesOn(row, model) ?? (row.each ? row.press : undefined)
  return keys
    ? keys.map((key, i) => ({ says: row.each ? `${says}: ${row.each[i]}` : `${says} ${key}`, key, ...rest }))
    : [{ says, key: row.press[0] ?? '', ...rest }]
}

/** Home, and what home leads to. Before an exam is chosen, only what needs none. */
function placesFrom(model: Model): readonly Action[] {
  const [screen] = model.screens
  if (screen.at === 'home') return []
  const rest = { on: 'home', group: 'anywhere' } as const
  return [
    { says: 'home', key: '', ...rest },
    ...keysOn(model, 'home')
      .filter(row => groupOf(row) === 'here')
      .filter(row => !isThere(screen, row.does))
      .map(row => ({ says: row.named ?? row.says, key: row.press[0] ?? '', ...rest })),
  ].filter(({ says }) => isSetUp(model.settings) || says === 'notes' || says === 'search')
}

/** The actions that a text names, best first: its words in any order, each the beginning of a word, a part, or nearly one. */
export function matching(actions: readonly Action[], text: string): readonly Action[] {
  const wanted = wordsOf(text)
  if (wanted.length === 0) return actions
  return actions
    .flatMap(action => {
      const words = wordsOf(action.says)
      const costs = wanted.map(word =>
        Math.min(word === action.key ? 1 : Infinity, ...words.map(other => costOf(word, other))),
      )
      const cost = costs.reduce((sum, one) => sum + one, 0)
      return Number.isFinite(cost) ? [{ action, cost }] : []
    })
    .sort((a, b) => a.cost - b.cost || a.action.says.length - b.action.says.length)
    .map(({ action }) => action)
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s:,]+/)
    .filter(word => word !== '')

/** How far what was typed is from a word; infinite where it is another word. */
function costOf(typed: string, word: string): number {
  if (word === typed) return 0
  if (word.startsWith(typed)) return 2
  if (typed.length < 2) return Infinity
  if (word.includes(typed)) return 3
  if (word[0] === typed[0] && holdsInOrder(word, typed)) return 4
  // Two letters that changed places are two slips.
  const slips = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2
  return distance(typed, word.slice(0, typed.length)) <= slips ? 5 : Infinity
}

/** Whether the letters stand in a word one after the other, with others between them. */
function holdsInOrder(word: string, letters: string): boolean {
  let at = -1
  return [...letters].every(letter => {
    at = word.indexOf(letter, at + 1)
    return at >= 0
  })
}
