import type { CardId, IdeaId } from '../deck/deck.ts'
import { UserError } from '../error.ts'
import type { Bank } from '../study/bank.ts'
import { type Draft, stamp } from '../study/event.ts'
import type { Instant, World } from '../world.ts'
import type { Run } from './command.ts'
import { nearest } from './nearest.ts'
import { deviceOf, keepSnapshot, lastOwn, type Opened, open, record } from './open.ts'
import { print, warn } from './print.ts'

/** What a command of this table does to what an id names, and what it says then. */
type Change = { draft(opened: Opened, id: string): Draft; says(id: string): string }

const flag = (on: boolean): Change => ({
  draft: ({ bank }, id) => ({ type: 'flag', target: cardOf(bank, id), on }),
  says: id => (on ? `Flagged ${id}.` : `${id} is no longer flagged.`),
})
const suspend = (on: boolean): Change => ({
  draft: ({ bank }, id) => ({ type: 'suspend', target: cardOrIdeaOf(bank, id), on }),
  says: id => (on ? `${id} is not asked any more.` : `${id} is asked again.`),
})
const reset: Change = {
  draft({ bank, progress }, id) {
    const idea = ideaOf(bank, id)
    if (progress.ideas.has(idea)) return { type: 'reset', target: idea }
    throw new UserError(`${id} was not met yet.`, 'there is nothing to begin anew', 1)
  },
  says: id => `${id} begins anew; its answers stay in the record.`,
}

const run =
  (change: Change): Run =>
  async (world, [id = '']) => {
    const opened = await open(world)
    warn(world, opened.notices)
    await keep(world, opened, change.draft(opened, id))
    print(world, `${change.says(id)} lambda-study undo takes that back.`)
    return 0
  }
export const changes = {
  flag: run(flag(true)),
  unflag: run(flag(false)),
  suspend: run(suspend(true)),
  unsuspend: run(suspend(false)),
  reset: run(reset),
} as const satisfies Record<string, Run>

/** Records an event of this device, later than its last one. */
export async function keep(world: World, opened: Opened, draft: Draft): Promise<void> {
  const device = await deviceOf(world, opened)
  const at = Math.max(opened.now.at, (lastOwn(opened, device)?.at ?? 0) + 1) as Instant
  record(opened, device, [stamp(draft, { ...opened.now, at }, world.seed())])
  await keepSnapshot(opened)
}

/** `limits/long-video`, with or without its deck. */
const found = <Id extends string>(ids: Iterable<Id>, id: string): Id | undefined =>
  [...ids].find(known => known === id || known.replace(/^[^:]*:/, '') === id)

function cardOf({ cards }: Bank, id: string): CardId {
  return found(cards.keys(), id) ?? unknown(id, 'card', [...cards.keys()])
}

function cardOrIdeaOf({ cards, ideas }: Bank, id: string): CardId | IdeaId {
  return (
    found(cards.keys(), id) ??
    found(ideas.keys(), id) ??
    unknown(id, 'card or note', [...cards.keys(), ...ideas.keys()])
  )
}

/** An idea by its own id, or by one of its cards. */
function ideaOf({ cards, ideas }: Bank, id: string): IdeaId {
  const card = found(cards.keys(), id)
  const byCard = card && cards.get(card)?.idea
  return found(ideas.keys(), id) ?? byCard ?? unknown(id, 'note', [...ideas.keys()])
}

function unknown(id: string, what: string, ids: readonly string[]): never {
  const near = nearest(
    id,
    ids.map(known => known.replace(/^[^:]*:/, '')),
  )
  throw new UserError(
    `There is no ${what} "${id}".`,
    near ? `did you mean ${near}?` : 'lambda-study search finds its id',
    2,
  )
}
