import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, linkTopics } from '../../src/deck/link.ts'
import { readHeading, readTopic } from '../../src/deck/parse.ts'
import type { TopicFile } from '../../src/deck/schema.ts'
import { choice, cloze, expectFrame, flashcard, head, hinged, note, placed } from '../helpers/topic.ts'

const read = (text: string) => readTopic(text, 'content/limits.yaml')
const linked = (text: string, deck = 'lambda') => {
  const { entry, problems } = read(text)
  expect(problems).toEqual([])
  const [topic] = linkTopics([entry as TopicFile], deck)
  if (!topic) throw new Error('no topic')
  return topic
}

test('a topic comes out as it was written', () => {
  const text = `${head}notes:
  - id: max-timeout
    text: At most **15 minutes**.
    nuance: A durable execution may last longer.
    source: [https://docs.aws.amazon.com/a, https://docs.aws.amazon.com/b]
    verified: 2026-11-20
    exams: { CLF: 3, DVA: 1 }
    emphasis: critical
    lines: [60, "146-148"]
    was: [timeout, maximum]
cards:
  - id: figure
    note: max-timeout
    kind: cloze
    text: An invocation lasts at most {{15 minutes::how long}}.
    accept: [900 seconds, 15 min]
    retired: asked elsewhere
    was: old-figure
  - id: longest
    kind: flashcard
    front: How long?
    back: 15 minutes.
    why: It is a hard limit.
    exhibit: { language: json, text: '{ "Timeout": 900 }' }
    source: https://docs.aws.amazon.com/c
    verified: 2026-11-21
`
  expect(linked(text)).toMatchObject({
    id: 'limits',
    title: 'Runtime and limits',
    notes: [
      {
        id: 'lambda:limits/max-timeout',
        topic: 'limits',
        text: 'At most **15 minutes**.',
        nuance: 'A durable execution may last longer.',
        source: ['https://docs.aws.amazon.com/a', 'https://docs.aws.amazon.com/b'],
        verified: '2026-11-20',
        exams: { CLF: 3, DVA: 1 },
        emphasis: 'critical',
        lines: [60, 146, 147, 148],
        was: ['lambda:limits/timeout', 'lambda:limits/maximum'],
      },
    ],
    cards: [
      {
        id: 'lambda:limits/figure',
        topic: 'limits',
        idea: 'lambda:limits/max-timeout',
        kind: 'cloze',
        text: 'An invocation lasts at most {{15 minutes::how long}}.',
        accept: ['900 seconds', '15 min'],
        exams: { CLF: 3, DVA: 1 },
        source: [],
        was: ['lambda:limits/old-figure'],
        retired: 'asked elsewhere',
      },
      {
        id: 'lambda:limits/longest',
        idea: 'lambda:limits/longest',
        kind: 'flashcard',
        front: 'How long?',
        back: '15 minutes.',
        why: 'It is a hard limit.',
        exhibit: { language: 'json', text: '{ "Timeout": 900 }' },
        source: ['https://docs.aws.amazon.com/c'],
        verified: '2026-11-21',
        exams: {},
        was: [],
      },
    ],
  })
})

test('a multiple choice with hinges comes out with the right option of each', () => {
  const [card] = linked(`${head}cards:\n${hinged('long-job')}`).cards
  expect(card).toMatchObject({
    id: 'lambda:limits/long-job',
    idea: 'lambda:limits/long-job',
    kind: 'multiple-choice',
    decides: [],
    hinges: [
      { id: 'for-a-minute', text: 'for a minute', right: 'a', why: { b: 'Too much.' } },
      { id: 'for-an-hour', text: 'for an hour', right: 'b', why: { a: 'Too short.' } },
    ],
    options: [
      { id: 'a', right: false },
      { id: 'b', right: false },
      { id: 'c', right: false },
      { id: 'd', right: false },
    ],
  })
})

