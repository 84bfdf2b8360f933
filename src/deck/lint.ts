import { bankFaults } from './bank-lint.ts'
import { faceRules } from './face-lint.ts'
import { hingeRules } from './hinge-lint.ts'
import type { Heading, ReadTopic } from './parse.ts'
import type { Problem } from './problem.ts'
import { referenceRules } from './reference-lint.ts'
import { type Usable, wholeOf } from './whole.ts'
import { wordingRules } from './wording-lint.ts'

const rules = [...referenceRules, ...faceRules, ...wordingRules, ...hingeRules]

/** Rules between the topics of a deck. Errors break a reference; warnings are about the craft of asking. */
export function lint(topics: readonly ReadTopic[], heading: Heading | undefined): readonly Problem[] {
  const usable = topics.filter((topic): topic is Usable => topic.entry !== undefined)
  const whole = wholeOf(topics, usable, heading)
  const [first] = usable
  return [
    ...usable.flatMap(topic => rules.flatMap(rule => rule(topic, whole)).map(topic.locate)),
    ...(first
      ? bankFaults(
          usable.map(topic => topic.entry),
          heading,
        ).map(first.locate)
      : []),
  ]
}
