import fs from 'node:fs'
import path from 'node:path'
import { inTurn, timed, times } from './measure.mjs'
import { day, device, logOf } from './workplace.mjs'

/** An answer kept by the app beside the same bytes appended and flushed by hand. */
export async function records({ inside, deck, homes, at }) {
  const roll = inside.dice(1)
  const card = deck.topics[0].cards[0]
  let now = day * 86_400_000
  const answer = () => inside.review(card, { at: ++now, day, roll })
  const runs = home => {
    const folder = at(`record-${path.basename(home)}`)
    for (const name of ['app', 'hand']) {
      fs.mkdirSync(path.join(folder, name, 'reviews'), { recursive: true })
      if (fs.existsSync(logOf(home))) fs.copyFileSync(logOf(home), logOf(path.join(folder, name)))
    }
    const opened = { folders: { reviews: path.join(folder, 'app/reviews') } }
    const log = logOf(path.join(folder, 'hand'))
    return [
      () => ((event = answer()) => timed(() => inside.record(opened, device, [event])))(),
      () => ((line = `${inside.lineOf(answer())}\n`) => timed(() => append(log, line)))(),
    ]
  }
  const [keptAtNone, byHandAtNone] = runs(homes.empty)
  const [kept, byHand] = runs(homes.full)
  const ms = await inTurn({ rounds: 300, seconds: 6 }, { keptAtNone, byHandAtNone, kept, byHand })
  return {
    'record-none': times(ms.keptAtNone, ms.byHandAtNone),
    'record-many': times(ms.kept, ms.byHand),
  }
}

function append(log, line) {
  const file = fs.openSync(log, 'a')
  fs.writeSync(file, line)
  fs.fdatasyncSync(file)
  fs.closeSync(file)
}
