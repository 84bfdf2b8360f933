import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dice, dice } from '../../../src/kinds/random.ts'
import type { Bank } from '../../../src/study/bank.ts'
import type { Event } from '../../../src/study/event.ts'
import { replay } from '../../../src/study/progress.ts'
import { timeLeft } from '../../../src/study/sitting.ts'
import { textOf } from '../../../src/ui/lines.ts'
import { choiceIn } from '../../../src/ui/screens/exam.ts'
import { bodyOf } from '../../../src/ui/views/body.ts'
import type { Instant } from '../../../src/world.ts'
import { builtInBank, firstModel, monday, type Played, play, smallBank } from '../../helpers/play.ts'

const banks = [await smallBank(), await builtInBank()]
const keys =
  'a b c d e 1 2 enter enter enter left right down up space m tab u i esc t ? n h g x tick tick pagedown 40x16 80x24 200x60'.split(
    ' ',
  )

/** What is marked on the screen, by id. */
function markedOn({ model }: Played): readonly string[] {
  const { lines } = bodyOf({ ...model, size: { columns: 200, rows: 400 } })
  const letters = lines.flatMap(row => /[[(]x[\])] ([a-f]) /.exec(textOf(row))?.[1] ?? [])
  const options = choiceIn(model)?.question.options ?? []
  return letters.map(letter => options['abcdef'.indexOf(letter)]?.id ?? '?').sort()
}

/** What the screen says is what the log holds, and time only runs down. */
function expectTruth(played: Played, all: readonly Event[], before: number): number {
  const { model } = played
  const [screen] = model.screens
  expect(model.progress.sittings).toEqual(replay(all, model.bank).sittings)
  const sitting = model.progress.sittings.at(-1)
  if (!sitting) return before
  for (const [place, { picked }] of Object.entries(sitting.answers)) {
    expect(new Set(picked).size).toBe(picked.length)
    expect(sitting.cards[Number(place)]).toBeDefined()
  }
  if (screen.at === 'exam') {
    const choice = choiceIn(model)
    expect(markedOn(played)).toEqual([...(sitting.answers[screen.place]?.picked ?? [])].sort())
    expect(choice?.picked.length ?? 0).toBeLessThanOrEqual(choice?.question.choose ?? 0)
    expect(screen.place).toBe(sitting.place)
  }
  const left = timeLeft(sitting, model.now)
  if (sitting.finishedAt === undefined) expect(left).toBeLessThanOrEqual(before)
  return sitting.finishedAt === undefined ? left : Number.POSITIVE_INFINITY
}

function sat(bank: Bank, { int }: Dice, length: number) {
  let now: number = monday
  let played = play(firstModel(bank), 'e enter', monday)
  let all = played.events
  let left = Number.POSITIVE_INFINITY
  const pressed: string[] = []
  try {
    for (let i = 0; i < length; i++) {
      now += int(0, 20) === 0 ? int(-5, 20) * 60_000 : 1500
      if (int(0, 15) === 0) {
        pressed.push('killed')
        const open = played.model.screens[0].at
        // Of a clock that was set back nothing is known but the last event.
        const sitting = played.model.progress.sittings.at(-1)
        if (sitting) left = Math.max(left, timeLeft(sitting, 0))
        played = play(firstModel(bank, { ...played.model.size, events: all, at: now as Instant }), '', now as Instant)
        if (open !== 'home') played = played.press('e', now as Instant)
        all = [...all, ...played.events]
      } else {
        const leaves = played.at === 'home' || played.at === 'lobby' || played.at === 'report'
        const key = leaves ? (played.at === 'home' ? 'e' : 'enter') : (keys[int(0, keys.length - 1)] ?? 'enter')
        pressed.push(key)
        const count = played.events.length
        played = played.press(played.at === 'through' ? 'esc esc' : key, now as Instant)
        all = [...all, ...played.events.slice(count)]
      }
      left = expectTruth(played, all, left)
    }
  } catch (error) {
    throw new Error(`after … ${pressed.slice(-30).join(' ')}\n${played.screen}`, { cause: error })
  }
}

test('whatever keys are pressed, however often it is killed, the exam room says what the log holds', () => {
  fc.assert(
    fc.property(fc.noShrink(fc.noBias(fc.nat(2 ** 31 - 1))), fc.constantFrom(...banks), (seed, bank) =>
      sat(bank, dice(seed), 150),
    ),
    { numRuns: 8 },
  )
})
