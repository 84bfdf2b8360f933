import { expect, test } from 'vitest'
import { timeLeft } from '../../src/study/sitting.ts'
import { commandFor, keys, keysOn } from '../../src/ui/keys.ts'
import { textOf } from '../../src/ui/lines.ts'
import type { Action, Model, ScreenAt } from '../../src/ui/model.ts'
import { matching } from '../../src/ui/palette.ts'
import { rowsOf } from '../../src/ui/rows.ts'
import { update } from '../../src/ui/update.ts'
import type { Instant } from '../../src/world.ts'
import {
  answer,
  asking,
  everyScreen,
  firstModel,
  monday,
  newcomer,
  type Played,
  play,
  smallBank,
} from '../helpers/play.ts'
import { everyState } from '../helpers/states.ts'

const bank = await smallBank()
const states = everyState(bank).filter(({ screens: [{ at }] }) => at !== 'palette' && at !== 'help')
const opened = (model: Model): Played => play(model, 'ctrl+p')
const paletteIn = ({ model }: Played): ScreenAt<'palette'> => {
  const [screen] = model.screens
  if (screen.at !== 'palette') throw new Error(`This is ${screen.at}.`)
  return screen
}
const actionsOn = (model: Model): readonly Action[] => paletteIn(opened(model)).actions
/** The palette with the cursor on an action. */
const at = (model: Model, action: Action): Model =>
  opened(model).press('down '.repeat(actionsOn(model).findIndex(({ says }) => says === action.says))).model
const chosen = (model: Model, words: string): Played => opened(model).press(`"${words}" enter`)

test('every key that works is there by name, and every command of the key table on some screen', () => {
  const reached = new Set<string>()
  for (const model of states) {
    const here = actionsOn(model).filter(({ on }) => on === 'here')
    const does = new Set(here.map(({ key }) => commandFor(model, key)))
    for (const one of does) if (one !== undefined) reached.add(one)
    for (const row of keysOn(model))
      if (row.says !== '' && row.does !== 'palette')
        expect([...does], `${row.does} on ${model.screens[0].at}`).toContain(row.does)
  }
  const own = new Set(['palette', 'run', 'type', 'missing'])
  for (const { does } of keys) if (!own.has(does)) expect([...reached]).toContain(does)
})

test('each has a name of its own, and typing that name finds it first', () => {
  for (const model of states) {
    const actions = actionsOn(model)
    expect(new Set(actions.map(({ says }) => says)).size).toBe(actions.length)
    for (const action of actions) expect(matching(actions, action.says)[0]?.says).toBe(action.says)
  }
})

test('choosing an action is pressing its key', () => {
  const input = { at: (monday + 60_000) as Instant, offset: 60, elapsed: 60_000, seed: 5 }
  const seen = ({ model, ...rest }: ReturnType<typeof update>) => ({
    ...rest,
    rows: rowsOf(model).map(textOf),
    top: model.top,
    trail: model.trail,
    progress: model.progress,
    stack: model.screens.map(screen => screen.at),
  })
  let count = 0
  for (const model of states)
    for (const action of actionsOn(model).filter(({ on }) => on === 'here')) {
      const palette = at(model, action)
      const does = commandFor(model, action.key)
      if (does === 'quit' || does === 'putAside') {
        expect(commandFor(palette, 'enter')).toBe(does)
        continue
      }
      if (does === undefined) throw new Error(`${action.key} does nothing on ${model.screens[0].at}.`)
      expect(commandFor(palette, 'enter')).toBe('run')
      const run = update(palette, { ...input, does: 'run', key: 'enter' })
      const pressed = update(model, { ...input, does, key: action.key })
      expect(seen(run), `${action.says} on ${model.screens[0].at}`).toEqual(seen(pressed))
      count += 1
    }
  expect(count).toBeGreaterThan(300)
})

