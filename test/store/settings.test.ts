import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, writeSettings } from '../../src/store/settings.ts'
import { defaults } from '../../src/study/settings.ts'
import { freshFolder } from '../helpers/folder.ts'
import { instantOf } from '../helpers/world.ts'

const now = instantOf('2026-11-23T09:00+01:00')
const freshFile = () => join(freshFolder(), 'home', 'config.json')
/** A settings file with a text in it. */
function fileWith(text: string | Buffer): string {
  const path = freshFile()
  mkdirSync(dirname(path))
  writeFileSync(path, text)
  return path
}

test('where there is no file there are the defaults, and nothing is said or written', () => {
  const path = freshFile()
  expect(readSettings(path, now)).toEqual({ settings: defaults, notices: [] })
  expect(existsSync(dirname(path))).toBe(false)
})

test('what was set is read; other settings are kept, and undefined takes one out', async () => {
  const path = freshFile()
  await writeSettings(path, { exam: 'DVA', examDate: '2026-12-14', commit: false, decks: ['/a', '/b'] })
  await writeSettings(path, { minutes: 15, examDate: undefined, device: 'abcdefg2' })
  const settings = { ...defaults, exam: 'DVA', commit: false, decks: ['/a', '/b'], minutes: 15, device: 'abcdefg2' }
  expect(readSettings(path, now)).toEqual({ settings, notices: [] })
})

test('settings of a later version are kept when others are set', async () => {
  const path = fileWith('{"voice":"alto","minutes":12,"a.b":{"c":1}}')
  await writeSettings(path, { exam: 'SAA' })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ voice: 'alto', minutes: 12, 'a.b': { c: 1 }, exam: 'SAA' })
})

test('one wrong setting is passed over, named, and left in the file', () => {
  const text = '{"minutes":"ten","exam":"DVA"}'
  const path = fileWith(text)
  const { settings, notices } = readSettings(path, now)
  expect(settings).toEqual({ ...defaults, exam: 'DVA' })
  expect(notices).toEqual([expect.stringMatching(/minutes .*config set minutes/)])
  expect(readFileSync(path, 'utf8')).toBe(text)
})

const corrupt: Readonly<Record<string, string | Buffer>> = {
  'is empty': '',
  'is cut off': '{"exam":"DVA","minutes"',
  'holds zeros': Buffer.alloc(100),
  'is no UTF-8': Buffer.from([0x7b, 0xff, 0xfe]),
  'holds something else': 'exam = DVA',
  'holds null': 'null',
  'holds a list': '[{"exam":"DVA"}]',
  'holds a text': '"DVA"',
}
test.each(Object.entries(corrupt))(
  'a settings file that %s is set aside as it is, and a notice says where',
  async (_, text) => {
    const path = fileWith(text)
    const { settings, notices } = readSettings(path, now)
    const aside = `${path}.corrupt-${now}`
    expect(settings).toEqual(defaults)
    expect(notices).toEqual([expect.stringContaining(aside)])
    expect(readdirSync(dirname(path))).toEqual([`config.json.corrupt-${now}`])
    // Whatever is set from now on, the old file stays.
    expect(readSettings(path, now)).toEqual({ settings: defaults, notices: [] })
    await writeSettings(path, { exam: 'DVA' })
    expect(readFileSync(aside).equals(Buffer.from(text))).toBe(true)
    expect(readSettings(path, now).settings.exam).toBe('DVA')
  },
)

const failure = { name: 'UserError', exitCode: 3 }

test('a settings file that cannot be set aside stops everything, and stays as it is', () => {
  const path = fileWith('{')
  // Root may rename anything, but not a file to a folder.
  mkdirSync(`${path}.corrupt-${now}`)
  expect(() => readSettings(path, now)).toThrow(expect.objectContaining(failure))
  expect(readFileSync(path, 'utf8')).toBe('{')
})

test('a settings file that became damaged after it was read is not written over', async () => {
  const path = fileWith('{"exam":"DVA"}')
  readSettings(path, now)
  writeFileSync(path, '{"exam":"D')
  await expect(writeSettings(path, { minutes: 20 })).rejects.toMatchObject(failure)
  expect(readFileSync(path, 'utf8')).toBe('{"exam":"D')
})

// Root may read and write everything: what cannot be read is a folder, or lies below a file.
test('settings that cannot be read stop everything: unreadable is not missing', async () => {
  const folder = freshFile()
  mkdirSync(folder, { recursive: true })
  const below = join(fileWith('{}'), 'config.json')
  for (const path of [folder, below]) {
    expect(() => readSettings(path, now)).toThrow(expect.objectContaining(failure))
    await expect(writeSettings(path, { minutes: 20 })).rejects.toMatchObject(failure)
  }
  expect(readdirSync(folder)).toEqual([])
})

test('settings that cannot be written are said, on a file system that takes nothing', async () => {
  await expect(writeSettings('/proc/lambda-study/config.json', { minutes: 20 })).rejects.toMatchObject(failure)
})

test('writing leaves nothing else behind', async () => {
  const path = freshFile()
  for (let minutes = 1; minutes <= 20; minutes++) await writeSettings(path, { minutes })
  expect(readdirSync(dirname(path))).toEqual(['config.json'])
})
