import type { Fault } from './document.ts'
import type { CardEntry } from './schema.ts'
import { idOf } from './slug.ts'

type Choice = Extract<CardEntry, { kind: 'multiple-choice' | 'multiple-response' }>
type WithHinges = Extract<CardEntry, { kind: 'multiple-choice' }>

/** Rules between the options, the deciding phrase and the hinges of a choice. */
export function choiceFaults(card: Choice): readonly Fault[] {
  const options = [...repeated(card.options, 'options', 'duplicate-option', 'option'), ...deciderFaults(card)]
  if (card.kind === 'multiple-response') return [...options, ...rightFaults(card.options, 2, 3), ...countFaults(card)]
  return [...options, ...(card.hinges ? hingeFaults(card) : rightFaults(card.options, 1, 1))]
}

type Named = Parameters<typeof idOf>[0]

function repeated(list: readonly Named[], key: string, code: string, what: string): readonly Fault[] {
  const seen = new Map<string, number>()
  return list.flatMap((one, i): Fault[] => {
    const id = idOf(one)
    const before = seen.get(id)
    seen.set(id, i)
    return before === undefined
      ? []
      : [
          {
            path: [key, i],
            code,
            says: `${what} ${before + 1} has the id \`${id}\` as well`,
            remedy: 'give one of them another id',
          },
        ]
  })
}

function rightFaults(options: Choice['options'], from: number, to: number): readonly Fault[] {
  const right = options.filter(option => option.right).length
  if (right >= from && right <= to) return []
  const wanted = from === to ? 'exactly one option' : `${from} or ${to} options`
  return [
    {
      path: ['options'],
      code: 'right-options',
      says: `${wanted} must be right; here ${right} are`,
      remedy: 'mark the right ones with `right: true`',
    },
  ]
}

function deciderFaults(card: Choice): readonly Fault[] {
  if (card.kind === 'multiple-choice' && card.hinges) {
    const mixed: Fault[] = card.decides
      ? [
          {
            path: ['decides'],
            code: 'decides-and-hinges',
            says: 'a card with hinges needs no `decides`: the hinge decides',
            remedy: 'take `decides` out',
          },
        ]
      : []
    return card.stem.includes('{hinge}')
      ? mixed
      : [
          ...mixed,
          {
            path: ['stem'],
            code: 'no-hinge',
            says: 'the stem does not say where the hinge goes',
            remedy: 'write {hinge} where the deciding phrase stands',
          },
        ]
  }
  if (card.kind === 'multiple-choice' && card.stem.includes('{hinge}'))
    return [
      {
        path: ['stem'],
        code: 'no-hinges',
        says: 'the stem has a {hinge}, but the card has no hinges',
        remedy: 'add `hinges`, or write the phrase out',
      },
    ]
  if (!card.decides)
    return [
      {
        path: [],
        code: 'no-decider',
        says: 'nothing says what decides',
        remedy: 'add `decides` with the phrase of the stem that decides, or hinges',
      },
    ]
  return [card.decides].flat().flatMap((phrase, i): Fault[] =>
    card.stem.includes(phrase) || card.exhibit?.text.includes(phrase)
      ? []
      : [
          {
            path: Array.isArray(card.decides) ? ['decides', i] : ['decides'],
            code: 'decider-not-in-stem',
            says: `"${phrase}" does not stand in the stem word for word`,
            remedy: 'copy the phrase from the stem',
          },
        ],
  )
}

function hingeFaults(card: WithHinges): readonly Fault[] {
  const ids = card.options.map(idOf)
  const hinges = card.hinges ?? []
  const rights = new Set(hinges.map(hinge => hinge.right))
  const marked = card.options.flatMap((option, i): Fault[] =>
    option.right
      ? [
          {
            path: ['options', i, 'right'],
            code: 'right-and-hinges',
            says: 'with hinges the hinge says which option is right',
            remedy: 'take `right` out',
          },
        ]
      : [],
  )
  const one: Fault[] =
    rights.size < 2
      ? [
          {
            path: ['hinges'],
            code: 'same-right',
            says: 'every hinge makes the same option right, so nothing hangs on it',
            remedy: 'change the situation so that another option is right',
          },
        ]
      : []
  return [
    ...marked,
    ...one,
    ...repeated(hinges, 'hinges', 'duplicate-hinge', 'hinge'),
    ...hinges.flatMap((hinge, i): Fault[] => {
      if (!ids.includes(hinge.right))
        return [
          {
            path: ['hinges', i, 'right'],
            code: 'unknown-option',
            says: `there is no option \`${hinge.right}\``,
            remedy: `use one of ${ids.join(', ')}`,
          },
        ]
      const unknown = Object.keys(hinge.why).filter(id => !ids.includes(id))
      const missing = [...rights].filter(id => id !== hinge.right && !Object.hasOwn(hinge.why, id))
      return [
        ...unknown.map(id => ({
          path: ['hinges', i, 'why', id],
          at: 'key' as const,
          code: 'unknown-option',
          says: `there is no option \`${id}\``,
          remedy: `use one of ${ids.join(', ')}`,
        })),
        ...missing.map(id => ({
          path: ['hinges', i, 'why'],
          code: 'hinge-without-why',
          says: `it does not say why \`${id}\` is wrong here`,
          remedy: `add \`${id}:\` with the reason`,
        })),
      ]
    }),
  ]
}

function countFaults(card: Choice): readonly Fault[] {
  const right = card.options.filter(option => option.right).length
  const word = right === 3 ? 'THREE' : 'TWO'
  return card.stem.includes(word) || right < 2
    ? []
    : [
        {
          path: ['stem'],
          code: 'no-count',
          says: 'the stem does not say how many to choose',
          remedy: `say ${word} in the question`,
        },
      ]
}
