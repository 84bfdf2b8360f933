import * as z from 'zod'

const text = z.string().min(1)
// The length comes first: a regular expression of repeated groups overflows on a name of a megabyte.
const slug = z.string().regex(/^(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$/)
const date = z.iso.date()
const url = z.string().regex(/^https?:\/\/\S+$/)
/** `max-timeout` in the same topic, `limits/max-timeout` in another. */
const reference = z.string().regex(/^(?=.{1,400}$)([a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*$/)
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)])
const lines = z.array(z.union([z.int().min(1), z.string().regex(/^\d{1,4}-\d{1,4}$/)])).max(100)
const sources = oneOrMore(url).describe('where it can be read, one address or several')
const domains = z.record(z.string(), z.int().min(1)).describe('exam: domain')

const note = z.strictObject({
  id: slug,
  text: text.describe('the statement, as the exam has it'),
  nuance: text.optional().describe('what is really true, where the statement is simplified'),
  source: sources,
  verified: date.describe('the day on which the source was read'),
  exams: domains.optional().describe('exam: domain; absent: awareness only'),
  emphasis: z.enum(['important', 'critical', 'favorite', 'trap', 'scenario', 'decision', 'detail']).optional(),
  lines: lines.optional(),
  was: oneOrMore(slug).optional().describe('ids that it had before; its history is carried over'),
})

const asked = {
  id: slug.describe('permanent: the review log names the card by it'),
  note: reference.optional().describe('the idea: a note of this topic, or topic/note'),
  exhibit: z.strictObject({ language: text, text }).optional().describe('a policy, an event, a log line'),
  source: sources.optional(),
  verified: date.optional(),
  exams: z
    .union([z.array(text).min(1), domains])
    .optional()
    .describe('narrows the exams of its note, or sets its own domain'),
  was: oneOrMore(slug).optional(),
  retired: text.optional().describe('why it is asked no more'),
  sealed: z.enum(['A', 'B']).optional().describe('kept for this exam paper until it has been sat'),
}

const option = z.strictObject({
  id: slug.optional().describe('left out: a slug of the text'),
  text,
  why: text.describe('why it is right, or what was mixed up'),
  right: z.literal(true).optional(),
  confuses: reference.optional().describe('the idea that it is mistaken for'),
})
const hinge = z.strictObject({
  id: slug.optional(),
  text,
  right: slug.describe('the id of the option that is right with this phrase'),
  why: z.record(z.string(), text).describe("option id: why another hinge's right option is wrong here"),
})
const decides = oneOrMore(text).optional().describe('the phrase of the stem that decides, word for word')

const unit = z.string().optional()
const given = z.union([
  z.strictObject({ from: z.number(), to: z.number(), step: z.number().positive(), unit }),
  z.strictObject({ of: z.array(z.number()).min(1), unit }),
])
const formula = z.string().min(1).max(400)

/** One entry for each kind of card. */
const kinds = {
  flashcard: z.strictObject({ ...asked, kind: z.literal('flashcard'), front: text, back: text, why: text.optional() }),
  cloze: z.strictObject({
    ...asked,
    kind: z.literal('cloze'),
    text: text.describe('with one {{answer}} or {{answer::hint}}'),
    accept: oneOrMore(text).optional().describe('other right answers'),
    why: text.optional(),
  }),
  'multiple-choice': z.strictObject({
    ...asked,
    kind: z.literal('multiple-choice'),
    stem: text,
    options: z.array(option).min(4).max(8).describe('four are shown'),
    hinges: z.array(hinge).min(2).max(8).optional().describe('deciding phrases for {hinge} in the stem'),
    decides,
    why: text,
  }),
  'multiple-response': z.strictObject({
    ...asked,
    kind: z.literal('multiple-response'),
    stem: text,
    options: z.array(option).min(5).max(8).describe('five are shown, six when three are right'),
    decides,
    why: text,
  }),
  numeric: z.strictObject({
    ...asked,
    kind: z.literal('numeric'),
    stem: text,
    answer: text.describe('a figure with its unit, like 15 min or 10240 MB'),
    tolerance: z.number().min(0).optional().describe('in the unit of the answer; left out: 0'),
    why: text,
  }),
  calculation: z.strictObject({
    ...asked,
    kind: z.literal('calculation'),
    stem: text.describe('{name} stands for a given value, {= formula} for a result'),
    given: z
      .record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/), given)
      .describe('the values that are drawn anew each time'),
    formula: formula.describe('names, numbers, + - * / ^ ( ), min, max, ceil, floor, round'),
    unit: z.string(),
    tolerance: z.number().min(0).describe('in that unit'),
    mistakes: z
      .array(z.strictObject({ formula, says: text }))
      .optional()
      .describe('wrong ways, named when taken'),
    solution: text.describe('the way, with the drawn numbers filled in'),
    why: text,
  }),
  matching: z.strictObject({
    ...asked,
    kind: z.literal('matching'),
    stem: text,
    groups: z
      .array(z.strictObject({ name: text, items: z.array(text).min(1) }))
      .min(2)
      .max(5),
    why: text,
  }),
  ordering: z.strictObject({
    ...asked,
    kind: z.literal('ordering'),
    stem: text,
    steps: z.array(text).min(3).max(6).describe('in their right order'),
    why: text,
  }),
} as const

export const topicFile = z.strictObject({
  topic: slug.describe('the name of the file'),
  title: text,
  notes: z.array(note).default([]),
  cards: z
    .array(
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
    )
    .default([]),
})

export const deckFile = z.strictObject({
  deck: slug,
  title: text,
  exams: z
    .record(
      z.string(),
      z.strictObject({
        title: text,
        questions: z.int().min(1),
        unscored: z.int().min(0),
        minutes: z.int().min(1),
        pass: z.int(),
        scale: z.tuple([z.int(), z.int()]),
        domains: z.record(z.string(), z.strictObject({ title: text, weight: z.number().positive() })),
        source: sources,
        verified: date,
      }),
    )
    .optional(),
  topics: z.array(slug).optional().describe('the topics in the order in which they are learnt'),
  synonyms: z.array(z.array(text).min(2)).optional().describe('words that search takes for one another'),
  covers: lines.optional().describe('lines of the notes that must be taught by some note'),
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
