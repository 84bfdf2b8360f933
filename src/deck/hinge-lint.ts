import type { Fault } from './document.ts'
import { standingOf } from './hinge.ts'
import type { CardEntry } from './schema.ts'
import { idOf } from './slug.ts'
import { plainText } from './text.ts'
import { perCard, type Rule } from './whole.ts'

type Choice = Extract<CardEntry, { kind: 'multiple-choice' }>
type Hinges = NonNullable<Choice['hinges']>

const hinged = (faults: (card: Choice, hinges: Hinges) => readonly Fault[]): Rule =>
  perCard(card => (card.kind === 'multiple-choice' && card.hinges ? faults(card, card.hinges) : []))

/** A phrase of the stem stands under every hinge, so it cannot decide. */
const inStem = hinged(({ stem }, hinges) =>
  hinges.flatMap((hinge, h): Fault[] =>
    holds(stem, hinge.text)
      ? [
          {
            path: ['hinges', h, 'text'],
            level: 'warning',
            code: 'hinge-in-stem',
            says: 'the stem says the same, whichever hinge is drawn',
            remedy: 'take it out of the stem, or let the hinge say something else',
          },
        ]
      : [],
  ),
)

/** A word that one hinge brings in and its right option alone repeats: who looks for it need not understand either. Where another hinge has the word as well, it misleads as often. */
const givesAway = hinged(({ stem, exhibit, options }, hinges) =>
  hinges.flatMap((hinge, h): Fault[] => {
    const isRight = (option: Choice['options'][number]) => idOf(option) === hinge.right
    const elsewhere = contentWords([
      stem,
      exhibit?.text ?? '',
      ...hinges.filter(other => other.right !== hinge.right).map(other => other.text),
      ...options.filter(option => !isRight(option)).map(option => option.text),
    ])
    const right = contentWords(options.filter(isRight).map(option => option.text))
    const [word] = [...contentWords([hinge.text])].filter(own => right.has(own) && !elsewhere.has(own))
    return word === undefined
      ? []
      : [
          {
            path: ['hinges', h, 'text'],
            level: 'warning',
            code: 'hinge-gives-away',
            says: `"${word}" stands in this hinge and in \`${hinge.right}\`, and in no other option`,
            remedy: 'say it in other words, or let another option use the word as well',
          },
        ]
  }),
)

/** An own `why` that is shown under several hinges, and speaks of one of them. */
const narrowWhy = hinged(({ options }, hinges) =>
  options.flatMap((option, o): Fault[] => {
    const shown = hinges.filter(hinge => {
      const standing = standingOf(idOf(option), hinge, hinges)
      return standing === 'right' || standing === 'wrong everywhere'
    })
    const named = hinges.find(hinge => holds(option.why, hinge.text))
    return shown.length < 2 || named === undefined
      ? []
      : [
          {
            path: ['options', o, 'why'],
            level: 'warning',
            code: 'why-of-one-hinge',
            says: `it is shown under ${shown.length} hinges, and speaks of \`${idOf(named)}\` alone`,
            remedy: "write what holds under all of them, or put it into that hinge's `why`",
          },
        ]
  }),
)

const wordsOf = (text: string): readonly string[] =>
  plainText(text)
    .toLowerCase()
    .match(/[\p{Letter}\p{Mark}\p{Number}]+|\{hinge\}/gu) ?? []

/** Whether a phrase stands in a text, word for word. A figure alone may well stand there for something else. */
function holds(text: string, phrase: string): boolean {
  const wanted = wordsOf(phrase).join(' ')
  return wanted.length >= 5 && ` ${wordsOf(text).join(' ')} `.includes(` ${wanted} `)
}

const empty = new Set(
  'about after again against always another because before being between could during every first never other others should since still their there these those through under until where which while whose within without would'.split(
    ' ',
  ),
)

/** Words of five letters and more that carry meaning; a plural counts as its singular. */
const contentWords = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts
      .flatMap(wordsOf)
      .filter(word => /^\p{Letter}{5,}$/u.test(word) && !empty.has(word))
      .map(word => word.replace(/(?<=.{4})s$/, '')),
  )

/** What a hinge must not give away, and what must not contradict it. */
export const hingeRules: readonly Rule[] = [inStem, givesAway, narrowWhy]
