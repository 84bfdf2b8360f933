import { expect, test } from 'vitest'
import type { Event } from '../../src/study/event.ts'
import type { Input, Model } from '../../src/ui/model.ts'
import { committed } from '../../src/ui/write-first.ts'
import type { Instant } from '../../src/world.ts'
import { asking, firstModel, monday, smallBank } from '../helpers/play.ts'

const bank = await smallBank()
const input = (key: string, does: Input['does'], seconds: number): Input => ({
  does,
  key,
  at: (monday + seconds * 1000) as Instant,
  offset: 60,
  elapsed: seconds * 1000,
  seed: 7 + seconds,
})
const turned = (): Model => {
  const model = asking(firstModel(bank), 'limits/most-memory')
  return committed(model, input('enter', 'turn', 1), { record: () => {}, keep: () => {}, save: () => '' }, 'key')
}
const full = {
  record: () => {
    throw new Error('no space left on device')
  },
  keep: () => {},
  save: () => '',
}

test('what cannot be written is not shown: the screen stays, says so, and keeps the answer', () => {
  const before = turned()
  const after = committed(before, input('3', 'recalled', 5), full, 'key')
  expect(after.screens).toEqual(before.screens)
  expect(after.progress.ideas.size).toBe(0)
  expect(after.notice).toBe('Not saved, the same key tries again: no space left on device')
})

test('the same key writes the very same events, so that one that did reach the disk counts once', () => {
  const tried: Event[][] = []
  const keeper = (works: boolean) => ({
    record: (events: readonly Event[]) => {
      tried.push([...events])
      if (!works) throw new Error('flush')
    },
    keep: () => {},
    save: () => '',
  })
  const failed = committed(turned(), input('3', 'recalled', 5), keeper(false), 'key')
  const again = committed(failed, input('3', 'recalled', 60), keeper(false), 'key')
  const saved = committed(again, input('3', 'recalled', 90), keeper(true), 'key')
  expect(tried).toHaveLength(3)
  expect(tried[1]).toEqual(tried[0])
  expect(tried[2]).toEqual(tried[0])
  expect(saved.progress.ideas.size).toBe(1)
  expect(saved.unsaved).toBeUndefined()
})

test('another key gives the unsaved answer up', () => {
  const failed = committed(turned(), input('3', 'recalled', 5), full, 'key')
  const other = committed(
    failed,
    input('1', 'recalled', 9),
    { record: () => {}, keep: () => {}, save: () => '' },
    'key',
  )
  expect([...other.progress.ideas.values()]).toMatchObject([{ lastRating: 1 }])
})