test('an option without an id is called by its text', () => {
  const text = choice('c').replace('- id: c\n        text: The way of c', '- text: "Amazon S3 & Glacier (cold)"')
  const [card] = linked(`${head}cards:\n${text}`).cards
  expect(card?.kind === 'multiple-choice' && card.options.map(option => option.id)).toEqual([
    'a',
    'b',
    'amazon-s3-glacier-cold',
    'd',
  ])
})

test.each([
  ['lambda', 'limits', 'lambda:limits/n', 'lambda:limits/c'],
  ['mine', 'mine:limits', 'mine:limits/n', 'mine:limits/c'],
])('in the deck %s a topic is called %s', (deck, id, noteId, cardId) => {
  const topic = linked(`${head}notes:\n${note('n')}cards:\n${flashcard('c', 'note: n')}`, deck)
  expect(topic.id).toBe(id)
  expect(topic.notes.map(one => one.id)).toEqual([noteId])
  expect(topic.cards.map(card => [card.id, card.idea])).toEqual([[cardId, noteId]])
})

const cards = (text: string) => `${head}cards:\n${text}`
const notes = (text: string) => `${head}notes:\n${text}`

test.each([
  ['a topic called otherwise than its file', 'topic-name', 'topic: ▸limit\ntitle: T\n'],
  ['two notes with one id', 'duplicate-id', notes(note('a') + note('▸a'))],
  ['two cards with one id', 'duplicate-id', cards(flashcard('a') + flashcard('▸a'))],
  ['a card with the id of a note', 'duplicate-id', `${notes(note('a'))}cards:\n${flashcard('▸a')}`],
  ['a card that was what another one is', 'duplicate-id', cards(flashcard('a') + flashcard('b', 'was: ▸a'))],
  ['two cards that were the same', 'duplicate-id', cards(flashcard('a', 'was: x') + flashcard('b', 'was: ▸[x]'))],
  ['a key that is not known', 'unknown-key', notes(note('a', '▸sorce: https://a.b'))],
  ['a key that another kind has', 'unknown-key', cards(flashcard('a', '▸stem: What?'))],
  ['prose in flow style', 'no-value', notes(note('a', 'exams: { DVA: 1, ▸and more }'))],
  ['a note without a source', 'missing-key', notes('  - ▸id: a\n    text: T\n    verified: 2026-11-23\n')],
  ['a note without text', 'missing-key', notes(note('a').replace('    text: It is so.\n', '').replace('id:', '▸id:'))],
  ['a topic without a title', 'missing-key', '▸topic: limits\n'],
  ['cards without a value', 'no-value', `${head}cards:▸`],
  ['cards that are no list', 'wrong-type', `${head}cards: ▸none\n`],
  ['a card that is a text', 'wrong-type', cards('  - ▸What is it?\n')],
  ['a figure where text is due', 'wrong-type', cards(flashcard('a').replace('That.', '▸15'))],
  ['a figure among other answers', 'wrong-type', cards(cloze('a', 'It is {{two}}.', 'accept: [▸2]'))],
  ['a figure as the other answer', 'wrong-type', cards(cloze('a', 'It is {{two}}.', 'accept: ▸2'))],
  ['a figure as an id', 'wrong-type', notes(note('▸2026'))],
  ['an id with capitals', 'wrong-form', notes(note('▸maxTimeout'))],
  ['an id of a megabyte', 'wrong-form', notes(note(`▸${'a-'.repeat(500_000)}a`))],
  ['an id that is a path', 'wrong-form', notes(note('▸../../etc/passwd'))],
  ['__proto__ as an id', 'wrong-form', notes(note('▸__proto__'))],
  ['__proto__ as an option', 'wrong-form', cards(choice('q', { options: ['a*', 'b', 'c', '▸__proto__'] }))],
  ['__proto__ as a key', 'unknown-key', notes(note('a', '▸__proto__: { id: b }'))],
  ['__proto__ as an exam', 'unknown-key', notes(note('a', 'exams: { ▸__proto__: 3 }'))],
  ['constructor as a key', 'unknown-key', notes(note('a', '▸constructor: b'))],
  ['a date that is none', 'wrong-form', notes(note('a').replace('2026-11-23', '▸2026-13-45'))],
  ['a date in words', 'wrong-form', notes(note('a').replace('2026-11-23', '▸last Monday'))],
  ['a source that is no address', 'wrong-form', notes(note('a').replace('https://docs', '▸docs'))],
  ['a script as a source', 'wrong-form', notes(note('a').replace('https://docs', '▸javascript:docs'))],
  [
    'one of the sources that is no address',
    'wrong-form',
    notes(note('a').replace('https://docs.aws.amazon.com/x', '[https://a.b, ▸docs]')),
  ],
  ['an emphasis that is not known', 'wrong-value', notes(note('a', 'emphasis: ▸loud'))],
  ['domain 0', 'too-few', notes(note('a', 'exams: { DVA: ▸0 }'))],
  ['a domain with a name', 'wrong-type', notes(note('a', 'exams: { DVA: ▸one }'))],
  ['a line that is a word', 'wrong-form', notes(note('a', 'lines: [1, ▸first]'))],
  ['a range of lines that runs backwards', 'line-range', notes(note('a', 'lines: [1, ▸"9-7"]'))],
  ['a range of lines without an end', 'wrong-form', notes(note('a', 'lines: [▸"1-99999999999"]'))],
  ['a range of lines far too long', 'line-range', notes(note('a', 'lines: [▸"1-9999"]'))],
  ['a kind that is not known', 'unknown-kind', cards(flashcard('a').replace('flashcard', '▸essay'))],
  ['a card without a kind', 'missing-key', cards('  - ▸id: a\n    front: What?\n    back: That.\n')],
  ['an empty front', 'too-few', cards(flashcard('a').replace('What is a?', '▸""'))],
  ['a cloze without a gap', 'gap', cards(cloze('a', '▸It is so.'))],
  ['a cloze with two gaps', 'gap', cards(cloze('a', '▸It {{is}} {{so}}.'))],
  ['a cloze with an empty gap', 'gap', cards(cloze('a', '▸It is {{ }}.'))],
  ['a cloze with nothing but a hint', 'gap', cards(cloze('a', '▸It is {{::how}}.'))],
  ['a cloze whose gap is not closed', 'gap', cards(cloze('a', '▸It is {{so}.'))],
  ['a cloze whose answer has the sign of a hint', 'gap', cards(cloze('a', '▸The type is {{AWS::Lambda::Function}}.'))],
  [
    'three options',
    'too-few',
    cards(choice('q', { options: ['a*', 'b', 'c'] }).replace('options:\n      -', 'options:\n      ▸-')),
  ],
  [
    'nine options',
    'too-many',
    cards(choice('q', { options: 'a* b c d e f g h i'.split(' ') }).replace('options:\n      -', 'options:\n      ▸-')),
  ],
  [
    'two right options',
    'right-options',
    cards(choice('q', { options: ['a*', 'b*', 'c', 'd'] }).replace('options:\n      -', 'options:\n      ▸-')),
  ],
  [
    'no right option',
    'right-options',
    cards(choice('q', { options: ['a', 'b', 'c', 'd'] }).replace('options:\n      -', 'options:\n      ▸-')),
  ],
  ['an option that is wrong in words', 'wrong-value', cards(choice('q').replace('right: true', 'right: ▸false'))],
  [
    'an option without a why',
    'missing-key',
    cards(choice('q').replace('        why: Because.\n        right', '        right').replace('- id: a', '- ▸id: a')),
  ],
  [
    'two options with one id',
    'duplicate-option',
    cards(choice('q', { options: ['a*', 'b', 'c', '▸b'] }).replace('id: ▸b', '▸id: b')),
  ],
  ['two options with one text', 'twice', cards(choice('q').replace('The way of d', '▸the way  of **b**.'))],
  [
    'two right options of a multiple response with one text',
    'twice',
    cards(
      choice('q', { stem: 'Which TWO fit most?', options: ['a*', 'b*', 'c', 'd', 'e'] }).replace(
        'The way of b',
        '▸The way of a',
      ),
    ),
  ],
  ['a card that nothing decides', 'no-decider', cards(choice('▸q', { decides: '' }).replace('id: ▸', '▸id: '))],
  ['a decider that is not in the stem', 'decider-not-in-stem', cards(choice('q', { decides: '▸least' }))],
  [
    'one decider of two that is not in the stem',
    'decider-not-in-stem',
    cards(choice('q', { decides: '[most, ▸least]' })),
  ],
  ['a stem with {hinge} and no hinges', 'no-hinges', cards(choice('q', { stem: '▸What runs {hinge} the most?' }))],
  ['hinges without {hinge}', 'no-hinge', cards(hinged('q', undefined, { stem: '▸What runs?' }))],
  ['hinges with a decider', 'decides-and-hinges', cards(hinged('q', undefined, { decides: '▸that runs' }))],
  [
    'hinges with a right option',
    'right-and-hinges',
    cards(hinged('q', undefined, { options: ['a', 'b', 'c*', 'd'] }).replace('right: true', 'right: ▸true')),
  ],
  [
    'a hinge alone',
    'too-few',
    cards(
      choice('q', {
        stem: 'What runs {hinge}?',
        decides: '',
        rest: ['hinges:', '  ▸- { text: x, right: a, why: {} }'],
        options: ['a', 'b', 'c', 'd'],
      }),
    ),
  ],
  [
    'hinges that make one option right',
    'same-right',
    cards(
      hinged('q', ['text: for an hour', 'right: a', 'why: {}']).replace(
        '  - text: for a minute',
        '  ▸- text: for a minute',
      ),
    ),
  ],
  [
    'two hinges with one id',
    'duplicate-hinge',
    cards(hinged('q', ['▸text: For a minute.', 'right: b', 'why: { a: Too short. }'])),
  ],
  [
    'two hinges with one text',
    'twice',
    cards(hinged('q', ['id: other', 'text: ▸For a minute', 'right: b', 'why: { a: Too short. }'])),
  ],
  [
    'a hinge that says why its right option is wrong',
    'why-of-right',
    cards(hinged('q', ['text: for an hour', 'right: b', 'why: { a: Too short., ▸b: Too long. }'])),
  ],
  [
    'a third hinge without a why for one of the others',
    'hinge-without-why',
    cards(
      hinged('q', ['text: for an hour', 'right: b', 'why: { a: Too short., c: Late. }'], {
        rest: ['  - text: for a day', '    right: c', '    why: ▸{ a: Too short. }'],
      }).replace('why: { b: Too much. }', 'why: { b: Too much., c: Late. }'),
    ),
  ],
  [
    'nine hinges',
    'too-many',
    cards(
      hinged('q', undefined, {
        rest: Array.from({ length: 7 }, (_, i) => `  - { text: for ${i} days, right: a, why: { b: No. } }`),
      }).replace('hinges:\n      -', 'hinges:\n      ▸-'),
    ),
  ],
  [
    'a hinge whose option is not there',
    'unknown-option',
    cards(hinged('q', ['text: for an hour', 'right: ▸x', 'why: { a: Too short. }'])),
  ],
  [
    'a hinge that says why of an option that is not there',
    'unknown-option',
    cards(hinged('q', ['text: for an hour', 'right: b', 'why: { a: Too short., ▸x: What? }'])),
  ],
  [
    'a hinge without a why',
    'hinge-without-why',
    cards(hinged('q', ['text: for an hour', 'right: b', 'why: ▸{ c: Never. }'])),
  ],
  [
    'a hinge without a why for an option of a strange name',
    'hinge-without-why',
    cards(
      hinged('q', ['text: for an hour', 'right: b', 'why: ▸{ c: Never. }'])
        .replaceAll('right: a', 'right: constructor')
        .replace('id: a', 'id: constructor'),
    ),
  ],
  [
    'a multiple response with one right option',
    'right-options',
    cards(
      choice('q', { stem: 'Which TWO fit most?', options: ['a*', 'b', 'c', 'd', 'e'] }).replace(
        'options:\n      -',
        'options:\n      ▸-',
      ),
    ),
  ],
  [
    'a multiple response with four right options',
    'right-options',
    cards(
      choice('q', { stem: 'Which TWO fit most?', options: ['a*', 'b*', 'c*', 'd*', 'e'] }).replace(
        'options:\n      -',
        'options:\n      ▸-',
      ),
    ),
  ],
  [
    'a multiple response that says TWO and means three',
    'no-count',
    cards(choice('q', { stem: '▸Which TWO fit most?', options: ['a*', 'b*', 'c*', 'd', 'e'] })),
  ],
  [
    'a multiple response that does not say how many',
    'no-count',
    cards(
      choice('q', { stem: 'Which TWO fit most?', options: ['a*', 'b*', 'c', 'd', 'e'] }).replace(
        'Which TWO fit',
        '▸Which fit',
      ),
    ),
  ],
  ['control characters in a card', 'control-character', cards(flashcard('a').replace('That.', '▸"a\\e[8mb"'))],
  [
    'a hidden letter in an option',
    'control-character',
    cards(choice('q').replace('The way of b', '▸The way of\u200b b')),
  ],
])('%s is a problem in its place', (_, code, marked) => {
  const { text, line, column } = placed(marked)
  const { problems, entry } = read(text)
  expect(problems.map(problem => [problem.code, problem.line, problem.column])).toContainEqual([code, line, column])
  expect(entry === undefined).toBe(code !== 'control-character')
  for (const problem of problems) expectFrame(text, problem)
})

