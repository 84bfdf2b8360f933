import { join } from 'node:path'
import { UserError } from '../error.ts'
import { writeBeside } from '../store/new.ts'
import { settingsWriter } from '../store/settings.ts'
import { dayText } from '../study/date.ts'
import { isSetUp } from '../study/settings.ts'
import { openSitting, timeLeft } from '../study/sitting.ts'
import type { Model } from '../ui/model.ts'
import type { Ports } from '../ui/start.ts'
import type { World } from '../world.ts'
import type { Flags } from './command.ts'
import { deviceOf, keepSnapshot, lastOwn, type Opened, open, openOutline, record, withTexts } from './open.ts'
import { counted, print, warn } from './print.ts'

/** What a command opens: home, a screen, or a session begun on the model. */
export type Opening =
  | 'home'
  | 'search'
  | 'topics'
  | 'progress'
  | Begin
  /** Also for who was not asked yet what to study for. */
  | { readonly anyway: Begin }
type Begin = (model: Model, seed: number, at: number) => Promise<Model>

/** Whether screens can be shown, or lines read instead. */
export function modeFor({ env, stdin, stdout }: World, flags: Flags): 'screens' | 'lines' | 'none' {
  const accessible =
    env.ACCESSIBLE !== undefined && env.ACCESSIBLE !== '' && env.ACCESSIBLE !== '0' && env.ACCESSIBLE !== 'false'
  if (flags.plain || accessible || env.INK_SCREEN_READER === 'true') return 'lines'
  if (!stdin.isTTY || !stdout.isTTY) return 'none'
  return env.TERM === 'dumb' ? 'lines' : 'screens'
}

/** Opens the screens, or the line mode; runs until the person leaves. */
export async function openScreens(world: World, flags: Flags, opening: Opening): Promise<number> {
  const mode = modeFor(world, flags)
  if (mode === 'none')
    throw new UserError(
      'This needs a terminal.',
      'lambda-study status tells what is due; --plain reads answers line by line',
      2,
    )
  // Home shows no texts: it is drawn before they are read.
  const later = mode === 'screens' && opening === 'home'
  const opened = later ? await openOutline(world) : await open(world)
  const { device, temporary } = await ownDevice(world, opened)
  const keep = isSetUp(opened.settings) ? refuse : await settingsWriter(opened.folders.config)
  const { lookFor } = await import('../ui/theme.ts')
  const { colourDepth } = await import('../ui/terminal/colour.ts')
  const depth = colourDepth(world.env.LAMBDA_STUDY_COLOR, world.env, world.stdout)
  // Without colours the theme names none; bold and the cursor in a typed text stay, which Ink leaves out at 0.
  world.setEnv('FORCE_COLOR', String(Math.max(1, depth)))
  const look = lookFor(opened.settings.theme, depth, world.env, process.platform === 'win32')
  const notices = [...opened.notices, ...(temporary ? [temporary] : [])]
  const first = await firstModel(world, opened, device, opening, {
    glyphs: look.glyphs,
    ...(notices[0] !== undefined && { notice: notices[0] }),
  })
  const ports: Ports = {
    world,
    theme: look.theme,
    ...(later && { whole: () => withTexts(opened) }),
    record: events => record(opened, device, events),
    keep,
    save: ({ name, text }) => writeBeside(join(world.folder, name), text),
  }
  const last =
    mode === 'lines'
      ? await (await import('../ui/line.ts')).startLines(first, ports)
      : await (await import('../ui/start.ts')).start(first, ports)
  await farewell(world, opened, last, notices)
  if (last.progress !== opened.progress || opened.loaded.rebuilt) await keepSnapshot(opened)
  return 0
}

function refuse(): never {
  throw new Error('settings are not changed here')
}

/** Where no settings can be written, answers go to a log of a name made for this run. */
async function ownDevice(
  world: World,
  opened: Opened,
): Promise<{ readonly device: string; readonly temporary?: string }> {
  try {
    return { device: await deviceOf(world, opened) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { device: `unsaved${world.seed().toString(36)}`, temporary: error.message }
  }
}

async function firstModel(world: World, opened: Opened, device: string, opening: Opening, look: Look): Promise<Model> {
  const model = modelOf(world, opened, look, lastOwn(opened, device)?.at)
  const [home] = model.screens
  if (opening === 'home') return model
  if (opening === 'topics') return { ...model, screens: [{ at: 'topics', cursor: 0 }, home] }
  if (opening === 'progress') return { ...model, screens: [{ at: 'progress', part: 'overview' }, home] }
  if (opening === 'search') return (await import('../ui/screens/open.ts')).openSearch(model)
  if (typeof opening === 'object') return opening.anyway(model, world.seed(), opened.now.at)
  return isSetUp(opened.settings) ? opening(model, world.seed(), opened.now.at) : model
}

type Look = Pick<Model, 'glyphs' | 'notice'>

/** What is known, on the home screen. */
export function modelOf(
  world: World,
  { bank, progress, settings, now }: Opened,
  look: Look,
  lastAt: number | undefined = 0,
): Model {
  return {
    bank,
    progress,
    settings,
    size: { columns: world.stdout.columns ?? 80, rows: world.stdout.rows ?? 24 },
    day: now.day,
    now: now.at,
    elapsed: world.elapsed(),
    lastAt,
    top: 0,
    shape: { height: 0, compact: false },
    trail: [],
    screens: [isSetUp(settings) ? { at: 'home' } : { at: 'welcome', cursor: 0 }],
    ...look,
  }
}

/** What stays in the terminal after the screens are gone. */
async function farewell(world: World, opened: Opened, last: Model, notices: readonly string[]): Promise<void> {
  const before = opened.progress.days.get(last.day)
  const after = last.progress.days.get(last.day)
  const answered = (after?.answers ?? 0) - (before?.answers ?? 0)
  const right = (after?.rights ?? 0) - (before?.rights ?? 0)
  if (answered > 0)
    print(world, `${dayText(last.day)}: ${counted(answered, 'answer')}, ${right} right. All of it is saved.`)
  const begun = openSitting(last.progress.sittings)
  if (begun) {
    const { clockText } = await import('../ui/views/words.ts')
    const left = timeLeft(begun, world.now())
    print(
      world,
      left === 0
        ? 'The time of your exam is over: lambda-study exam opens the report.'
        : `Your exam ${begun.pausedAt === undefined ? 'goes on' : 'is paused'}, ${clockText(left)} left: lambda-study exam goes back to it.`,
    )
  }
  warn(world, notices)
}
