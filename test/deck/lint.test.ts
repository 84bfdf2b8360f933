import { expect, test } from 'vitest'
import { lint } from '../../src/deck/lint.ts'
import { type Heading, readTopic } from '../../src/deck/parse.ts'
import { choice, cloze, flashcard, hinged, note, placed } from '../helpers/topic.ts'

const heading: Heading = {
  name: 'lambda',
  title: 'T',
  exams: {
    DVA: {
      title: 'Developer',
      questions: 65,
      unscored: 15,
      minutes: 130,
      pass: 720,
      scale: [100, 1000],
      domains: { 1: { title: 'Development', weight: 60 }, 2: { title: 'Security', weight: 40 } },
      source: ['https://a.b'],
      verified: '2026-11-23',
    },
  },
  synonyms: [],
  covers: [],
  order: [],
}

const topic = (name: string, notes: string, cards: string) =>
  `topic: ${name}\ntitle: T\n${notes === '' ? '' : `notes:\n${notes}`}${cards === '' ? '' : `cards:\n${cards}`}`
const limits = (notes: string, cards: string) => topic('limits', notes, cards)

/** The problems of topics by their names; `limits` is the one that a test is about. */
const lintOf = (files: Readonly<Record<string, string>>, over: Partial<Heading> = {}) =>
  lint(
    Object.entries(files).map(([file, text]) => readTopic(text, `${file}.yaml`)),
    { ...heading, ...over },
  )
const codesOf = (text: string) =>
  lintOf({ limits: text }).map(({ code, level, line, column }) => [code, level, line, column])

const faces = (id: string) =>
  flashcard(`${id}-recall`, `note: ${id}`) + choice(`${id}-applied`, { rest: [`note: ${id}`] })
const held = limits(note('n', 'exams: { DVA: 1 }'), faces('n'))

/** A hinged card whose option `id` says why in these words. */
const reasoned = (id: string, why: string, over: Parameters<typeof hinged>[2] = {}) =>
  hinged('q', undefined, over).replace(
    `text: The way of ${id}\n        why: Because.`,
    `text: The way of ${id}\n        why: ${why}`,
  )
/** A hinged card whose second hinge makes "Another queue or bus" right. */
const telling = (hinge: string, stem?: string) =>
  hinged('q', [`text: ${hinge}`, 'right: b', 'why: { a: No. }'], stem === undefined ? {} : { stem }).replace(
    'The way of b',
    'Another queue or bus',
  )

test('a sound topic has no problem', () => {
  expect(lintOf({ limits: held })).toEqual([])
})

