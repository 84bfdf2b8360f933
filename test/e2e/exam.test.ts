import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { command, drawn, freshHome, logged, nextMorning, play, study } from '../helpers/binary.ts'
import type { Running } from '../helpers/terminal.ts'

const at = (time: string) => `2026-11-23T${time}Z`
const person = (home: string, args: readonly string[], now = at('09:00:00')) => study(args, { home, now })
const ready = () => freshHome({ exam: 'DVA', minutes: 10 })

/** Picks letters, as many as the question asks for, and waits until they are marked. */
async function pick(running: Running, letters: readonly string[]) {
  const many = running.screen().includes('Choose TWO') ? 2 : running.screen().includes('Choose THREE') ? 3 : 1
  for (const letter of letters.slice(0, many)) await play(running, [letter, new RegExp(`[[(]x[\\])] ${letter} `)])
}
const typesIn = (home: string) => logged(home).events.map(({ type }) => type)

describe('killed in the middle of an exam', () => {
  /** Two questions answered, the first flagged, five asked for: ten minutes. */
  async function killed(home: string, ...flags: readonly string[]) {
    const first = person(home, ['exam', '--questions', '5', ...flags])
    await drawn(first, /Your exam +5 questions, 10 min/)
    await play(first, ['enter', '1 of 5 · 10 min left'])
    await pick(first, ['b', 'c', 'd'])
    await play(first, ['m', 'flagged'], ['enter', '2 of 5'])
    await pick(first, ['a', 'b', 'c'])
    await play(first, ['enter', '3 of 5'])
    const words = first.screen().split('\n').slice(3, 8).join('\n')
    first.kill('SIGKILL')
    await first.exited
    return words
  }

  test('it comes back to the same question, its answers and flags there, with the true time left', async () => {
    const home = ready()
    const words = await killed(home)
    expect(logged(home).damaged).toBe(0)
    const again = person(home, ['exam'], at('09:04:30'))
    await drawn(again, '3 of 5 · 6 min left')
    expect(again.screen()).toContain(words)
    await play(again, ['tab', /1 +b.*flagged\n +2 +a[^\n]*\n +▸ 3 +unanswered/], ['enter', '3 of 5'])
    await play(again, ['left', '2 of 5'])
    expect(again.screen()).toMatch(/[[(]x[\])] a /)
    again.press('ctrl+c')
    expect(await again.exited).toMatchObject({ exitCode: 0 })
    expect(again.history()).toContain('Your exam goes on, 6 min left: lambda-study exam goes back to it.')
  })

  test('home says that it goes on, later that its time is over, and leads there', async () => {
    const home = ready()
    await killed(home)
    const early = person(home, [], at('09:03:30'))
    await drawn(early, /Exam +goes on, 7 min left +e goes there/)
    await play(early, ['e', '3 of 5 · 7 min left'], ['esc', 'Paused'], ['esc', /Exam +paused, 7 min left/])
    early.press('q')
    await early.exited
    expect(early.history()).toContain('Your exam is paused, 7 min left')

    const tomorrow = study([], { home, now: nextMorning })
    await drawn(tomorrow, /Exam +paused, 7 min left/)
    await play(tomorrow, ['e', 'Paused'], ['enter', '3 of 5 · 7 min left'])
    tomorrow.kill('SIGKILL')
    await tomorrow.exited
    const over = study([], { home, now: '2026-11-24T10:00:00Z' })
    await drawn(over, /Exam +time is over +e opens the report/)
    await play(over, ['e', 'Time is over: this is what was answered until then.'])
    expect(over.screen()).toContain('Unanswered          3, which count as wrong.')
    expect(over.screen()).toContain('Pauses              one: the clock stood for 23 h 57 min.')
    await play(over, ['esc', 'not met yet'])
    expect(over.screen()).not.toMatch(/^ +Exam /m)
  })

  test('time that is over while away ends it at the start, even strict, and its answers are reviews', async () => {
    const home = ready()
    await killed(home, '--strict')
    expect(command(['status'], { home, now: nextMorning })).toMatchObject({ code: 0, err: '' })
    expect(command(['due'], { home, now: nextMorning })).toMatchObject({ code: 1, out: '0\n' })
    const over = person(home, ['exam'], at('12:00:00'))
    await drawn(over, 'Time is over: this is what was answered until then.')
    expect(typesIn(home).filter(type => type === 'review')).toHaveLength(2)
    over.press('q')
    await over.exited
    expect(over.history()).not.toContain('Your exam')
    expect(command(['status'], { home }).out).toMatch(/^Streak +1 day/m)
  })

  test('another exam asked for is not begun: the open one comes, and says so', async () => {
    const home = ready()
    await killed(home)
    const other = person(home, ['exam', '--paper', 'A'], at('09:01:00'))
    await drawn(other, 'This exam was begun before: hand it in, then begin another.')
    expect(other.screen()).toContain('3 of 5')
  })
})