test.each([
  ['undo', 'undo'],
  ['flg', 'flag'],
  ['FLAG', 'flag'],
  ['rating change', 'change the rating'],
  ['oth', 'other options'],
  ['ession today', "today's session"],
  ['serach', 'search'],
  ['u', 'undo'],
  ['huome', 'home'],
  ['help', 'help: all keys'],
])('typing "%s" finds %s', (text, says) => {
  const wrong = answer(play(asking(firstModel(bank), 'limits/long-video'), ''), 'wrong').model
  expect(matching(actionsOn(wrong), text)[0]?.says).toBe(says)
})

test('what is nearly typed is found only where nothing nearer is like it', () => {
  expect(matching(actionsOn(everyScreen(bank).topics), 'home').map(({ says }) => says)).toEqual(['home'])
})

test.each(['undo pause', 'xyzzy', 'zz', 'constructor'])('typing "%s" finds nothing, and Enter says so', text => {
  const wrong = answer(play(asking(firstModel(bank), 'limits/long-video'), ''), 'wrong').model
  const none = opened(wrong).press(`"${text}"`)
  expect(none.words).toContain(`Nothing is called "${text}" here.`)
  expect(none.press('enter')).toMatchObject({ at: 'palette', events: [] })
  expect(none.press('enter').words).toContain('Nothing is called that here.')
})

test('each key of a choice has its own line, as many as there are', () => {
  const { commit, choose, rating, exam } = everyScreen(bank)
  expect(opened(commit).words).toContain('open the options: sure 1 open the options: think so 2')
  expect(chosen(commit, 'think so').words).toContain('1 min left think so A media company')
  expect(opened(choose).words).toContain('choose c c choose d d')
  expect(opened(choose).words).not.toContain('choose e')
  expect(opened(exam).words).toContain('choose a')
  expect(chosen(rating, 'easy').words).toContain('Rating changed.')
})

test('it opens by : where letters are keys, and by Ctrl-P everywhere', () => {
  for (const model of states) {
    expect(opened(model).at).toBe('palette')
    const isText = keysOn(model).some(row => row.press.includes('printable'))
    expect(play(model, ':').at).toBe(isText ? model.screens[0].at : 'palette')
  }
})

test('Esc and Ctrl-P close it, and the screen below is as it was', () => {
  for (const model of states)
    for (const way of ['esc', 'ctrl+p', '"fl" down esc']) {
      const closed = opened(model).press(way)
      expect(closed.screen).toBe(play({ ...model, notice: '' }, '').screen)
      expect(closed.model.top).toBe(model.top)
    }
})

test('from help it lists what the screen below can do', () => {
  const { feedback, palette } = everyScreen(bank)
  expect(play(feedback, '? :').words).toContain('change the rating')
  expect(play(feedback, '? : esc').at).toBe('feedback')
  expect(play(palette, 'f1 ctrl+p esc').at).toBe('home')
})

test('on the smallest screen the chosen action is in view', () => {
  const { feedback } = everyScreen(bank, { columns: 40, rows: 16 })
  for (const [i, { says }] of actionsOn(feedback).entries())
    expect(opened(feedback).press('down '.repeat(i)).screen).toContain(`▸ ${says}`)
  expect(opened(feedback).footer).toBe('enter do it  ↓ more  esc close  f1')
})

test('another size lists what works there', () => {
  const { choose } = everyScreen(bank)
  const narrow = opened(choose).press('40x16')
  expect(paletteIn(narrow).actions.map(({ says }) => says)).toContain('story')
  expect(paletteIn(narrow.press('80x24')).actions.map(({ says }) => says)).not.toContain('story')
  expect(narrow.press('"choose b"').press('80x24 enter').model.screens[0]).toMatchObject({ at: 'choose', cursor: 1 })
})

test('home and what home leads to are named on every other screen', () => {
  for (const model of states) {
    const [{ at }] = model.screens
    const says = actionsOn(model).map(action => action.says)
    const wanted = model.settings.exam === undefined ? ['notes', 'search'] : ['home', 'notes', 'search']
    if (at === 'home') continue
    expect(says).toEqual(expect.arrayContaining(wanted.filter(one => one !== (at === 'topics' ? 'notes' : at))))
  }
  const before = actionsOn(newcomer(bank)).map(({ says }) => says)
  for (const place of ['home', "today's session", 'exam room']) expect(before).not.toContain(place)
})

