import { expect, test } from 'vitest'
import { partsOf } from '../../../src/ui/views/question.ts'

test.each([
  ['A team waits. Which service helps?', 'A team waits.', 'Which service helps?'],
  ['"It is not for batch." Is that so?', '"It is not for batch."', 'Is that so?'],
  ['Which service helps?', '', 'Which service helps?'],
  ['It costs $0.20 a month. How much is that a year?', 'It costs $0.20 a month.', 'How much is that a year?'],
])('%s: the last sentence is the task', (prompt, story, task) => {
  expect(partsOf(prompt)).toEqual({ story, task })
})
