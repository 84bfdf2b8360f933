import type { IdeaProgress } from './idea.ts'

/** An idea that keeps slipping: three lapses in 21 days, or six ever. */
export const isLeech = ({ lapses }: IdeaProgress, day: number): boolean =>
  lapses.length >= 6 || lapses.filter(lapse => day - lapse < 21).length >= 3