test.each([
  ['a card of a note that is not there', 'unknown-idea', 'error', limits('', flashcard('a', 'note: ▸x'))],
  ['a card of a topic that is not there', 'unknown-idea', 'error', limits('', flashcard('a', 'note: ▸scaling/x'))],
  [
    'an option that confuses what is not there',
    'unknown-idea',
    'error',
    limits('', choice('q').replace('text: The way of b', 'confuses: ▸x\n        text: The way of b')),
  ],
  [
    'a note for an exam that is not there',
    'unknown-exam',
    'error',
    limits(note('n', 'exams: ▸{ DVA: 1, SOA: 1 }'), faces('n')),
  ],
  [
    'a note for an exam by a name of the prototype',
    'unknown-exam',
    'error',
    limits(note('n', 'exams: ▸{ constructor: 1 }'), faces('n')),
  ],
  [
    'a note for a domain that is not there',
    'unknown-domain',
    'error',
    limits(note('n', 'exams: ▸{ DVA: 7 }'), faces('n')),
  ],
  ['a card for an exam that is not there', 'unknown-exam', 'error', limits('', flashcard('a', 'exams: ▸[SOA]'))],
  [
    'a card for a domain that is not there',
    'unknown-domain',
    'error',
    limits('', flashcard('a', 'exams: ▸{ DVA: 3 }')),
  ],
  ['an examined note without a card', 'note-without-card', 'warning', limits(note('▸n', 'exams: { DVA: 1 }'), '')],
  [
    'an examined note whose only card is retired',
    'note-without-card',
    'warning',
    limits(note('▸n', 'exams: { DVA: 1 }'), flashcard('a', 'note: n', 'retired: old')),
  ],
  [
    'an examined note without a recall face',
    'no-recall-face',
    'warning',
    limits(note('▸n', 'exams: { DVA: 1 }'), choice('q', { rest: ['note: n'] })),
  ],
  [
    'an examined note without an applied face',
    'no-applied-face',
    'warning',
    limits(note('▸n', 'exams: { DVA: 1 }'), flashcard('a', 'note: n') + cloze('b', 'It is {{so}}.', 'note: n')),
  ],
  [
    'two cards that ask the same',
    'duplicate-stem',
    'error',
    limits(
      '',
      flashcard('a').replace('What is a', 'What is it') +
        flashcard('b').replace('- id: b', '- ▸id: b').replace('What is b', 'what  is it'),
    ),
  ],
  [
    'the same gap twice',
    'duplicate-stem',
    'error',
    limits('', cloze('a', 'It is {{so}}.') + cloze('▸b', 'It is {{thus}}.').replace('id: ▸', '▸id: ')),
  ],
  [
    'all of the above',
    'all-of-the-above',
    'warning',
    limits('', choice('q').replace('text: The way of d', 'text: ▸All of the above')),
  ],
  [
    'none of the other options',
    'all-of-the-above',
    'warning',
    limits('', choice('q').replace('text: The way of d', 'text: ▸None of the others')),
  ],
  [
    'a question for what is not so',
    'hidden-not',
    'warning',
    limits('', choice('q', { stem: '▸It runs. Which does most not apply?' })),
  ],
  [
    'a question for the exception',
    'hidden-not',
    'warning',
    limits('', choice('q', { stem: '▸All fit except which most?' })),
  ],
  [
    'three right options of five',
    'few-distractors',
    'warning',
    limits(
      '',
      choice('q', { stem: 'Which THREE fit most?', options: ['a*', 'b*', 'c*', 'd', 'e'] }).replace(
        'options:\n      -',
        'options:\n      ▸-',
      ),
    ),
  ],
  [
    'a hinge that the stem says as well',
    'hinge-in-stem',
    'warning',
    limits(
      '',
      hinged('q', undefined, { stem: 'It runs for an  hour. What fits q {hinge}?' }).replace(
        'for an hour',
        '▸for an hour',
      ),
    ),
  ],
  [
    'a hinge with a word that its right option alone repeats',
    'hinge-gives-away',
    'warning',
    limits(
      '',
      hinged('q', ['text: ▸for many queues', 'right: b', 'why: { a: Too short. }']).replace(
        'The way of b',
        'The queue after others',
      ),
    ),
  ],
  [
    'a distractor whose reason holds under one hinge',
    'why-of-one-hinge',
    'warning',
    limits('', reasoned('c', '▸One cannot wait that runs for an hour.')),
  ],
  [
    'an option that two hinges make right, with the reason of one',
    'why-of-one-hinge',
    'warning',
    limits(
      '',
      reasoned('a', '▸It lasts for a minute.', {
        rest: ['  - text: for a day', '    right: a', '    why: { b: Too much. }'],
      }),
    ),
  ],
])('%s is a problem in its place', (_, code, level, marked) => {
  const { text, line, column } = placed(marked)
  expect(codesOf(text)).toEqual([[code, level, line, column]])
})

test.each([
  ['a card of a note of its topic', limits(note('n'), flashcard('a', 'note: n'))],
  ['a card of another card', limits('', flashcard('a') + flashcard('b', 'note: a'))],
  [
    'an option that confuses a note',
    limits(note('n'), choice('q').replace('text: The way of b', 'confuses: n\n        text: The way of b')),
  ],
  [
    'a card that narrows its exams',
    limits(note('n', 'exams: { DVA: 1 }'), faces('n') + flashcard('a', 'note: n', 'exams: [DVA]')),
  ],
  ['a note that no exam asks, without a card', limits(note('n'), '')],
  ['a note that no exam asks, with one face', limits(note('n'), flashcard('a', 'note: n'))],
  [
    'two gaps in one sentence',
    limits('', cloze('a', 'It is {{so}} and not thus.') + cloze('b', 'It is so and not {{thus}}.')),
  ],
  [
    'two stems that differ by a figure',
    limits('', flashcard('a').replace('What is a', 'What is 15') + flashcard('b').replace('What is b', 'What is 14')),
  ],
  [
    'two stems that differ by a sign',
    limits('', flashcard('a').replace('What is a', 'What is C#') + flashcard('b').replace('What is b', 'What is C++')),
  ],
  [
    'two stems in letters of another script',
    limits('', flashcard('a').replace('What is a', '関数とは') + flashcard('b').replace('What is b', '層とは')),
  ],
  [
    'two stems without a letter',
    limits('', flashcard('a').replace('What is a', '—') + flashcard('b').replace('What is b', '–')),
  ],
  ['NOT in capitals', limits('', choice('q', { stem: 'Which does most NOT apply?' }))],
  ['not, in the story', limits('', choice('q', { stem: 'The team does not want servers. Which fits most?' }))],
  [
    'a part of a word of the stem, as a hinge',
    limits(
      '',
      hinged('q', ['text: hours', 'right: b', 'why: { a: No. }'], { stem: 'Off-hourst, what fits q {hinge}?' }),
    ),
  ],
  [
    'a figure that stands in the stem, as a hinge',
    limits(
      '',
      hinged('q', ['text: "15"', 'right: b', 'why: { a: No. }'], { stem: 'In 15 minutes, what fits q {hinge}?' }),
    ),
  ],
  [
    'a word of a hinge that two options have',
    limits('', telling('for many queues').replace('The way of c', 'A queue before it')),
  ],
  ['a word of a hinge that the stem has', limits('', telling('for many queues', 'Of what queue is {hinge} of q?'))],
  [
    'a word of a hinge that the exhibit has',
    limits(
      '',
      telling('for many queues').replace('why: So it is.', 'exhibit: { language: text, text: a queue }\n    why: So.'),
    ),
  ],
  [
    'a word that another hinge has, where it misleads',
    limits('', telling('for many queues').replace('for a minute', 'for one queue')),
  ],
  ['a word without meaning of its own', limits('', telling('for another day'))],
  ['a short word', limits('', telling('for one bus'))],
  ['a right reason that speaks of its own hinge', limits('', reasoned('a', 'It lasts for a minute.'))],
  [
    'a distractor whose reason one hinge replaces',
    limits('', reasoned('c', 'It lasts for a minute.').replace('{ b: Too much. }', '{ b: Too much., c: No. }')),
  ],
  [
    'three right options of six',
    limits('', choice('q', { stem: 'Which THREE fit most?', options: ['a*', 'b*', 'c*', 'd', 'e', 'f'] })),
  ],
  ['above, in an option', limits('', choice('q').replace('The way of d', 'A limit above the average of all'))],
])('%s is no problem', (_, text) => {
  expect(codesOf(text)).toEqual([])
})

