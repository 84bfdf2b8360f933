import { expect, test } from 'vitest'
import { command, freshHome, logged, nextMorning, tinyHome } from '../helpers/binary.ts'

const home = () => tinyHome()

test('notes and cards, best first, with the words where they stand', () => {
  const { code, out } = command(['search', 'moon', 'sun'], { home: home() })
  expect(code).toBe(0)
  const [first = '', second = ''] = out.split('\n\n')
  expect(first).toMatch(/^tiny:sky\/light {2}note\n {2}By day the sun gives light, by night the moon does\./)
  expect(second).toMatch(/^tiny:sky\/lost {2}multiple-choice\n {2}\S/)
})

test('--json is one document of documented fields', () => {
  const { code, out, err } = command(['search', 'moon', '--json'], { home: home() })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const document = JSON.parse(out)
  expect(Object.keys(document)).toEqual(['version', 'query', 'results'])
  expect(document).toMatchObject({ version: 1, query: 'moon' })
  expect(document.results).toHaveLength(2)
  for (const result of document.results)
    expect(result).toEqual({
      type: expect.stringMatching(/^(note|card)$/),
      id: expect.stringMatching(/^tiny:sky\/(light|lost)$/),
      topic: 'tiny:sky',
      title: expect.any(String),
      score: expect.any(Number),
      excerpt: expect.stringContaining('moon'),
    })
  const scores = document.results.map((result: { score: number }) => result.score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
})

test('several words, a misspelt one, and one with an accent', () => {
  const ids = (...words: string[]) =>
    JSON.parse(command(['search', ...words, '--json'], { home: home() }).out).results.map(
      (hit: { id: string }) => hit.id,
    )
  expect(ids('English word for seven')).toEqual(ids('english', 'word', 'for', 'seven'))
  expect(ids('móon')).toContain('tiny:sky/light')
  const { code, out, err } = command(['search', 'walkr'], { home: home() })
  expect(code).toBe(0)
  expect(out).toContain('tiny:sky/lost')
  expect(err).toBe('"walkr" is in no note; searched for walker.\n')
})

test('narrowed by topic and kind, at most so many', () => {
  const hits = (...flags: string[]) =>
    JSON.parse(command(['search', 'word', ...flags, '--json'], { home: home() }).out).results
  expect(hits('--topic', 'tiny:numbers')).toHaveLength(14)
  expect(hits('--topic', 'tiny:numbers', '--kind', 'cloze')).toHaveLength(7)
  expect(hits('--topic', 'tiny:numbers', '--kind', 'note', '--limit', '3')).toHaveLength(3)
})

test('nothing found is the answer no', () => {
  const plain = command(['search', 'qqqqqqqq'], { home: home() })
  expect(plain).toEqual({ code: 1, out: '', err: 'Nothing about "qqqqqqqq". Try fewer or other words.\n' })
  const json = command(['search', 'qqqqqqqq', '--json'], { home: home() })
  expect(json.code).toBe(1)
  expect(JSON.parse(json.out)).toEqual({ version: 1, query: 'qqqqqqqq', results: [] })
})

test.each([
  [['--topic', 'limts'], 'There is no topic "limts".\n  did you mean limits?'],
  [['--kind', 'clozed'], 'There is no kind "clozed".\n  did you mean cloze?'],
  [['--exam', 'dvb'], 'exam: takes CLF, SAA, DVA; not "dvb".\n  did you mean exam:DVA?'],
  [['is:leach'], 'is: takes due, new, leech, flagged, suspended; not "leach".\n  did you mean is:leech?'],
  [['is:anything'], 'is: takes due, new, leech, flagged, suspended; not "anything".\n  for example is:due'],
  [['exam:cissp'], 'exam: takes CLF, SAA, DVA; not "cissp".\n  for example exam:CLF'],
  [['--limit', 'many'], '--limit takes a whole number from 1 to 1000, not "many".\n  for example --limit 10'],
  [['--limit', '0'], '--limit takes a whole number from 1 to 1000, not "0".\n  for example --limit 10'],
  [['--topc', 'limits'], "unknown option '--topc'\n(Did you mean --topic?)"],
])('%j is wrong usage', (flags, says) => {
  const { code, out, err } = command(['search', 'timeout', ...flags], { home: freshHome() })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`lambda-study: ${says}\n`)
})

test('narrowed by exam, as a flag or among the words, in any case', () => {
  const found = (...words: string[]) =>
    JSON.parse(command(['search', 'timeout', '--limit', '1000', '--json', ...words], { home: freshHome() }).out).results
  const ids = (...words: string[]) => found(...words).map((hit: { id: string }) => hit.id)
  const clf = ids('--exam', 'CLF')
  expect(clf.length).toBeGreaterThan(0)
  expect(clf.length).toBeLessThan(ids().length)
  expect(ids('exam:clf')).toEqual(clf)
})

test('is: reads the reviews: what is new is new until it was answered, and is due then', () => {
  const home = tinyHome()
  const ids = (now: string, ...words: string[]) =>
    JSON.parse(
      command(['search', 'topic:tiny:numbers', '--limit', '1000', '--json', ...words], { home, now }).out,
    ).results.map((hit: { id: string }) => hit.id)
  expect(ids(nextMorning, 'is:new')).toHaveLength(7)
  expect(ids(nextMorning, 'is:due')).toEqual([])
  command(['quiz', 'tiny:numbers/two', '--plain'], { home, input: ':tab\n\n' })
  expect(logged(home).events).toHaveLength(1)
  expect(ids(nextMorning, 'is:new')).toHaveLength(6)
  expect(ids(nextMorning, 'is:due')).toEqual(['tiny:numbers/two'])
  const none = command(['search', 'is:leech', 'topic:tiny:numbers'], { home, now: nextMorning })
  expect(none).toEqual({ code: 1, out: '', err: 'Nothing is found by is:leech topic:tiny:numbers now.\n' })
})
