import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UserError } from '../../src/error.ts'
import { allEvents, appendLog, logFiles, logOf, readLog } from '../../src/store/log.ts'
import { freshFolder } from '../helpers/folder.ts'
import { answers } from '../helpers/log.ts'

const failure = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}

// Root may write anywhere: what cannot be written is a full device, a folder in place of a file, a file in place of a
// folder, and a file system that takes nothing.
const unwritable: Readonly<Record<string, (folder: string) => string>> = {
  'a full disk': folder => {
    symlinkSync('/dev/full', logOf(folder, 'abcdefgh'))
    return folder
  },
  'a folder that is a file': folder => {
    writeFileSync(join(folder, 'reviews'), '')
    return join(folder, 'reviews')
  },
  'a folder below a file': folder => {
    writeFileSync(join(folder, 'data'), '')
    return join(folder, 'data', 'reviews')
  },
  'a log that is a folder': folder => {
    mkdirSync(logOf(folder, 'abcdefgh'))
    return folder
  },
  'a file system that takes nothing': () => '/proc/lambda-study/reviews',
}
test.each(Object.entries(unwritable))('what cannot be written is said, not passed over: %s', (_, make) => {
  const reviews = make(freshFolder())
  const error = failure(() => appendLog(logOf(reviews, 'abcdefgh'), answers(1)))
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({ exitCode: 3, message: expect.stringMatching(/cannot be written: E[A-Z]+/) })
})

test('a folder of logs that is a file is said to be unreadable: unreadable is not empty', () => {
  const reviews = join(freshFolder(), 'reviews')
  writeFileSync(reviews, '')
  for (const act of [() => logFiles(reviews), () => allEvents(reviews), () => readLog(join(reviews, 'x.jsonl'))])
    expect(failure(act)).toMatchObject({ name: 'UserError', exitCode: 3 })
  expect(existsSync(reviews)).toBe(true)
})
