import fc from 'fast-check'
import { expect, test } from 'vitest'
import { match } from '../../src/kinds/typed.ts'

test.each([
  ['15 minutes', '15 minutes'],
  ['  15   minutes ', '15 minutes'],
  ['15 Minutes.', '15 minutes'],
  ['the execution role', 'execution role'],
  ['execution role', 'an execution role'],
  ['a trigger', 'the trigger'],
  ['dead letter queue', 'dead-letter queue'],
  ['DEAD-LETTER-QUEUE', 'dead-letter queue'],
  ['cafe', 'Café'],
  ['CAFÉ', 'cafe\u0301'],
  ['naïve', 'naive'],
  ['1000', '1,000'],
  ['1,000', '1000'],
  ['1 000', '1000'],
  ['1\u00a0000', '1,000'],
  ['1000000', '1,000,000'],
  ['10,240MB', '10240 MB'],
  ['15min', '15 min'],
  ['.5', '0.5'],
  ['15 %', '15%'],
  ['$ 5', '$5'],
  ['-1', '−1'],
  ['“bootstrap”', 'bootstrap'],
  ['`bootstrap`', 'bootstrap'],
  ['(bootstrap)', 'bootstrap'],
  ['provided.al2023', 'provided.al2023'],
  ['node.js', 'Node.js'],
  ['A', 'A'],
  ['*', '*'],
  ['=', '='],
  ['ﬁle', 'file'],
  ['ｆｕｌｌ', 'full'],
  ['関数', '関数'],
  ['ФУНКЦИЯ', 'функция'],
  ['مُحَمَّد', 'محمد'],
])('%j is the same as %j', (typed, wanted) => {
  expect(match(typed, [wanted])).toEqual({ is: 'same' })
})

test.each([
  ['a letter left out', 'lmbda', 'lambda'],
  ['a letter too many', 'lambbda', 'lambda'],
  ['a letter changed', 'lamdda', 'lambda'],
  ['two letters swapped', 'lamdba', 'lambda'],
  ['a slip at the end', 'bootstrab', 'bootstrap'],
  ['a missing space', 'executionrole', 'execution role'],
  ['a missing hyphen', 'deadletter queue', 'dead-letter queue'],
  ['two slips in ten letters', 'consurency', 'concurrency'],
  ['a word in the singular', '15 minute', '15 minutes'],
  ['a slip beside a figure', '15 minuts', '15 minutes'],
])('%s is forgiven, and the right spelling is said', (_, typed, wanted) => {
  expect(match(typed, [wanted])).toEqual({ is: 'misspelt', meant: wanted })
})

test.each([
  ['another figure', '14 minutes', '15 minutes'],
  ['a figure with one digit more', '155 minutes', '15 minutes'],
  ['a figure without its unit', '15', '15 minutes'],
  ['a bare figure', '14', '15'],
  ['a figure with swapped digits', '51 minutes', '15 minutes'],
  ['a point in a figure', '1.5 minutes', '15 minutes'],
  ['a figure ten times as small', '0.5', '5'],
  ['a point where none is', '.5', '5'],
  ['a figure cut by a stroke', '1/5 megabytes', '1.5 megabytes'],
  ['another sign', '1', '-1'],
  ['another sign beside letters', '-15 minutes', '15 minutes'],
  ['a share', '15 minutes', '15% minutes'],
  ['another comparison', '> 5 minutes', '< 5 minutes'],
  ['a version', 'python 3.1', 'python 3.10'],
  ['a unit in short that is not accepted', '15 min', '15 minutes'],
  ['two slips in nine letters', 'botstrab', 'bootstrap'],
  ['a slip in a word of four letters', 'cold', 'bold'],
  ['a slip in a service of two letters', 'S4', 'S3'],
  ['the opposite', 'synchronous', 'asynchronous'],
  ['the opposite beside other words', 'unsupported runtime', 'supported runtime'],
  ['another language', 'C', 'C#'],
  ['another language of three letters', 'C++', 'C#'],
  ['an action for all of them', 's3', 's3:*'],
  ['another sign alone', '?', '*'],
  ['another vowel of India', 'की', 'का'],
  ['another sound of Japan', 'か', 'が'],
  ['part of it', 'execution', 'execution role'],
  ['more than it', 'the execution role of the function', 'execution role'],
  ['nothing', '', 'bootstrap'],
  ['spaces', '   ', 'bootstrap'],
  ['punctuation', '...', 'bootstrap'],
  ['an article', 'the', 'bootstrap'],
])('%s is another answer', (_, typed, wanted) => {
  expect(match(typed, [wanted])).toEqual({ is: 'other' })
})

test('every accepted form is right, and a slip is measured against the form that was meant', () => {
  const accepted = ['15 minutes', '15 min', '900 seconds']
  expect(match('15 min', accepted)).toEqual({ is: 'same' })
  expect(match('900 secnods', accepted)).toEqual({ is: 'misspelt', meant: '900 seconds' })
})

test('a form that is exact counts before one that is near', () => {
  expect(match('containers', ['container', 'containers'])).toEqual({ is: 'same' })
})

const words = fc
  .array(fc.stringMatching(/^[b-z][a-z]{4,9}$/), { minLength: 1, maxLength: 4 })
  .map(list => list.join(' '))

test('case, articles, punctuation and spaces never change a verdict', () => {
  const dressed = fc.tuple(words, fc.constantFrom('the ', 'A ', 'an ', ''), fc.constantFrom('.', '!', '  ', '”', ''))
  fc.assert(
    fc.property(dressed, ([text, before, after]) => {
      expect(match(`${before}${text.toUpperCase()}${after}`, [text])).toEqual({ is: 'same' })
    }),
  )
})

test('no figure is ever taken for another', () => {
  const figure = fc.integer({ min: 0, max: 99_999 })
  fc.assert(
    fc.property(figure, figure, words, (a, b, unit) => {
      expect(match(`${a} ${unit}`, [`${b} ${unit}`]).is).toBe(a === b ? 'same' : 'other')
    }),
  )
})

test('one slip after the first letter of five is forgiven', () => {
  const slip = fc.tuple(
    fc.stringMatching(/^[b-z][a-z]{4}$/),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom('leave', 'add', 'change'),
  )
  fc.assert(
    fc.property(slip, ([word, at, how]) => {
      const typed =
        word.slice(0, at) + (how === 'leave' ? '' : 'é1'.charAt(0)) + word.slice(how === 'add' ? at : at + 1)
      expect(match(typed, [word]).is).not.toBe('other')
    }),
  )
})

test('a pasted book is compared to its end', () => {
  expect(match('lambda '.repeat(100_000), ['the execution role of a function'])).toEqual({ is: 'other' })
})
