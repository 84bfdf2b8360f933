import {
  builtIn,
  type Card,
  type CardId,
  type Deck,
  type Exam,
  type ExamTags,
  type IdeaId,
  type Note,
  type Option,
  type Topic,
  type TopicId,
} from '../../src/deck/deck.ts'
import { type Bank, bankOf } from '../../src/study/bank.ts'

/** The faces that an idea of a tiny deck can have. `hinged` is a multiple choice whose story changes. */
export type Face = 'flashcard' | 'cloze' | 'choice' | 'hinged' | 'response'
export type TinyIdea = {
  /** In the deck's order; the id of a card is its idea's with the face behind it: `timeout-choice`. */
  readonly faces: readonly Face[]
  readonly exams?: ExamTags
  /** The exams of a single face, where it has its own. */
  readonly examsOf?: Readonly<Partial<Record<Face, ExamTags>>>
  readonly emphasis?: Note['emphasis']
  readonly was?: readonly string[]
  /** Ids that faces had before. */
  readonly faceWas?: Readonly<Partial<Record<Face, readonly string[]>>>
  readonly retired?: readonly Face[]
  /** The papers that faces are kept for. */
  readonly sealed?: Readonly<Partial<Record<Face, 'A' | 'B'>>>
}
/** Topic to idea to its faces, as a list or as words: `{ limits: { timeout: 'flashcard choice' } }`. */
export type TinyDeck = Readonly<Record<string, Readonly<Record<string, TinyIdea | string>>>>

const exam = (title: string): Exam => ({
  title,
  questions: 65,
  unscored: 15,
  minutes: 130,
  pass: 720,
  scale: [100, 1000],
  domains: { 1: { title: 'Development', weight: 60 }, 2: { title: 'Security', weight: 40 } },
  source: ['https://example.com/exam'],
  verified: '2026-11-23',
})

/** Both exams; every idea of a tiny deck is in DVA unless it says otherwise. */
export const exams = { DVA: exam('Developer'), SAA: exam('Architect') } as const

export function tinyDeck(topics: TinyDeck, name: string = builtIn, examined: Deck['exams'] = exams): Deck {
  const id = (topic: string, own: string) => `${name}:${topic}/${own}`
  return {
    name,
    title: name,
    exams: examined,
    synonyms: [],
    topics: Object.entries(topics).map(([topic, ideas]): Topic => {
      const topicId = (name === builtIn ? topic : `${name}:${topic}`) as TopicId
      const whole = Object.entries(ideas).map(
        ([idea, given]) => [idea, typeof given === 'string' ? { faces: given.split(' ') as Face[] } : given] as const,
      )
      const notes = whole.map(
        ([idea, { exams: tags = { DVA: 1 }, emphasis, was = [] }]): Note => ({
          id: id(topic, idea) as IdeaId,
          topic: topicId,
          text: `What ${idea} is.`,
          source: ['https://example.com'],
          verified: '2026-11-23',
          exams: tags,
          ...(emphasis && { emphasis }),
          lines: [],
          was: was.map(old => id(topic, old) as IdeaId),
        }),
      )
      const cards = whole.flatMap(
        ([idea, { faces, exams: tags = { DVA: 1 }, examsOf, faceWas, retired = [], sealed }]) =>
          faces.map(face =>
            cardOf(face, {
              id: id(topic, `${idea}-${face}`) as CardId,
              topic: topicId,
              idea: id(topic, idea) as IdeaId,
              why: 'Because.',
              source: [],
              exams: examsOf?.[face] ?? tags,
              was: (faceWas?.[face] ?? []).map(old => id(topic, old) as CardId),
              ...(retired.includes(face) && { retired: 'out of date' }),
              ...(sealed?.[face] && { sealed: sealed[face] }),
            }),
          ),
      )
      return { id: topicId, title: topic, notes, cards }
    }),
  }
}

export const tinyBank = (topics: TinyDeck): Bank => bankOf([tinyDeck(topics)])

type Asked = Pick<Card, 'id' | 'topic' | 'idea' | 'source' | 'exams' | 'was'> & {
  readonly why: string
  readonly retired?: string
  readonly sealed?: 'A' | 'B'
}

function cardOf(face: Face, asked: Asked): Card {
  const options = (rights: readonly string[]): readonly Option[] =>
    ['queue', 'topic', 'stream', 'bus', 'table', 'bucket'].map(option => ({
      id: option,
      text: `an ${option}`,
      why: `Why ${option}.`,
      right: rights.includes(option),
    }))
  switch (face) {
    case 'flashcard':
      return { ...asked, kind: 'flashcard', front: `What is ${asked.id}?`, back: 'This.' }
    case 'cloze':
      return { ...asked, kind: 'cloze', text: 'It is {{blue::colour}}.', accept: ['azure'] }
    case 'choice':
      return {
        ...asked,
        kind: 'multiple-choice',
        stem: 'Which one?',
        options: options(['queue']),
        hinges: [],
        decides: ['one'],
      }
    case 'hinged':
      return {
        ...asked,
        kind: 'multiple-choice',
        stem: 'A team needs {hinge}. Which one?',
        options: options([]),
        hinges: [
          { id: 'once', text: 'each message once', right: 'queue', why: { topic: 'It gives one to all.' } },
          { id: 'all', text: 'each message at all', right: 'topic', why: { queue: 'It gives one to one.' } },
        ],
        decides: [],
      }
    case 'response':
      return {
        ...asked,
        kind: 'multiple-response',
        stem: 'Which TWO?',
        options: options(['queue', 'topic']),
        decides: ['TWO'],
      }
  }
}

/** Full ids of the built-in deck. */
export const ideaId = (name: string): IdeaId => `${builtIn}:${name}` as IdeaId
export const cardId = (name: string): CardId => `${builtIn}:${name}` as CardId

/** Ideas with every kind of face in four topics. */
export const everyFace: TinyDeck = {
  limits: { timeout: 'flashcard choice', memory: 'cloze hinged', payload: 'flashcard cloze choice hinged response' },
  pricing: { request: 'flashcard response', duration: 'cloze choice' },
  triggers: { queue: 'hinged', topic: 'flashcard hinged', stream: 'choice response' },
  basics: { handler: 'flashcard', runtime: 'cloze' },
}
