import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withTables } from '../tools/readme.ts'

const readme = readFileSync('README.md', 'utf8')

test('the tables of the README are those of the code (npm run readme makes them anew)', () => {
  expect(readme).toBe(withTables(readme))
})

test('the README begins with the two commands', () => {
  const [first = '', second = ''] = /```sh\n([\s\S]*?)```/.exec(readme)?.[1]?.split('\n') ?? []
  expect(first).toMatch(/^npm install && npx lambda-study/)
  expect(second).toMatch(/^npm test/)
})
