import { type Sitting, timeLeft } from '../../study/sitting.ts'
import { bold, type Line, line, quiet } from '../lines.ts'
import { clockText, counted } from './words.ts'

/** The time that is left; in bold when it runs short. */
export function clockLine(sitting: Sitting, now: number): Line {
  const left = timeLeft(sitting, now)
  const text = `${clockText(left)} left`
  return left < 5 * 60_000 ? line(bold(text, 'partly')) : line(quiet(text))
}

/** How many questions are answered more or fewer than the time that has passed asks for. `brief`: without the word. */
export function paceText(sitting: Sitting, now: number, brief: boolean): string {
  const { cards, allowed } = sitting
  const share = 1 - timeLeft(sitting, now) / Math.max(1, allowed)
  const done = Object.values(sitting.answers).filter(({ picked }) => picked.length > 0).length
  const ahead = done - Math.round(share * cards.length)
  if (Math.abs(ahead) < 2) return 'on pace'
  const count = brief ? String(Math.abs(ahead)) : counted(Math.abs(ahead), 'question')
  return `${count} ${ahead > 0 ? 'ahead' : 'behind'}`
}
