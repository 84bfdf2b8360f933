import { type Cloze, gap } from '../deck/deck.ts'
import type { Kind } from './kind.ts'
import { match } from './typed.ts'

/** One width for every gap says nothing about the length of the answer. */
const blank = '____'

export const cloze: Kind<Cloze, 'type'> = {
  ask(card, _seen, seed) {
    const { answer = '', hint } = gap.exec(card.text)?.groups ?? {}
    const prompt = card.text.replace(gap, () => (hint ? `${blank} (${hint})` : blank))
    return { by: 'type', card, seed, prompt, answer: answer.trim(), wants: 'What stands in the gap?', mistakes: [] }
  },
  judge({ card, answer }, { text }) {
    if (text === undefined) return { is: 'wrong' }
    const found = match(text, [answer, ...(card.kind === 'cloze' ? card.accept : [])])
    if (found.is === 'other') return { is: 'wrong' }
    return found.is === 'same' ? { is: 'right' } : { is: 'right', says: `It is spelt ${found.meant}.` }
  },
}