test('a whole paper, from its first question to its report, kept as text', async () => {
  const home = ready()
  const sitter = person(home, ['exam', '--paper', 'a'])
  await drawn(sitter, /Paper A +20 questions, 40 min, never asked before/)
  await play(sitter, ['enter', '1 of 20 · 40 min left'])
  for (let place = 1; place <= 20; place++) {
    await pick(sitter, ['a', 'b', 'c'])
    await play(sitter, ['enter', place === 20 ? '0 open · 0 flagged' : `${place + 1} of 20`])
  }
  await play(sitter, ['i', 'All 20 answered.'], ['enter', /Paper A · DVA-C02, Lambda part +20 questions you had never/])
  expect(sitter.screen()).toMatch(/\d+ of 20 right +Likely \d+ to \d+ in 100 on papers like this one\./)
  const name = 'lambda-study-exam-2026-11-23'
  await play(sitter, ['x', `Saved as ${name}.txt,`])
  const text = readFileSync(join(home, `${name}.txt`), 'utf8')
  expect(text).toMatch(/^Paper A · DVA-C02, Lambda part[\s\S]*Not an AWS score[\s\S]*Security +\d of \d/)
  await play(sitter, ['x', `Saved as ${name}-2.txt,`])
  expect(readFileSync(join(home, `${name}.txt`), 'utf8')).toBe(text)
  expect(existsSync(join(home, `${name}-2.txt`))).toBe(true)
  await play(sitter, ['enter', /1 of \d+, wrong or flagged/], ['enter', /2 of \d+, wrong/], ['esc', 'Likely'])
  await play(sitter, ['esc', 'not met yet'])
  expect(sitter.screen()).not.toMatch(/^ +Exam /m)
  sitter.press('q')
  await sitter.exited
  expect(sitter.history()).toMatch(/20 answers, \d+ right\. All of it is saved\./)
  expect(logged(home).events.flatMap(event => (event.type === 'review' ? [event.mode] : []))).toEqual(
    Array.from({ length: 20 }, () => 'exam'),
  )

  expect(command(['exam', '--paper', 'A', '--plain'], { home })).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no paper A for DVA that was not sat yet.'),
  })
  expect(command(['due'], { home, now: nextMorning }).code).toBe(0)
  const report = person(home, ['exam'], nextMorning)
  await drawn(report, /Reports\n\n +Paper A, Mon 23 Nov +\d+ of 20 right/)
})

