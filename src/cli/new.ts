import { basename, resolve } from 'node:path'
import { UserError } from '../error.ts'
import { writeNewFolder } from '../store/new.ts'
import type { Run } from './command.ts'
import { print } from './print.ts'

export const run: Run = async (world, [what, path]) => {
  if (what !== 'deck' || path === undefined)
    throw new UserError(`new does not know "${what}".`, 'lambda-study new deck PATH', 2)
  const folder = resolve(world.folder, path)
  const name =
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'my-deck'
  writeNewFolder(folder, { 'deck.yaml': heading(name), 'first-topic.yaml': topic })
  print(
    world,
    `Wrote ${path}/deck.yaml and ${path}/first-topic.yaml.\nThen: lambda-study check ${path}\n      lambda-study decks add ${path}`,
  )
  return 0
}

const heading = (name: string): string => `# The deck: its name is the first part of every id, so choose it once.
deck: ${name}
title: ${name}
# The topics in the order in which they are learnt.
topics: [first-topic]
`

const topic = `# One topic is one file, and its name is the topic's name.
topic: first-topic
title: My first topic

# A note is one statement. Memory hangs on notes, and each of them may be asked by several cards.
notes:
  - id: at-least-once
    text: A standard queue of Amazon SQS delivers a message **at least once**.
    nuance: So a consumer must cope with a message that comes twice. A FIFO queue removes duplicates within five minutes.
    source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html
    verified: 2026-11-23

cards:
  # A flashcard: you recall, turn it, and say how well it went.
  - id: delivery
    note: at-least-once
    kind: flashcard
    front: How often does a standard queue of Amazon SQS deliver a message?
    back: At least once, so now and then twice.

  # A cloze: you type what stands in the gap. Small slips are forgiven.
  - id: delivery-gap
    note: at-least-once
    kind: cloze
    text: A standard queue delivers every message {{at least once}}.
    accept: [at-least-once]

  # A scenario: four of the options are shown, in changing order. \`decides\` is the phrase of the stem that decides.
  - id: charged-twice
    note: at-least-once
    kind: multiple-choice
    stem: >-
      A shop's consumer reads orders from a standard queue of Amazon SQS. Now and then a customer is charged twice for one
      order, although the order was sent once and the consumer never failed.
      Which change prevents the second charge with the LEAST effort?
    decides: charged twice
    options:
      - id: idempotent
        text: Let the consumer note each order's ID and pass over those that it has seen
        right: true
        why: A message may come twice, so the work must be safe to repeat.
      - id: visibility
        text: Raise the visibility timeout of the queue to the longest time that is allowed
        why: That helps when work takes longer than the timeout. Here it had ended.
      - id: polling
        text: Let the consumer use long polling with a wait of twenty seconds for each call
        why: Long polling saves empty calls. It has nothing to do with copies.
      - id: dead-letter
        text: Give the queue a dead-letter queue that takes messages received more than once
        why: That would set aside orders that were received twice, rightly or not.
    why: At least once means that a copy may come, and only the consumer can tell that it is one.
`
