// What is measured from the inside, and what makes its material: bundled once for the bench.
export { record } from '../src/cli/open.ts'
export { dice } from '../src/kinds/random.ts'
export { searcher } from '../src/search/search.ts'
export { readDeck } from '../src/store/deck.ts'
export { bankOf } from '../src/study/bank.ts'
export { lineOf } from '../src/study/event.ts'
export { deckFiles } from './cards.mjs'
export { review, reviewLines } from './reviews.mjs'
