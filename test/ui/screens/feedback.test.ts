import { expect, test } from 'vitest'
import { diary } from '../../helpers/events.ts'
import { answer, asking, firstModel, letterOf, lettersOf, play, smallBank } from '../../helpers/play.ts'

const bank = await smallBank()
const home = firstModel(bank)
/** The story of the long video with its options open; the right answer is Fargate. */
const open = (sure: 1 | 2 | 3, model = home) => play(asking(model, 'limits/long-video'), `${sure}`)
const after = (option: string, sure: 1 | 2 | 3 = 1, model = home) => {
  const opened = open(sure, model)
  return opened.press(`${letterOf(opened.model, option)} enter`)
}
test('t brings the question back above its reasons, and takes it away', () => {
  const wrong = after('one Lambda function', 1, firstModel(bank, { rows: 50 }))
  expect(wrong.words).not.toContain('converts uploaded videos')
  expect(wrong.press('t').words).toMatch(/converts uploaded videos.*✗ Wrong/)
  expect(wrong.press('t t').screen).toBe(wrong.screen)
})

/** Presses keys on a higher terminal, so that all is seen at once. */
const tall = firstModel(bank, { rows: 50 })

test.each([
  ['one Lambda function', 1, '✗ Wrong, and you were sure'],
  ['one Lambda function', 2, '✗ Wrong'],
  ['one Lambda function', 3, '✗ Wrong'],
  ['Fargate', 1, '✓ Right'],
  ['Fargate', 2, '✓ Right'],
  ['Fargate', 3, '✓ Right, counted as a guess'],
] as const)('%s, chosen with sure %i: %s', (option, sure, says) => {
  const [verdict] = after(option, sure)
    .screen.split('\n')
    .filter(row => /[✓✗]/.test(row))
  expect(verdict?.trim()).toBe(says)
})

test('a right choice that was more likely luck than knowledge says so, and comes again tomorrow', () => {
  const write = diary(bank)
  const missed = { rating: 1, verdict: 'wrong' } as const
  const events = [
    write.answer('pricing/billing-step', home.day - 1, missed),
    write.answer('limits/memory-figure', home.day - 1, missed),
  ]
  const { words } = after('Fargate', 2, firstModel(bank, { events, rows: 50 }))
  expect(words).toContain('✓ Right, but more likely luck than knowledge')
  expect(words).toContain('Again tomorrow.')
})

test('a wrong choice says what was chosen and why not, then what is right and why', () => {
  const { words } = after('one Lambda function', 1, tall)
  expect(words).toMatch(
    /you [a-d] An S3 event notification that invokes one Lambda function per file One invocation stops at 15 minutes, and this file needs about 40\. ✓ right [a-d] An S3 event through Amazon EventBridge that starts an Amazon ECS task on AWS Fargate A task has no time limit/,
  )
})

test('it says what decided, and what the other phrase would have made of it', () => {
  const opened = open(1, tall)
  const lambda = letterOf(opened.model, 'one Lambda function')
  const { words } = opened.press(`${lambda} enter`)
  expect(words).toContain('What decided "about 40 minutes"')
  expect(words).toContain(`Had it said "about 4 minutes", the answer would be ${lambda}.`)
})

test('then the idea in full, with its nuance and its source', () => {
  const { words } = after('one Lambda function', 1, tall)
  expect(words).toContain('The idea One invocation of a standard function runs for at most 15 minutes.')
  expect(words).toContain('In depth: A durable execution can last a year')
  expect(words).toContain('https://docs.example.com/lambda/latest/dg/timeout.html')
})

test('the topic is named now', () => {
  expect(after('Fargate').screen.split('\n')[0]).toMatch(/^ {2}1 of 1 · 1 min left +Limits and quotas$/)
})

test('it says when the idea comes again', () => {
  expect(after('one Lambda function', 2, tall).words).toContain('Again tomorrow.')
  expect(after('Fargate').words).toMatch(/Again in \d+ days\./)
})

test('in a session of today a first miss comes back, and it says after how many questions', () => {
  const cards =
    'limits/longest-run limits/most-memory invocation/how-often invocation/polled pricing/billing-step pricing/region-story'
  const first = play(asking(tall, cards, 'today'), 'tab')
  expect(first.words).toContain('Again in 5 questions, and tomorrow.')
  expect(play(asking(tall, 'limits/longest-run limits/most-memory', 'today'), 'tab').words).toContain(
    'Again in 1 question, and tomorrow.',
  )
  expect(play(asking(tall, 'limits/longest-run', 'today'), 'tab').words).toContain('Again next, and tomorrow.')
})