test('a session that one looks away from is there again after Esc', () => {
  const typed = play(asking(firstModel(bank), 'limits/longest-run'), '"fif"')
  for (const place of ['notes', 'search']) {
    const away = chosen(typed.model, place)
    expect(away.words).toContain('Esc goes back to the session.')
    const back = away.press('esc')
    expect(back.words).toContain('fif')
    expect(back.press('"teen minutes" enter').words).toContain('✓ Right')
  }
  const deep = chosen(chosen(typed.model, 'search').model, 'notes')
  expect(deep.press('esc').at).toBe('type')
})

test('home and another session pause the one that is under way', () => {
  const one = answer(play(asking(firstModel(bank), 'limits/longest-run limits/most-memory'), ''), 'right')
  for (const place of ['home', "today's session"]) {
    const left = one.press(`ctrl+p "${place}" enter`)
    expect(left.words).toContain('Paused. Every answer so far is saved.')
    expect(left.events).toHaveLength(1)
  }
  const today = play(firstModel(bank), 'enter')
  const back = chosen(chosen(today.model, 'notes').model, "today's session")
  expect(back.screen).toBe(today.screen)
  expect(back.events).toEqual([])
  expect(actionsOn(today.model).map(({ says }) => says)).not.toContain("today's session")
  expect(chosen(chosen(today.model, 'notes').model, 'home').words).toContain('Paused.')
  expect(chosen(everyScreen(bank).summary, 'home').words).not.toContain('Paused.')
})

test('a quiz begun on notes or hits leaves what was under way, and says so', () => {
  const typed = play(asking(firstModel(bank), 'limits/longest-run'), '').model
  const { exam } = everyScreen(bank)
  for (const keys of [
    'ctrl+p "notes" enter tab',
    'ctrl+p "notes" enter enter tab',
    'ctrl+p "search" enter "memory" tab',
  ]) {
    expect(play(typed, keys).words).toContain('Paused. Every answer so far is saved.')
    expect(play(exam, keys).words).toContain("The exam's clock runs on. The exam room goes back to it.")
  }
  expect(play(everyScreen(bank).summary, 'enter').model.notice).toBeUndefined()
})

test('an exam that one looks away from keeps its clock, and is there again from anywhere', () => {
  const { exam } = everyScreen(bank)
  const answered = play(exam, 'b')
  for (const place of ['notes', 'home', "today's session"]) {
    const away = answered.press(`ctrl+p "${place}" enter`)
    expect(away.words).toContain("The exam's clock runs on.")
    expect(away.events.some(({ type }) => type === 'exam-pause')).toBe(false)
    const back = away.press('ctrl+p "exam room" enter')
    expect(back.at).toBe('exam')
    expect(back.model.screens.filter(screen => screen.at === 'exam')).toHaveLength(1)
    const [sitting] = back.model.progress.sittings
    expect(sitting && timeLeft(sitting, back.model.now)).toBeLessThan(
      sitting ? timeLeft(sitting, answered.model.now) : 0,
    )
    expect(back.words).toContain('▸')
  }
  expect(actionsOn(exam).map(({ says }) => says)).not.toContain('exam room')
})

test('the time of an exam ends below the palette and help as well', () => {
  const { exam } = everyScreen(bank)
  const later = (monday + 86_400_000) as Instant
  for (const cover of ['ctrl+p', '?']) {
    const over = play(exam, cover).press('down', later)
    expect(over.at).toBe('report')
    expect(over.press('esc').at).toBe('home')
  }
})

test('quit leaves from it', () => {
  expect(chosen(everyScreen(bank).choose, 'quit').left).toBe(true)
  expect(chosen(everyScreen(bank).type, 'quit').left).toBe(true)
})
