import type { Hinge, Option } from '../deck/deck.ts'
import { standingOf } from '../deck/hinge.ts'
import type { Seen, ShownOption } from './kind.ts'
import { dice } from './random.ts'

/** The hinge to ask now: one of those that were not asked last. */
export function drawHinge(hinges: readonly Hinge[], seen: Seen, seed: number): Hinge | undefined {
  const others = hinges.filter(hinge => hinge.id !== seen.hinge)
  return dice(seed).shuffled(others)[0] ?? hinges[0]
}

/**
 * The options to show, shuffled, `count` of them: the right ones, another hinge's right one, the one that this person fell
 * for last, then those shown least, of them first what other hinges make right: at first sight the options alone say
 * nothing, and later a known question keeps living distractors.
 */
export function drawOptions(
  options: readonly Option[],
  hinges: readonly Hinge[],
  hinge: Hinge | undefined,
  count: number,
  seen: Seen,
  seed: number,
): readonly ShownOption[] {
  const roll = dice(seed)
  const right = (option: Option) => (hinge ? option.id === hinge.right : option.right)
  const elsewhere = new Set(hinges.map(other => other.right))
  const shown = (option: Option) => (Object.hasOwn(seen.options, option.id) ? seen.options[option.id] : undefined) ?? 0
  const isElsewhere = (option: Option) => Number(elsewhere.has(option.id))
  const wrong = [...roll.shuffled(options.filter(option => !right(option)))].sort(
    (a, b) => shown(a) - shown(b) || isElsewhere(b) - isElsewhere(a),
  )
  const living = wrong.filter(option => elsewhere.has(option.id)).slice(0, 1)
  const fell = wrong.filter(option => option.id === seen.fell)
  const rights = options.filter(right)
  const distractors = [...new Set([...living, ...fell, ...wrong])].slice(0, Math.max(0, count - rights.length))
  return roll.shuffled([...rights, ...distractors]).map(option => ({
    id: option.id,
    text: option.text,
    right: right(option),
    why: whyUnder(hinge, hinges, option),
    ...(option.confuses !== undefined && { confuses: option.confuses }),
  }))
}

const whyUnder = (hinge: Hinge | undefined, hinges: readonly Hinge[], { id, why }: Option): string =>
  (hinge && standingOf(id, hinge, hinges) === 'wrong here' ? hinge.why[id] : undefined) ?? why
