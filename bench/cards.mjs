import { dice } from '../src/kinds/random.ts'

const syllables = 'ba con de fi gra hul in jo kel lam mo nar op pre qui ra sto ter un vex wil yo zan'.split(' ')
const known = 'timeout memory concurrency queue trigger cold start version alias layer policy'.split(' ')
const perTopic = 500

/** The files of a deck of `count` cards, by name, in words that the seed makes up. */
export function deckFiles(count, seed) {
  const roll = dice(seed)
  const one = list => list[roll.int(0, list.length - 1)]
  const made = Array.from({ length: 4000 }, () => Array.from({ length: roll.int(2, 4) }, () => one(syllables)).join(''))
  const word = () => one(roll.int(0, 9) === 0 ? known : made)
  const words = length => Array.from({ length }, word).join(' ')
  const card = n =>
    n % 2 === 0
      ? `  - id: card-${n}\n    kind: flashcard\n    front: ${words(12)} ${n}\n    back: ${words(14)}\n`
      : `  - id: card-${n}\n    kind: cloze\n    text: ${words(12)} {{${word()}}} ${words(6)} ${n}\n`
  const topics = Array.from({ length: Math.ceil(count / perTopic) }, (_, topic) => {
    const cards = Array.from({ length: Math.min(perTopic, count - topic * perTopic) }, (_, i) =>
      card(topic * perTopic + i),
    )
    return [`topic-${topic}.yaml`, `topic: topic-${topic}\ntitle: ${words(3)}\ncards:\n${cards.join('')}`]
  })
  return { 'deck.yaml': 'deck: own\ntitle: Own\n', ...Object.fromEntries(topics) }
}
