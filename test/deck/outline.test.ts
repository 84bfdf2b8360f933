import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deck } from '../../src/deck/deck.ts'
import { outlineOf } from '../../src/deck/outline.ts'
import { type Bank, bankOf } from '../../src/study/bank.ts'
import type { Event } from '../../src/study/event.ts'
import { replay } from '../../src/study/progress.ts'
import { todayQueue } from '../../src/study/queue.ts'
import { defaults } from '../../src/study/settings.ts'
import { withPapers } from '../../src/study/sitting.ts'
import { held, topicStats } from '../../src/study/stats.ts'
import { rowsOf } from '../../src/ui/rows.ts'
import { histories } from '../helpers/events.ts'
import { factsOf } from '../helpers/facts.ts'
import { builtInBank, firstModel } from '../helpers/play.ts'

const bank = await builtInBank()
const outline = bankOf(bank.decks.map(outlineOf))

/** The same history, with options picked that the cards have. */
const picked = (events: readonly Event[]): readonly Event[] =>
  events.map(event => {
    const card = event.type === 'review' ? bank.cards.get(event.card) : undefined
    if (event.type !== 'review' || card?.kind !== 'multiple-response') return event
    const ids = card.options.map(option => option.id)
    return { ...event, answer: ids.slice(event.seed % ids.length).slice(0, 2), shown: ids }
  })

test('an outline has no text of notes and cards', () => {
  const texts = bank.decks.flatMap(deck => deck.topics.flatMap(topic => topic.notes.map(note => note.text)))
  const kept = JSON.stringify(outline.decks)
  expect(texts.filter(text => kept.includes(JSON.stringify(text)))).toEqual([])
  expect(kept.length).toBeLessThan(JSON.stringify(bank.decks).length / 5)
})

test('whatever happened, it comes to the same with the outline as with the whole deck', () => {
  fc.assert(
    fc.property(histories(bank), fc.constantFrom('DVA', 'CLF', undefined), (history, exam) => {
      const events = picked(history)
      const day = 20_010
      const seen = (of: Bank) => {
        const progress = replay(events, of)
        const settings = { ...defaults, ...(exam && { exam, examDate: '2024-11-01' }) }
        return {
          facts: factsOf(progress),
          queue: todayQueue(of, progress, settings, day, 7),
          held: held([...of.ideas.values()], progress, day),
          topics: topicStats(of, progress, exam, day).map(({ topic, ...figures }) => ({
            title: topic.title,
            ...figures,
          })),
          home: rowsOf(firstModel(of, { events, settings })),
        }
      }
      expect(seen(outline)).toEqual(seen(bank))
    }),
    { numRuns: 60 },
  )
})

test('progress kept with the one is good for the other, renamed ids and all', () => {
  expect(outline.fingerprint).toBe(bank.fingerprint)
  expect([...outline.renamed]).toEqual([...bank.renamed])
})

test('a paper that was sat opens the same cards', () => {
  const cards = bank.sealed.filter(({ sealed }) => sealed === 'A').map(({ id }) => id)
  const sitting = { paper: 'A', finishedAt: 1, cards } as never
  const faces = (of: Bank) =>
    [...withPapers(of, [sitting]).ideas.values()].map(({ id, faces }) => [id, faces.map(f => f.id)])
  expect(cards.length).toBeGreaterThan(0)
  expect(faces(outline)).toEqual(faces(bank))
  expect(faces(outline)).not.toEqual([...outline.ideas.values()].map(({ id, faces }) => [id, faces.map(f => f.id)]))
})

test('the person’s own deck may be outlined as well, and keeps its names', () => {
  const [deck] = bank.decks as [Deck]
  expect(outlineOf({ ...deck, name: 'mine' })).toMatchObject({ name: 'mine', title: deck.title, exams: deck.exams })
})
