import type { KindName } from '../deck/deck.ts'
import type { Verdict } from '../kinds/kind.ts'
import type { Rating, Review } from './event.ts'

/** One answer to an idea, as short as it can be kept: `day` is the study day. */
export type PastAnswer = readonly [day: number, kind: KindName, verdict: Verdict['is'], rating: Rating]

const kept = 20

/** The newest answers to an idea after one more, the newest last. A reset leaves them: they were given. */
export const historyAfter = (
  before: readonly PastAnswer[] | undefined,
  { day, kind, verdict, rating }: Review,
): readonly PastAnswer[] => [...(before ?? []).slice(1 - kept), [day, kind, verdict, rating]]
