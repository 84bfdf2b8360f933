import { stemOf } from '../deck/deck.ts'
import { plainText, safeLine } from '../deck/text.ts'
import { ownEvents } from '../store/log.ts'
import { placeOf } from '../study/bank.ts'
import { stamp } from '../study/event.ts'
import { newestStanding } from '../study/order.ts'
import type { Instant } from '../world.ts'
import type { Run } from './commands.ts'
import { keepSnapshot, open, record } from './open.ts'
import { print } from './print.ts'

export const run: Run = async world => {
  const opened = await open(world)
  const { device } = opened.settings
  const events = device === undefined ? [] : ownEvents(opened.folders.reviews, device)
  const last = newestStanding(events)
  if (device === undefined || last?.type !== 'review') {
    print(world, 'There is no answer to take back.')
    return 1
  }
  const at = Math.max(opened.now.at, ...events.slice(-1).map(event => event.at + 1)) as Instant
  record(opened, device, [stamp({ type: 'undo', of: last.id }, { ...opened.now, at }, world.seed())])
  await keepSnapshot(opened)
  const card = opened.bank.cards.get(placeOf(opened.bank, last.card, last.idea).card)
  print(world, `Taken back: ${card ? safeLine(plainText(stemOf(card))) : last.card}`)
  return 0
}
