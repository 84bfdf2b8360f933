import type { Fault } from './document.ts'
import { hingeFaults } from './hinge-faults.ts'
import { twins } from './option.ts'
import type { CardEntry } from './schema.ts'

type Choice = Extract<CardEntry, { kind: 'multiple-choice' | 'multiple-response' }>

/** Rules between the options, the deciding phrase and the hinges of a choice. */
export function choiceFaults(card: Choice): readonly Fault[] {
  const options = [...twins(card.options, 'options', 'option'), ...deciderFaults(card)]
  if (card.kind === 'multiple-response') return [...options, ...rightFaults(card.options, 2, 3), ...countFaults(card)]
  return [...options, ...(card.hinges ? hingeFaults(card, card.hinges) : rightFaults(card.options, 1, 1))]
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