test('each fault of a card is found, and none hides another', () => {
  const { problems } = read(
    cards(choice('a', { decides: 'least', options: ['a*', 'b*', 'c', 'd'] }) + cloze('a', 'No gap.')),
  )
  expect(problems.map(problem => problem.code)).toEqual(['duplicate-id', 'decider-not-in-stem', 'right-options', 'gap'])
})

test.each([
  ['all the exams of its note', [], { CLF: 3, DVA: 1 }],
  ['those that it names', ['exams: [DVA]'], { DVA: 1 }],
  ['none that its note does not have', ['exams: [SAA, CLF]'], { CLF: 3 }],
  ['none by a name of the prototype', ['exams: [constructor, DVA]'], { DVA: 1 }],
  ['its own domain', ['exams: { SAA: 4 }'], { SAA: 4 }],
])('a card has %s', (_, lines, exams) => {
  const own = `${notes(note('n', 'exams: { CLF: 3, DVA: 1 }'))}cards:\n${flashcard('c', 'note: n', ...lines)}`
  expect(linked(own).cards[0]?.exams).toEqual(exams)
})

test('a card whose note is in another topic has the exams of that note', () => {
  const scaling = readTopic(
    `topic: scaling\ntitle: Scaling\nnotes:\n${note('n', 'exams: { SAA: 3, DVA: 1 }')}`,
    'scaling.yaml',
  )
  const limits = read(cards(flashcard('all', 'note: scaling/n') + flashcard('one', 'note: scaling/n', 'exams: [SAA]')))
  const topics = linkTopics([limits.entry, scaling.entry] as TopicFile[], 'lambda')
  expect(topics[0]?.cards.map(card => [card.topic, card.idea, card.exams])).toEqual([
    ['limits', 'lambda:scaling/n', { SAA: 3, DVA: 1 }],
    ['limits', 'lambda:scaling/n', { SAA: 3 }],
  ])
})