test('two files with one topic are told of each other', () => {
  const files = { limits: limits('', flashcard('a')), 'other/limits': limits('', flashcard('b')) }
  expect(lintOf(files).map(({ code, file, line, says }) => [code, file, line, says])).toEqual([
    ['duplicate-topic', 'other/limits.yaml', 1, 'limits.yaml has the topic `limits` as well'],
  ])
})

test('a card of another topic counts as a face of its note', () => {
  const cards = flashcard('a', 'note: limits/n') + choice('q', { rest: ['note: limits/n'] })
  expect(lintOf({ limits: limits(note('n', 'exams: { DVA: 1 }'), ''), more: topic('more', '', cards) })).toEqual([])
})

test('the same question in two topics is found in the second', () => {
  const same = flashcard('a')
  expect(
    lintOf({ limits: limits('', same), more: topic('more', '', same) }).map(({ code, file, says }) => [
      code,
      file,
      says,
    ]),
  ).toEqual([['duplicate-stem', 'more.yaml', 'limits.yaml a asks the same']])
})

test('a topic that could not be read does not make its references wrong', () => {
  const files = { limits: limits('', flashcard('a', 'note: scaling/n')), scaling: 'topic: "scaling\n' }
  expect(lintOf(files)).toEqual([])
})

test('without a deck.yaml any exam may be named', () => {
  expect(lint([readTopic(held, 'limits.yaml')], undefined)).toEqual([])
})

/** Twenty multiple choices; in `long` of them the right option is the longest, in the others a wrong one. */
const bank = (long: number) =>
  limits(
    '',
    Array.from({ length: 20 }, (_, i) =>
      choice(`q${i}`).replace(`The way of ${i < long ? 'a' : 'b'}`, 'The way that takes many words'),
    ).join(''),
  )

test.each([
  [7, []],
  [8, ['length-bias']],
])('when %i of 20 right options of four are the longest, the problems are %j', (long, codes) => {
  expect(lintOf({ limits: bank(long) }).map(problem => problem.code)).toEqual(codes)
})

test('options alike in length give nothing away', () => {
  const alike = Array.from({ length: 20 }, (_, i) => choice(`q${i}`, { options: ['a*', 'b', 'c', 'd'] })).join('')
  expect(lintOf({ limits: limits('', alike) })).toEqual([])
})

test('the right option of every hinge counts when lengths are compared', () => {
  const cards = Array.from({ length: 12 }, (_, i) =>
    hinged(`q${i}`).replace('The way of a', 'The way that takes many words'),
  ).join('')
  expect(lintOf({ limits: limits('', cards) }).map(({ code, says }) => [code, says])).toEqual([
    ['length-bias', 'the right option is the longest in 50 of 100 questions; chance is 25'],
  ])
})

test.each([
  ['every line is taught', [1, 2, 3, 9], []],
  ['lines are left out', [1, 4, 9, 12], ['no note teaches line 4, 12 of the notes']],
])('when %s, the problems are such', (_, covers, says) => {
  const text = limits(note('n', 'lines: ["1-3"]') + note('m', 'lines: [9]'), '')
  const problems = lintOf({ limits: text }, { covers })
  expect(problems.map(problem => problem.says)).toEqual(says)
  for (const problem of problems) expect(problem).toMatchObject({ code: 'line-not-taught', level: 'warning' })
})

test('a deck of a thousand topics takes no longer than its files', () => {
  const files = Array.from({ length: 1000 }, (_, t) =>
    readTopic(
      topic(`t${t}`, note('n', 'exams: { DVA: 1 }'), flashcard('a', 'note: n').replace('What is a', `What is ${t}`)),
      `t${t}.yaml`,
    ),
  )
  expect(lint(files, heading)).toHaveLength(1000)
})
