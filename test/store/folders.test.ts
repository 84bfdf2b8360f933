import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { foldersOf, makeFolder } from '../../src/store/folders.ts'
import { writeNewFile, writeNewFolder } from '../../src/store/new.ts'
import { freshFolder } from '../helpers/folder.ts'

test('LAMBDA_STUDY_HOME holds everything', () => {
  expect(foldersOf({ LAMBDA_STUDY_HOME: '/home/me/study' })).toEqual({
    config: '/home/me/study/config.json',
    data: '/home/me/study',
    cache: '/home/me/study/cache',
    reviews: '/home/me/study/reviews',
  })
})

test('without it everything lies outside the program, where an update cannot touch it', () => {
  for (const home of [{}, { LAMBDA_STUDY_HOME: '' }])
    for (const path of Object.values(foldersOf(home))) {
      expect(path).toMatch(/lambda-study/)
      expect(path.startsWith(process.cwd())).toBe(false)
    }
})

test('a folder is made with those above it, once', () => {
  const folder = join(freshFolder(), 'a', 'b', 'c')
  makeFolder(folder)
  makeFolder(folder)
  expect(statSync(folder).isDirectory()).toBe(true)
})

test('a folder behind a link is a folder', () => {
  const base = freshFolder()
  makeFolder(join(base, 'real'))
  symlinkSync('real', join(base, 'link'))
  makeFolder(join(base, 'link', 'below'))
  expect(existsSync(join(base, 'real', 'below'))).toBe(true)
})

test('what cannot be made is said at once: in the place of a file, below one, and where a file system takes nothing', () => {
  const file = join(freshFolder(), 'file')
  writeFileSync(file, '')
  for (const path of [
    file,
    join(file, 'below'),
    join(file, 'far', 'below'),
    '/proc/lambda-study',
    '/proc/lambda-study/a/b',
  ])
    expect(() => makeFolder(path)).toThrow(/E[A-Z]+/)
})

const refused = { name: 'UserError', exitCode: 3 }

test('new files are written into a new or an empty folder, and never over others', () => {
  const folder = join(freshFolder(), 'deck')
  writeNewFolder(folder, { 'deck.yaml': 'deck: mine\n', 'one.yaml': 'topic: one\n' })
  expect(readFileSync(join(folder, 'one.yaml'), 'utf8')).toBe('topic: one\n')
  expect(() => writeNewFolder(folder, { 'one.yaml': 'other' })).toThrow(expect.objectContaining(refused))
  expect(() => writeNewFile(join(folder, 'one.yaml'), 'other')).toThrow(expect.objectContaining(refused))
  expect(() => writeNewFile(join(folder, 'no', 'such'), 'text')).toThrow(expect.objectContaining(refused))
  expect(() => writeNewFolder('/proc/lambda-study', {})).toThrow(expect.objectContaining(refused))
  expect(readFileSync(join(folder, 'one.yaml'), 'utf8')).toBe('topic: one\n')
})
