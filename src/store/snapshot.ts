import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Bank } from '../study/bank.ts'
import type { Event } from '../study/event.ts'
import { model } from '../study/memory.ts'
import { inOrder } from '../study/order.ts'
import { compacted, type Folded, nothing, type Progress, replay, resume } from '../study/progress.ts'
import { openConf } from './conf.ts'
import { bytesBefore, type Damaged, type Log, logFiles, type Mark, readLog, sizeOf } from './log.ts'

/** How far a log was read, and its last bytes up to there. */
type FileMark = Mark & { readonly end: string }
type Snapshot = {
  readonly version: 8
  readonly model: string
  readonly fingerprint: string
  readonly files: Readonly<Record<string, FileMark>>
  readonly damaged: readonly Damaged[]
  readonly present: Omit<FoldedJson, 'histories'>
  /** `Rest` as JSON, which is parsed only when it is asked for or when there are later events: the second line of the file. */
  readonly rest: string
}
/** What the present came from, and what few screens show of it. */
type Rest = Pick<FoldedJson, 'histories'> & { readonly past: FoldedJson; readonly tail: readonly Event[] }
type Parsed = Pick<Progress, 'past' | 'tail' | 'histories'>
type FoldedJson = Omit<Folded, 'ideas' | 'cards' | 'histories' | 'days'> & {
  readonly ideas: readonly [string, unknown][]
  readonly cards: readonly [string, unknown][]
  readonly histories: readonly [string, unknown][]
  readonly days: readonly [number, unknown][]
}

export type Loaded = {
  readonly progress: Progress
  readonly damaged: readonly Damaged[]
  /** How far each log was read. */
  readonly files: Readonly<Record<string, FileMark>>
  /** Whether everything was replayed, so that a new snapshot is worth its while. */
  readonly rebuilt: boolean
}

/** Progress from the snapshot and what the logs hold beyond it; from the logs alone when the snapshot does not fit. `onRebuild` hears how many bytes must be read. */
export function loadProgress(
  reviews: string,
  snapshot: string,
  bank: Bank,
  onRebuild: (bytes: number) => void = () => {},
): Loaded {
  const names = logFiles(reviews)
  const kept = readSnapshot(snapshot, bank)
  const fits =
    kept &&
    Object.entries(kept.files).every(
      ([name, mark]) =>
        names.includes(name) &&
        sizeOf(join(reviews, name)) >= mark.size &&
        bytesBefore(join(reviews, name), mark.size) === mark.end,
    )
  if (kept && fits) {
    const logs = names.map(name => [name, readLog(join(reviews, name), kept.files[name])] as const)
    const later = logs.map(([, log]) => log.events)
    const progress = later.every(events => events.length === 0) ? presentOf(kept) : resumed(kept, later, bank)
    if (progress)
      return {
        progress,
        damaged: [...kept.damaged, ...logs.flatMap(([, log]) => log.damaged)],
        files: marks(reviews, logs),
        rebuilt: false,
      }
  }
  onRebuild(names.reduce((sum, name) => sum + sizeOf(join(reviews, name)), 0))
  const logs = names.map(name => [name, readLog(join(reviews, name))] as const)
  const progress = replay(inOrder(logs.map(([, log]) => log.events)), bank)
  return { progress, damaged: logs.flatMap(([, log]) => log.damaged), files: marks(reviews, logs), rebuilt: true }
}

/** Progress as it was kept. */
function presentOf({ present, rest }: Snapshot): Progress {
  let parsed: Parsed | undefined
  const parse = () => {
    parsed ??= restFrom(rest)
    return parsed
  }
  return {
    ...foldedFrom({ ...present, histories: [] }),
    get histories() {
      return parse().histories
    },
    get past() {
      return parse().past
    },
    get tail() {
      return parse().tail
    },
  }
}

/** Missing when the later events do not go on top of what was kept. */
function resumed({ rest }: Snapshot, later: readonly (readonly Event[])[], bank: Bank): Progress | undefined {
  const { past, tail } = restFrom(rest)
  return resume(past, inOrder([tail, ...later]), bank)
}

function restFrom(rest: string): Parsed {
  const { past, tail, histories } = JSON.parse(rest) as Rest
  return { past: foldedFrom(past), tail, histories: new Map(histories as never) }
}

const marks = (reviews: string, logs: readonly (readonly [string, Log])[]): Readonly<Record<string, FileMark>> =>
  Object.fromEntries(logs.map(([name, { end }]) => [name, { ...end, end: bytesBefore(join(reviews, name), end.size) }]))

/** Keeps progress for the next start. `files` says how far the logs are in it. Throws when it cannot be written: nothing is lost then, the next start replays. */
export async function saveSnapshot(
  path: string,
  progress: Progress,
  files: Readonly<Record<string, FileMark>>,
  damaged: readonly Damaged[],
  bank: Bank,
): Promise<void> {
  const { past, tail, ...folded } = compacted(progress, bank)
  const { histories, ...present } = jsonOf(folded)
  const rest: Rest = { past: jsonOf(past), tail, histories }
  const snapshot: Snapshot = {
    version: 8,
    model,
    fingerprint: bank.fingerprint,
    files,
    // A torn line at the end of a log is read again at the next start.
    damaged: damaged.filter(({ file, line }) => line <= (files[basename(file)]?.lines ?? 0)),
    present,
    rest: JSON.stringify(rest),
  }
  const open = await openConf()
  const conf = open(path, { clearInvalidConfig: true, serialize: ({ rest, ...head }) => summed(head, `${rest}`) })
  conf.store = { ...snapshot }
}

/** Two lines of JSON, with the checksum of all else as the first field. */
function summed(head: object, rest: string): string {
  const text = `${JSON.stringify(head)}\n${rest}`
  return `{"crc":"${crc32(text).toString(16)}",${text.slice(1)}`
}
function unsummed(text: string): readonly [head: string, rest: string] | undefined {
  const [begin = '', crc] = /^\{"crc":"([0-9a-f]+)",/.exec(text) ?? []
  const own = `{${text.slice(begin.length)}`
  const end = own.indexOf('\n')
  return crc === crc32(own).toString(16) ? [own.slice(0, end), own.slice(end + 1)] : undefined
}

function readSnapshot(path: string, bank: Bank): Snapshot | undefined {
  try {
    const [head, rest] = unsummed(readFileSync(path, 'utf8')) ?? []
    const raw = head === undefined ? undefined : ({ ...JSON.parse(head), rest } as Snapshot)
    return raw?.version === 8 && raw.model === model && raw.fingerprint === bank.fingerprint ? raw : undefined
  } catch {
    return undefined
  }
}

const jsonOf = (folded: Folded): FoldedJson => ({
  ...folded,
  ideas: [...folded.ideas],
  cards: [...folded.cards],
  histories: [...folded.histories],
  days: [...folded.days],
})
const foldedFrom = (json: FoldedJson): Folded => ({
  ...nothing,
  ...json,
  ideas: new Map(json.ideas as never),
  cards: new Map(json.cards as never),
  histories: new Map(json.histories as never),
  days: new Map(json.days as never),
})
