import { join } from 'node:path'
import { logOf } from '../../src/store/log.ts'
import type { Event, Review } from '../../src/study/event.ts'
import { tinyBank } from './deck.ts'
import { diary } from './events.ts'
import { freshFolder } from './folder.ts'

const bank = tinyBank({ limits: { timeout: 'flashcard' } })

/** Answers of a device to one card. */
export function answers(
  count: number,
  over: (i: number) => Partial<Review> = () => ({}),
  device = 'here',
): readonly Review[] {
  const write = diary(bank, device)
  return Array.from({ length: count }, (_, i) => write.answer('limits/timeout-flashcard', 20_000, over(i)))
}

/** Where the log of a device will be, in a folder that is not there yet. */
export const freshLog = (): string => logOf(join(freshFolder(), 'reviews'), 'abcdefgh')
export const idsOf = (events: readonly Event[]): readonly string[] => events.map(({ id }) => id)
