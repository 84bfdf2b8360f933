import type { Fault } from './document.ts'
import { linesOf } from './link.ts'
import type { Heading } from './parse.ts'
import type { TopicFile } from './schema.ts'
import { idOf } from './slug.ts'

/** Rules over all topics of a deck together. */
export const bankFaults = (entries: readonly TopicFile[], heading: Heading | undefined): readonly Fault[] => [
  ...lengthBias(entries),
  ...uncovered(entries, heading),
]

/** Over twenty scenarios and more, the right option may be the longest of its pool at most ten points more often than chance. */
function lengthBias(entries: readonly TopicFile[]): readonly Fault[] {
  const pools = entries.flatMap(entry =>
    entry.cards.flatMap(card => {
      if (card.kind !== 'multiple-choice') return []
      const rights = card.hinges
        ? card.hinges.map(hinge => hinge.right)
        : card.options.filter(option => option.right).map(idOf)
      const [longest, second] = card.options.toSorted((a, b) => b.text.length - a.text.length)
      const telling = longest && longest.text.length > (second?.text.length ?? 0) ? idOf(longest) : undefined
      return rights.map(right => ({ hit: telling === right, chance: 1 / card.options.length }))
    }),
  )
  if (pools.length < 20) return []
  const share = pools.filter(pool => pool.hit).length / pools.length
  const chance = pools.reduce((sum, pool) => sum + pool.chance, 0) / pools.length
  if (share <= chance + 0.1) return []
  return [
    {
      path: [],
      level: 'warning',
      code: 'length-bias',
      says: `the right option is the longest in ${Math.round(share * 100)} of 100 questions; chance is ${Math.round(chance * 100)}`,
      remedy: 'shorten right options, or write wrong ones as fully',
    },
  ]
}

function uncovered(entries: readonly TopicFile[], heading: Heading | undefined): readonly Fault[] {
  const taught = new Set(entries.flatMap(entry => entry.notes.flatMap(note => linesOf(note.lines))))
  const missing = (heading?.covers ?? []).filter(line => !taught.has(line))
  return missing.length === 0
    ? []
    : [
        {
          path: [],
          level: 'warning',
          code: 'line-not-taught',
          says: `no note teaches line ${missing.join(', ')} of the notes`,
          remedy: 'add it to the `lines` of the note that teaches it',
        },
      ]
}
