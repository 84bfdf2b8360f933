import type { Fault } from './document.ts'
import { standingOf } from './hinge.ts'
import { twins } from './option.ts'
import type { CardEntry } from './schema.ts'
import { idOf } from './slug.ts'

type Choice = Extract<CardEntry, { kind: 'multiple-choice' }>
type Hinges = NonNullable<Choice['hinges']>
type Ruling = Hinges[number]

/** Under each hinge one option is right, and of every other one it is said why it is wrong. */
export const hingeFaults = ({ options }: Choice, hinges: Hinges): readonly Fault[] => {
  const ids = options.map(idOf)
  return [
    ...options.flatMap((option, i) => (option.right ? [rightBesideHinges(i)] : [])),
    ...(new Set(hinges.map(hinge => hinge.right)).size < 2 ? [sameRight] : []),
    ...twins(hinges, 'hinges', 'hinge'),
    ...hinges.flatMap((hinge, i) =>
      ids.includes(hinge.right)
        ? [...strangers(hinge, i, ids), ...ids.flatMap(id => reasonFaults(id, hinge, i, hinges))]
        : [unknownOption(['hinges', i, 'right'], hinge.right, ids)],
    ),
  ]
}

const sameRight: Fault = {
  path: ['hinges'],
  code: 'same-right',
  says: 'every hinge makes the same option right, so nothing hangs on it',
  remedy: 'change the situation so that another option is right',
}

const rightBesideHinges = (i: number): Fault => ({
  path: ['options', i, 'right'],
  code: 'right-and-hinges',
  says: 'with hinges the hinge says which option is right',
  remedy: 'take `right` out',
})

const unknownOption = (path: Fault['path'], id: string, ids: readonly string[]): Fault => ({
  path,
  code: 'unknown-option',
  says: `there is no option \`${id}\``,
  remedy: `use one of ${ids.join(', ')}`,
})

/** Reasons for options that are not in the pool. */
const strangers = (hinge: Ruling, i: number, ids: readonly string[]): readonly Fault[] =>
  Object.keys(hinge.why)
    .filter(id => !ids.includes(id))
    .map(id => ({ ...unknownOption(['hinges', i, 'why', id], id, ids), at: 'key' }))

function reasonFaults(id: string, hinge: Ruling, i: number, hinges: Hinges): readonly Fault[] {
  switch (standingOf(id, hinge, hinges)) {
    case 'unexplained':
      return [
        {
          path: ['hinges', i, 'why'],
          code: 'hinge-without-why',
          says: `it does not say why \`${id}\` is wrong here`,
          remedy: `add \`${id}:\` with the reason`,
        },
      ]
    case 'right':
      return Object.hasOwn(hinge.why, id)
        ? [
            {
              path: ['hinges', i, 'why', id],
              at: 'key',
              code: 'why-of-right',
              says: `it says why \`${id}\` is wrong, and makes it right`,
              remedy: "take it out; what makes it right stands in the option's own `why`",
            },
          ]
        : []
    case 'wrong here':
    case 'wrong everywhere':
      return []
  }
}
