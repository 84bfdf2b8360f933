import type { Progress } from './progress.ts'
import { none, type Share } from './share.ts'

/** True retention: of the first answers of a day to ideas met on an earlier day, those that were recalled. `days`: only the last ones up to today. */
export const retained = ({ days }: Pick<Progress, 'days'>, today: number, last = Number.POSITIVE_INFINITY): Share =>
  [...days]
    .filter(([day]) => day <= today && day > today - last)
    .reduce((sum, [, { retained }]) => ({ of: sum.of + retained.of, rights: sum.rights + retained.rights }), none)
