import type { Fault } from './document.ts'
import { idOf } from './slug.ts'
import { plainText } from './text.ts'

type Named = { readonly id?: string | undefined; readonly text: string }

/** The text as far as a reader tells it from others: no Markdown, capitals, double spaces or full stop. */
const bare = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]$/, '')

/** Options or hinges that could not be told apart: by their id in the log, or by their text on the screen. */
export const twins = (list: readonly Named[], key: 'options' | 'hinges', what: string): readonly Fault[] =>
  list.flatMap((one, i): Fault[] => {
    const id = idOf(one)
    const before = list.slice(0, i)
    const sameId = before.findLastIndex(other => idOf(other) === id)
    if (sameId >= 0)
      return [
        {
          path: [key, i],
          code: `duplicate-${what}`,
          says: `${what} ${sameId + 1} has the id \`${id}\` as well`,
          remedy: 'give one of them another id',
        },
      ]
    const sameText = before.findIndex(other => bare(other.text) === bare(one.text))
    return sameText < 0
      ? []
      : [
          {
            path: [key, i, 'text'],
            code: 'twice',
            says: `${what} ${sameText + 1} has the same text`,
            remedy: 'write another one, or take one of them out',
          },
        ]
  })