test('a card without a note is its own idea, with the exams that it says', () => {
  const [card] = linked(cards(flashcard('c', 'exams: { DVA: 2 }'))).cards
  expect(card).toMatchObject({ idea: 'lambda:limits/c', exams: { DVA: 2 } })
})

test('old ids are of the same topic', () => {
  const topic = linked(`${notes(note('n', 'was: [m, o]'))}cards:\n${flashcard('c', 'was: b')}`)
  expect(topic.notes[0]?.was).toEqual(['lambda:limits/m', 'lambda:limits/o'])
  expect(topic.cards[0]?.was).toEqual(['lambda:limits/b'])
})

test.each([
  [
    [1, 5],
    [1, 5],
  ],
  [
    ['3-6', 9],
    [3, 4, 5, 6, 9],
  ],
  [['7-7'], [7]],
  [undefined, []],
])('the lines %j are %j', (written, lines) => {
  expect(linesOf(written)).toEqual(lines)
})

const heading = `deck: mine
title: My deck
exams:
  DVA: { title: Developer, questions: 65, unscored: 15, minutes: 130, pass: 720, scale: [100, 1000], domains: { 1: { title: Development, weight: 32 } }, source: https://a.b, verified: 2026-11-23 }
topics: [b, a]
synonyms: [[cold start, cold boot]]
covers: ["1-3", 7]
`