describe('line by line', () => {
  const enter = async (running: Running, line: string, sees: RegExp | string) => {
    running.write(`${line}\r`)
    await running.waitFor(sees)
  }
  const last = (running: Running, from: string | RegExp) => running.screen().split(from).at(-1) ?? ''

  test('a whole exam, by letters, with the time left', async () => {
    const home = ready()
    const sitter = study(['exam', '--questions', '4', '--plain'], { home, columns: 200, rows: 200 })
    await sitter.waitFor(/Your exam +4 questions, 8 min[\s\S]*\]$/)
    await enter(sitter, '', /1 of 4 · 8 min left[\s\S]*\]$/)
    for (let place = 1; place <= 4; place++) {
      const asked = last(sitter, `${place} of 4 · 8 min left`)
      const count = asked.includes('Choose TWO') ? 2 : asked.includes('Choose THREE') ? 3 : 1
      if (count > 1) {
        expect(asked).toContain(`[type ${count} letters, then enter;`)
        await enter(sitter, 'a', 'Not a key here.')
      } else expect(asked).toContain('[a b c d choose; enter next;')
      if (place === 1) await enter(sitter, 'm', /flagged · on pace[\s\S]*\]$/)
      const next =
        place === 4 ? /0 open · 1 flagged[\s\S]*\]$/ : new RegExp(`${place + 1} of 4 · 8 min left[\\s\\S]*\\]$`)
      await enter(sitter, ['a', 'b', 'c'].slice(0, count).join(' '), next)
    }
    await enter(sitter, 'up', /▸ 3 [\s\S]*\]$/)
    await enter(sitter, '', /3 of 4 · 8 min left[\s\S]*[[(]x[\])] a [\s\S]*\]$/)
    await enter(sitter, 'tab', /▸ 3 +a[\s\S]*\]$/)
    await enter(sitter, 'i', /All 4 answered\.[\s\S]*\]$/)
    await enter(sitter, '', /DVA-C02, Lambda part[\s\S]*\d of 4 right[\s\S]*\]$/)
    await enter(sitter, 'a', /1 of 4, all[\s\S]*\]$/)
    sitter.write('q\r')
    expect(await sitter.exited).toMatchObject({ exitCode: 0 })
    expect(typesIn(home).filter(type => type === 'review')).toHaveLength(4)
  })

  test('an answer typed again replaces the one before', async () => {
    const home = ready()
    const sitter = study(['exam', '--questions', '6', '--plain'], { home, columns: 200, rows: 200 })
    await sitter.waitFor(/6 questions[\s\S]*\]$/)
    await enter(sitter, '', /1 of 6[\s\S]*\]$/)
    const letters = (choice: string) =>
      last(sitter, '1 of 6').includes('Choose TWO') ? choice : (choice.split(' ')[0] ?? '')
    const [first, second] = [letters('a b'), letters('c d')]
    await enter(sitter, first, /2 of 6[\s\S]*\]$/)
    await enter(sitter, 'left', /[[(]x[\])] a [\s\S]*\]$/)
    await enter(sitter, second, /[\s\S]*2 of 6[\s\S]*\]$/)
    await enter(sitter, 'tab', new RegExp(`1 +${second}\\s`))
    expect(last(sitter, 'open ·')).toMatch(new RegExp(`1 +${second}\\s`))
  })

  test('what is typed after the time is over goes nowhere: the report comes', async () => {
    const home = ready()
    const first = study(['exam', '--questions', '4', '--plain'], { home, columns: 200, rows: 200 })
    await first.waitFor(/4 questions[\s\S]*\]$/)
    await enter(first, '', /1 of 4[\s\S]*\]$/)
    first.press('ctrl+d')
    await first.exited
    expect(first.raw).toContain('Your exam goes on, 8 min left')
    const { out, code } = command(['exam', '--plain'], { home, now: at('11:00:00'), input: 'a\n' })
    expect(code).toBe(0)
    expect(out).toContain('Time is over: this is what was answered until then.')
    expect(out).toContain('0 of 4 right')
    expect(out).not.toContain('1 of 4, all')
  })
})

test('a dumb terminal gets list, hand-in and report in ASCII', () => {
  const home = ready()
  const input = '\ntab\ni\n\n'
  const { out, code } = command(['exam', '--questions', '3', '--plain'], { home, env: { TERM: 'dumb' }, input })
  expect(code).toBe(0)
  const [, list = ''] = out.split('3 open')
  expect(list).toMatch(/Hand in[\s\S]*3 questions unanswered[\s\S]*0 of 3 right[\s\S]*\.{20}/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with control characters
  expect(list).toMatch(/^[\x00-\x7f]*$/)
})

test.each([
  [['--exam', 'XYZ'], 2, 'There is no exam "XYZ".'],
  [['--exam', 'dvb'], 2, 'use one of CLF, SAA, DVA'],
  [['--paper', 'A', '--questions', '5'], 2, 'A paper has the questions that it has.'],
  [['--questions', '0'], 2, '--questions'],
  [['--minutes', 'ten'], 2, '--minutes'],
  [['--exam', 'CLF', '--paper', 'A'], 1, 'There is no paper A for CLF'],
])('exam %j: code %i, and what to do instead', (args, code, says) => {
  const ran = command(['exam', ...args, '--plain'], { home: ready() })
  expect(ran).toMatchObject({ code, out: '' })
  expect(ran.err).toContain(says)
})

test('exam codes are read in any case', async () => {
  const sitter = person(ready(), ['exam', '--exam', 'saa', '--questions', '3', '--minutes', '9'])
  await drawn(sitter, /Your exam +3 questions, 9 min/)
  await play(sitter, ['enter', '1 of 3 · 9 min left'])
})

test('who has just installed it can sit an exam at once', () => {
  const home = freshHome(null)
  const { code, out } = command(['exam', '--exam', 'SAA', '--questions', '3', '--plain'], { home, input: '\n' })
  expect(code).toBe(0)
  expect(out).toMatch(/Your exam +3 questions[\s\S]*1 of 3 · \d+ min left/)
})
