import { stemOf } from '../deck/deck.ts'
import { plainText, safeLine } from '../deck/text.ts'
import { ownEvents } from '../store/log.ts'
import { type Bank, placeOf } from '../study/bank.ts'
import type { Event } from '../study/event.ts'
import { newestStanding } from '../study/order.ts'
import { keep } from './change.ts'
import type { Run } from './command.ts'
import { open } from './open.ts'
import { print, warn } from './print.ts'

export const run: Run = async world => {
  const opened = await open(world)
  warn(world, opened.notices)
  const { device } = opened.settings
  const last = newestStanding(device === undefined ? [] : ownEvents(opened.folders.reviews, device))
  if (last === undefined) {
    print(world, 'There is no answer to take back.')
    return 1
  }
  await keep(world, opened, { type: 'undo', of: last.id })
  print(world, `Taken back: ${told(last, opened.bank)}`)
  return 0
}

/** What an event was, in words. */
function told(event: Event, bank: Bank): string {
  switch (event.type) {
    case 'review': {
      const card = bank.cards.get(placeOf(bank, event.card, event.idea).card)
      return card ? safeLine(plainText(stemOf(card))) : event.card
    }
    case 'flag':
    case 'suspend':
      return `${event.type} ${event.target}${event.on ? '' : ', off'}`
    case 'reset':
      return `reset ${event.target}`
    case 'exam-start':
      return `the start of the exam ${event.exam}`
    case 'exam-answer':
      return `the answer to question ${event.place + 1} of the exam`
    case 'exam-pause':
    case 'exam-go-on':
    case 'exam-finish':
      return `${event.type.slice(5).replace('-', ' ')} of the exam`
    default:
      return event.id
  }
}