test('a deck.yaml gives exams, order, synonyms and the lines to be taught', () => {
  const { heading: read, problems } = readHeading(heading, 'deck.yaml')
  expect(problems).toEqual([])
  expect(read).toMatchObject({
    name: 'mine',
    title: 'My deck',
    exams: { DVA: { domains: { 1: { title: 'Development', weight: 32 } }, source: ['https://a.b'] } },
    order: ['b', 'a'],
    synonyms: [['cold start', 'cold boot']],
    covers: [1, 2, 3, 7],
  })
})

test.each([
  ['a name with a space', 'wrong-form', heading.replace('mine', '▸My deck')],
  [
    'an exam without a pass mark',
    'missing-key',
    heading.replace('{ title: Dev', '▸{ title: Dev').replace('pass: 720, ', ''),
  ],
  ['a domain that weighs nothing', 'too-few', heading.replace('weight: 32', 'weight: ▸0')],
  ['a word that has no synonym', 'too-few', heading.replace('[cold start, cold boot]', '▸[cold start]')],
  ['lines that run backwards', 'line-range', heading.replace('"1-3"', '▸"3-1"')],
  ['a scale of three', 'too-many', heading.replace('[100, 1000]', '▸[100, 200, 1000]')],
  ['a comma in flow style', 'unknown-key', heading.replace('title: Developer', 'title: Billing, ▸Pricing')],
])('%s in deck.yaml is a problem in its place', (_, code, marked) => {
  const { text, line, column } = placed(marked)
  const { problems, heading: none } = readHeading(text, 'deck.yaml')
  expect(problems.map(problem => [problem.code, problem.line, problem.column])).toContainEqual([code, line, column])
  expect(none).toBeUndefined()
})

/** A good topic with parts of it cut, doubled or swapped for something else. */
const good = `${notes(note('n', 'exams: { DVA: 1 }', 'lines: ["1-3"]'))}cards:\n${flashcard('f')}${cloze('g', 'It is {{so}}.')}${choice('h')}${hinged('i')}`
const spoilt = fc
  .array(
    fc.tuple(
      fc.nat(good.length),
      fc.nat(30),
      fc.oneof(
        fc.constantFrom(
          ...[
            '"',
            "'",
            '\n',
            '\n  ',
            '- ',
            ': ',
            '{',
            '}',
            '[',
            ']',
            '|',
            '*a',
            '&a ',
            '~',
            '1',
            '\t',
            '{{',
            '{hinge}',
            '__proto__',
          ],
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(cuts => cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), good))

test('a topic spoilt in any way gives problems or a topic that can be linked, and never throws', () => {
  fc.assert(
    fc.property(spoilt, text => {
      const { entry, problems } = read(text)
      if (entry) linkTopics([entry], 'mine')
      else expect(problems.length).toBeGreaterThan(0)
      readHeading(text, 'deck.yaml')
    }),
    { numRuns: 600 },
  )
})
