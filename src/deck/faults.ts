import { calculationFaults } from './calculation-faults.ts'
import { choiceFaults } from './choice-faults.ts'
import { gap } from './deck.ts'
import type { Fault } from './document.ts'
import type { CardEntry } from './schema.ts'

/** What the shape of a card cannot say: rules between the fields of one card. Paths begin at the card. */
export function faultsOf(card: CardEntry): readonly Fault[] {
  switch (card.kind) {
    case 'flashcard':
      return []
    case 'cloze':
      return gapFaults(card.text)
    case 'multiple-choice':
    case 'multiple-response':
      return choiceFaults(card)
    case 'numeric':
      return figureFaults(card.answer)
    case 'calculation':
      return calculationFaults(card)
    case 'matching':
      return twice(
        card.groups.flatMap((group, g) => group.items.map((text, i) => [text, ['groups', g, 'items', i]] as const)),
      )
    case 'ordering':
      return twice(card.steps.map((text, i) => [text, ['steps', i]] as const))
  }
}

/** A figure begins with digits or a currency sign; what follows is its unit. */
const figureFaults = (answer: string): readonly Fault[] =>
  /^[-+$]?\s*\d[\d,._]*(e[-+]?\d+)?\s*[a-z%][\w/%\s-]*$|^[-+$]?\s*\d[\d,._]*(e[-+]?\d+)?$/i.test(answer)
    ? []
    : [
        {
          path: ['answer'],
          code: 'figure',
          says: `"${answer}" is no figure with a unit`,
          remedy: 'write it like 15 min, 10240 MB or 1000',
        },
      ]

/** Texts that stand twice could not be told apart. */
function twice(texts: readonly (readonly [text: string, path: Fault['path']])[]): readonly Fault[] {
  return texts.flatMap(([text, path], i) =>
    texts.slice(0, i).some(([before]) => before.trim().toLowerCase() === text.trim().toLowerCase())
      ? [{ path, code: 'twice', says: `"${text}" stands here twice`, remedy: 'take one of them out' }]
      : [],
  )
}

function gapFaults(text: string): readonly Fault[] {
  const fault = { path: ['text'], code: 'gap' }
  const gaps = [...text.matchAll(new RegExp(gap, 'g'))]
  if (gaps.length !== 1 || !gaps[0]?.groups?.answer?.trim())
    return [{ ...fault, says: 'the text needs exactly one gap', remedy: 'mark the answer like {{15 minutes}}' }]
  if (!gaps[0].groups.hint?.includes('::')) return []
  return [
    {
      ...fault,
      says: 'in the gap, `::` stands more than once',
      remedy: 'write {{answer::hint}}; what comes before a `::` of the answer can stand before the gap',
    },
  ]
}
