import { join } from 'node:path'
import { expect } from 'vitest'
import { appendLog, logOf } from '../../src/store/log.ts'
import { type Loaded, loadProgress, saveSnapshot } from '../../src/store/snapshot.ts'
import type { Bank } from '../../src/study/bank.ts'
import type { Event, Review } from '../../src/study/event.ts'
import { inOrder } from '../../src/study/order.ts'
import { replay } from '../../src/study/progress.ts'
import { everyFace, tinyBank } from './deck.ts'
import { diary } from './events.ts'
import { factsOf } from './facts.ts'
import { freshFolder } from './folder.ts'

export const bank = tinyBank(everyFace)
const cards = ['limits/timeout-choice', 'pricing/request-flashcard', 'triggers/queue-hinged', 'basics/runtime-cloze']

/** A home with the log of one device, and how it is opened and closed. */
export function home() {
  const folder = freshFolder()
  const reviews = join(folder, 'reviews')
  const snapshot = join(folder, 'cache', 'progress.json')
  const load = (of: Bank = bank): Loaded => loadProgress(reviews, snapshot, of)
  const save = async ({ progress, files, damaged }: Loaded = load()) =>
    saveSnapshot(snapshot, progress, files, damaged, bank)
  return { folder, reviews, snapshot, log: logOf(reviews, 'here'), load, save }
}
export type Home = ReturnType<typeof home>

/** A home in which 300 answers were given and kept. */
export async function used() {
  const at = home()
  const write = diary(bank)
  const events = Array.from({ length: 300 }, (_, i) => write.answer(cards[i % 4] ?? '', 20_000 + Math.floor(i / 10)))
  appendLog(at.log, events)
  await at.save()
  return { ...at, write, events }
}
/** Everything that these logs hold is known, and nothing else. */
export const expectAll = (loaded: Loaded, events: readonly (readonly Event[])[]) =>
  expect(factsOf(loaded.progress)).toEqual(factsOf(replay(inOrder(events), bank)))

/** An answer of another device. */
export const elsewhere = (on: number): Review => diary(bank, 'elsewhere').answer('basics/handler-flashcard', on)
