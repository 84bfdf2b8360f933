import { UserError } from '../error.ts'
import type { Bank } from '../study/bank.ts'
import { nearest } from './nearest.ts'

/** Throws when a topic does not exist. */
export function knownTopic(bank: Bank, topic: string | undefined): void {
  const topics = [...bank.topics.keys()]
  if (topic === undefined || topics.some(known => known === topic)) return
  const near = nearest(topic, topics)
  throw new UserError(
    `There is no topic "${topic}".`,
    near ? `did you mean ${near}?` : 'lambda-study notes lists them',
    2,
  )
}
