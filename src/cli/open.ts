import { join } from 'node:path'
import type { Deck } from '../deck/deck.ts'
import { builtInDeck, builtInOutline } from '../store/built-in.ts'
import type { Folders } from '../store/folders.ts'
import { appendLog, lastEvent, logOf } from '../store/log.ts'
import { writeSettings } from '../store/settings.ts'
import { type Loaded, loadProgress, saveSnapshot } from '../store/snapshot.ts'
import { type Bank, bankOf } from '../study/bank.ts'
import { currentDay, studyDay } from '../study/day.ts'
import type { Event, Now } from '../study/event.ts'
import { newestDay, type Progress } from '../study/progress.ts'
import type { Settings } from '../study/settings.ts'
import { withPapers } from '../study/sitting.ts'
import type { World } from '../world.ts'
import { openBank, openSettings } from './open-decks.ts'

/** What the person has: decks, settings, progress, and what they should hear about them. */
export type Opened = {
  readonly folders: Folders
  readonly settings: Settings
  readonly bank: Bank
  readonly progress: Progress
  readonly loaded: Loaded
  readonly now: Now
  readonly notices: readonly string[]
}

const large = 4 * 1024 * 1024

/** For what shows no texts of decks: the built-in one comes without them. */
export const openOutline = (world: World): Promise<Opened> => open(world, builtInOutline)

export async function open(world: World, builtIn: () => Deck = builtInDeck): Promise<Opened> {
  const { folders, settings, notices: settingsNotices } = openSettings(world)
  const { bank: decks, notices: deckNotices } = await openBank(world, folders, settings, builtIn)
  const tell = (bytes: number) => bytes > large && world.stderr.isTTY && world.stderr.write('Reading your reviews …\n')
  const loaded = loadProgress(folders.reviews, snapshotOf(folders), decks, tell)
  const bank = withPapers(decks, loaded.progress.sittings)
  const { now, clockWentBack } = nowIn(world, settings, loaded.progress)
  const damaged = loaded.damaged.length
  const notices = [
    ...settingsNotices,
    ...deckNotices,
    ...(damaged > 0
      ? [
          `${damaged} damaged ${damaged === 1 ? 'line' : 'lines'} of the review log passed over, first in ${loaded.damaged[0]?.file}:${loaded.damaged[0]?.line}. Everything else was read, and the file is left as it is.`,
        ]
      : []),
    ...(clockWentBack ? ['The clock is more than a day behind your last answer. Today is what the clock says.'] : []),
  ]
  return { folders, settings, bank, progress: loaded.progress, loaded, now, notices }
}

/** The decks of an outline with all their texts. */
export function withTexts({ bank, progress }: Opened): Bank {
  const [, ...own] = bank.decks
  return withPapers(bankOf([builtInDeck(), ...own]), progress.sittings)
}

function nowIn(
  world: World,
  settings: Settings,
  progress: Progress,
): { readonly now: Now; readonly clockWentBack: boolean } {
  const at = world.now()
  const offset = world.offset(at)
  const { day, clockWentBack } = currentDay(studyDay(at, offset, settings.dayStartsAt), newestDay(progress.days))
  return { now: { at, offset, day }, clockWentBack: clockWentBack && !isTold(progress, day) }
}

/** Who went on studying under the clock that was set back has read it. */
function isTold({ tail }: Progress, day: number): boolean {
  const newest = tail.findLast(event => event.type === 'review')
  return newest?.type === 'review' && newest.day <= day
}

const snapshotOf = (folders: Folders): string => join(folders.cache, 'progress.json')

/** The name of this device's log: 8 random base32 characters, made on the first answer and kept in the settings. */
export async function deviceOf(world: World, { folders, settings }: Opened): Promise<string> {
  if (settings.device !== undefined) return settings.device
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  const device = Array.from({ length: 8 }, () => letters[world.seed() % letters.length]).join('')
  await writeSettings(folders.config, { device })
  return device
}

/** Appends events to this device's log; returns once they are on the disk. */
export const record = ({ folders }: Opened, device: string, events: readonly Event[]): void =>
  appendLog(logOf(folders.reviews, device), events)

/** The newest event of this device: later ones get a later time, whatever the clock says. */
export const lastOwn = ({ folders }: Opened, device: string): Event | undefined =>
  lastEvent(logOf(folders.reviews, device))

/** Keeps what the logs come to for a quick start. It is only a copy: where it cannot be kept, the next start takes longer. */
export async function keepSnapshot(opened: Opened): Promise<void> {
  try {
    const { folders, bank } = opened
    const fresh = loadProgress(folders.reviews, snapshotOf(folders), bank)
    await saveSnapshot(snapshotOf(folders), fresh.progress, fresh.files, fresh.damaged, bank)
  } catch {
    // a copy that cannot be kept is no failure
  }
}