test('missed a second time on one day, it waits until tomorrow', () => {
  const again = play(asking(tall, 'limits/longest-run', 'today'), 'tab enter')
  expect(again.words).toMatch(/^2 of 2/)
  const second = answer(again, 'wrong')
  expect(second.words).toContain('Again tomorrow.')
  expect(second.press('enter').at).toBe('summary')
})

test('a right and sure answer says nothing that is known already', () => {
  const { words, footer } = after('Fargate')
  expect(words).toContain('What decided "about 40 minutes"')
  expect(words).not.toMatch(/The idea|In depth|https:|no time limit|run time decides/)
  expect(footer).toContain('i the idea')
})

test('i shows the idea, and hides it again', () => {
  const shown = after('Fargate', 1, tall).press('i')
  expect(shown.words).toContain('The idea One invocation')
  expect(shown.words).toContain('no time limit')
  expect(shown.press('i').words).not.toContain('The idea')
  expect(after('Fargate', 2, tall).footer).not.toContain('i the idea')
})

test('o shows the options that nobody chose, with their reasons', () => {
  const plain = after('one Lambda function', 1, tall)
  expect(plain.words).not.toContain('stops such loops')
  const shown = plain.press('o')
  expect(shown.words).toMatch(
    /[a-d] A Lambda function that invokes itself again until the file is done Lambda stops such loops/,
  )
  expect(shown.press('o').words).not.toContain('stops such loops')
})

test('several to choose: it says how many were right, and which were missed', () => {
  const opened = play(asking(tall, 'invocation/polled'), '2')
  const { right, wrong } = lettersOf(opened.model)
  const partly = opened.press(`${right[0]} ${wrong} enter`)
  expect(partly.words).toContain('≈ Partly right 1 of the 2 right ones; the exam gives nothing for a part.')
  expect(partly.words).toMatch(new RegExp(`✓ right ${right[0]} Amazon (SQS|Kinesis) Lambda polls`))
  expect(partly.words).toMatch(new RegExp(`✓ right ${right[1]} Amazon (SQS|Kinesis) you missed it Lambda polls`))
  const all = opened.press(`${right.join(' ')} enter`)
  expect(all.words).toContain('✓ Right')
  expect(all.words).not.toContain('missed')
  expect(all.words).toContain('What decided "in batches"')
})

test('a mapping and an order show what stood in its place and what did not', () => {
  const match = answer(play(asking(tall, 'invocation/who-calls'), ''), 'wrong')
  expect(match.words).toContain('✗ Wrong')
  expect(match.words).toMatch(/polled by Lambda ✗ Amazon (SQS|Kinesis) you: calls Lambda/)
  const order = answer(play(asking(tall, 'invocation/failing-event'), ''), 'wrong')
  expect(order.words).toMatch(/✗ 1 It is tried for the first time you: 3/)
  expect(answer(play(asking(tall, 'invocation/failing-event'), ''), 'right').words).toMatch(/✓ Right .*✓ 1 It is tried/)
})

test('Enter and space go on', () => {
  const cards = asking(home, 'limits/long-video pricing/billing-step')
  const first = answer(play(cards, ''), 'right')
  for (const key of ['enter', 'space']) expect(first.press(key).words).toMatch(/^2 of 2/)
})

test('what does not fit is scrolled, and the footer says so', () => {
  const small = play(after('one Lambda function').model, '40x16')
  expect(small.footer).toMatch(/^enter next {2}↓ more {2}w what if {2}.*\?/)
  const end = small.press('pagedown pagedown pagedown')
  expect(end.footer).not.toContain('more')
  expect(end.words).toContain('timeout.html')
  expect(end.press('pageup pageup pageup').screen).toBe(small.screen)
  expect(small.press('down down up up').screen).toBe(small.screen)
})

test('on a narrow screen the reason stands in the place of the option that was read a moment ago', () => {
  const { words } = play(after('one Lambda function').model, '40x16')
  expect(words).toContain('One invocation stops at 15 minutes')
  expect(words).not.toContain('An S3 event notification')
})
