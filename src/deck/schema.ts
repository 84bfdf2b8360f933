import * as z from 'zod/mini'

const optional = z.optional
const says = z.describe
const form = (pattern: RegExp) => z.string().check(z.regex(pattern))
const atLeast = (least: number) => z.int().check(z.gte(least))
const list = <T extends z.ZodMiniType>(one: T, least: number) => z.array(one).check(z.minLength(least))

const text = z.string().check(z.minLength(1))
// The length comes first: a regular expression of repeated groups overflows on a name of a megabyte.
const slug = form(/^(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$/)
const date = z.iso.date()
const url = form(/^https?:\/\/\S+$/)
/** `max-timeout` in the same topic, `limits/max-timeout` in another. */
const reference = form(/^(?=.{1,400}$)([a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*$/)
const oneOrMore = <T extends z.ZodMiniType>(one: T) => z.union([one, list(one, 1)])
const lines = z.array(z.union([atLeast(1), form(/^\d{1,4}-\d{1,4}$/)])).check(z.maxLength(100))
const sources = oneOrMore(url).check(says('where it can be read, one address or several'))
const domains = z.record(z.string(), atLeast(1)).check(says('exam: domain'))

const note = z.strictObject({
  id: slug,
  text: text.check(says('the statement, as the exam has it')),
  nuance: optional(text).check(says('what is really true, where the statement is simplified')),
  source: sources,
  verified: date.check(says('the day on which the source was read')),
  exams: optional(domains).check(says('exam: domain; absent: awareness only')),
  emphasis: optional(z.enum(['important', 'critical', 'favorite', 'trap', 'scenario', 'decision', 'detail'])),
  lines: optional(lines),
  was: optional(oneOrMore(slug)).check(says('ids that it had before; its history is carried over')),
})

const asked = {
  id: slug.check(says('permanent: the review log names the card by it')),
  note: optional(reference).check(says('the idea: a note of this topic, or topic/note')),
  exhibit: optional(z.strictObject({ language: text, text })).check(says('a policy, an event, a log line')),
  source: optional(sources),
  verified: optional(date),
  exams: optional(z.union([list(text, 1), domains])).check(
    says('narrows the exams of its note, or sets its own domain'),
  ),
  was: optional(oneOrMore(slug)),
  retired: optional(text).check(says('why it is asked no more')),
  sealed: optional(z.enum(['A', 'B'])).check(says('kept for this exam paper until it has been sat')),
}

const option = z.strictObject({
  id: optional(slug).check(says('left out: a slug of the text')),
  text,
  why: text.check(says('why it is right, or what was mixed up')),
  right: optional(z.literal(true)),
  confuses: optional(reference).check(says('the idea that it is mistaken for')),
})
const hinge = z.strictObject({
  id: optional(slug),
  text,
  right: slug.check(says('the id of the option that is right with this phrase')),
  why: z.record(z.string(), text).check(says("option id: why another hinge's right option is wrong here")),
})
const decides = optional(oneOrMore(text)).check(says('the phrase of the stem that decides, word for word'))

const unit = optional(z.string())
const given = z.union([
  z.strictObject({ from: z.number(), to: z.number(), step: z.number().check(z.positive()), unit }),
  z.strictObject({ of: list(z.number(), 1), unit }),
])
const formula = z.string().check(z.minLength(1), z.maxLength(400))
const tolerance = z.number().check(z.gte(0))

/** One entry for each kind of card. */
const kinds = {
  flashcard: z.strictObject({
    ...asked,
    kind: z.literal('flashcard'),
    front: text,
    back: text,
    why: optional(text),
  }),
  cloze: z.strictObject({
    ...asked,
    kind: z.literal('cloze'),
    text: text.check(says('with one {{answer}} or {{answer::hint}}')),
    accept: optional(oneOrMore(text)).check(says('other right answers')),
    why: optional(text),
  }),
  'multiple-choice': z.strictObject({
    ...asked,
    kind: z.literal('multiple-choice'),
    stem: text,
    options: list(option, 4).check(z.maxLength(8), says('four are shown')),
    hinges: optional(list(hinge, 2).check(z.maxLength(8))).check(says('deciding phrases for {hinge} in the stem')),
    decides,
    why: text,
  }),
  'multiple-response': z.strictObject({
    ...asked,
    kind: z.literal('multiple-response'),
    stem: text,
    options: list(option, 5).check(z.maxLength(8), says('five are shown, six when three are right')),
    decides,
    why: text,
  }),
  numeric: z.strictObject({
    ...asked,
    kind: z.literal('numeric'),
    stem: text,
    answer: text.check(says('a figure with its unit, like 15 min or 10240 MB')),
    tolerance: optional(tolerance).check(says('in the unit of the answer; left out: 0')),
    why: text,
  }),
  calculation: z.strictObject({
    ...asked,
    kind: z.literal('calculation'),
    stem: text.check(says('{name} stands for a given value, {= formula} for a result')),
    given: z.record(form(/^[a-z][a-zA-Z0-9]*$/), given).check(says('the values that are drawn anew each time')),
    formula: formula.check(says('names, numbers, + - * / ^ ( ), min, max, ceil, floor, round')),
    unit: z.string(),
    tolerance: tolerance.check(says('in that unit')),
    mistakes: optional(z.array(z.strictObject({ formula, says: text }))).check(says('wrong ways, named when taken')),
    solution: text.check(says('the way, with the drawn numbers filled in')),
    why: text,
  }),
  matching: z.strictObject({
    ...asked,
    kind: z.literal('matching'),
    stem: text,
    groups: list(z.strictObject({ name: text, items: list(text, 1) }), 2).check(z.maxLength(5)),
    why: text,
  }),
  ordering: z.strictObject({
    ...asked,
    kind: z.literal('ordering'),
    stem: text,
    steps: list(text, 3).check(z.maxLength(6), says('in their right order')),
    why: text,
  }),
} as const

export const topicFile = z.strictObject({
  topic: slug.check(says('the name of the file')),
  title: text,
  notes: z._default(z.array(note), []),
  cards: z._default(
    z.array(
      z.discriminatedUnion('kind', [
        kinds.flashcard,
        kinds.cloze,
        kinds.numeric,
        kinds.calculation,
        kinds['multiple-choice'],
        kinds['multiple-response'],
        kinds.matching,
        kinds.ordering,
      ]),
    ),
    [],
  ),
})

export const deckFile = z.strictObject({
  deck: slug,
  title: text,
  exams: optional(
    z.record(
      z.string(),
      z.strictObject({
        title: text,
        questions: atLeast(1),
        unscored: atLeast(0),
        minutes: atLeast(1),
        pass: z.int(),
        scale: z.tuple([z.int(), z.int()]),
        domains: z.record(z.string(), z.strictObject({ title: text, weight: z.number().check(z.positive()) })),
        source: sources,
        verified: date,
      }),
    ),
  ),
  topics: optional(z.array(slug)).check(says('the topics in the order in which they are learnt')),
  synonyms: optional(z.array(list(text, 2))).check(says('words that search takes for one another')),
  covers: optional(lines).check(says('lines of the notes that must be taught by some note')),
})

export type TopicFile = z.infer<typeof topicFile>
export type NoteEntry = TopicFile['notes'][number]
export type CardEntry = TopicFile['cards'][number]

/** The schema that editors read, `content/deck.schema.json`. */
export const jsonSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A topic of a lambda-study deck, or its deck.yaml',
  anyOf: [topicFile, deckFile].map(shape => {
    const { $schema: _, ...rest } = z.toJSONSchema(shape, { io: 'input' })
    return rest
  }),
})
