import { join } from 'node:path'
import { renderToString } from 'ink'
import { compileDeck } from '../src/store/deck.ts'
import { type Bank, bankOf } from '../src/study/bank.ts'
import type { Event } from '../src/study/event.ts'
import { App } from '../src/ui/app.tsx'
import type { At, Model } from '../src/ui/model.ts'
import { lookFor, type Theme } from '../src/ui/theme.ts'
import { diary } from '../test/helpers/events.ts'
import { answer, answerAll, asking, everyScreen, firstModel, play } from '../test/helpers/play.ts'
import { emptyTerminal } from '../test/helpers/terminal.ts'
import { dark, light, type Palette, svg } from './svg.ts'

const size = { columns: 80, rows: 24 }
const looks: Readonly<Record<'dark' | 'light', { readonly theme: Theme; readonly palette: Palette }>> = {
  dark: { theme: lookFor('dark', 4, {}, false).theme, palette: dark },
  light: { theme: lookFor('light', 4, {}, false).theme, palette: light },
}

/**
 * A picture of every screen in both themes, and a page that shows them, by file name. They are drawn from the model and
 * the little deck of the tests: so they change with the screens and not with the content, the clock or the machine.
 * Colours must be on when Ink is imported (`FORCE_COLOR=3`).
 */
export async function screenFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const { deck } = await compileDeck(join(root, 'test/fixtures/small-deck'))
  if (!deck) throw new Error('The little deck cannot be read.')
  const screens = Object.entries(screensOf(bankOf([deck])))
  const files = new Map([['README.md', gallery(screens.map(([name]) => name))]])
  for (const [name, model] of screens)
    for (const [mode, { theme, palette }] of Object.entries(looks))
      files.set(`${name}-${mode}.svg`, await drawn(name, model, theme, palette))
  return files
}

/** All screens of the app, as they are after a week of study. A new screen comes from `everyScreen` by itself. */
function screensOf(bank: Bank): Readonly<Record<At | 'exhibit' | 'several' | 'right', Model>> {
  const given = { ...size, events: week(bank), settings: { examDate: '2026-12-14' } }
  const screens = everyScreen(bank, given)
  const home = firstModel(bank, given)
  const cards = 'limits/most-memory limits/long-video invocation/polled'
  const first = answer(play(asking(home, cards), ''), 'right')
  const sitting = play(screens.exam, 'b e right c m right d')
  const report = sitting.press('tab i enter')
  return {
    ...screens,
    recall: play(screens.recall, 'enter').model,
    type: play(screens.type, '"fifteen min"').model,
    choose: play(screens.choose, 'd').model,
    match: play(screens.match, '2').model,
    order: play(screens.order, 'b').model,
    summary: answerAll(first, 'wrong').model,
    search: play(home, '/ "memory"').model,
    lobby: report.press('esc e').model,
    exam: sitting.press('left').model,
    jump: sitting.press('tab').model,
    handin: sitting.press('tab i').model,
    report: report.model,
    through: report.press('enter').model,
    palette: play(screens.feedback, ':').model,
    help: play(screens.feedback, '?').model,
    exhibit: play(asking(home, 'pricing/region-story'), '1').model,
    several: play(asking(home, 'invocation/polled'), '1 b d').model,
    right: answer(play(asking(home, 'limits/long-video'), ''), 'right').model,
  }
}

/** What was answered in the days before: some of it held, some shaky, one idea sure but wrong. */
function week(bank: Bank): readonly Event[] {
  const { day } = firstModel(bank)
  const write = diary(bank)
  const missed = { rating: 1, verdict: 'wrong' } as const
  return [
    write.answer('limits/most-memory', day - 6),
    write.answer('limits/longest-run', day - 6, missed),
    write.answer('limits/longest-run', day - 5),
    write.answer('invocation/how-often', day - 5),
    write.answer('pricing/billing-step', day - 4, missed),
    write.answer('limits/most-memory', day - 3),
    write.answer('invocation/polled', day - 3, { ...missed, sure: 1 }),
    write.answer('limits/long-video', day - 2, { sure: 1 }),
    write.answer('pricing/billing-step', day - 1),
    write.answer('invocation/polled', day - 1, { ...missed, sure: 1 }),
    write.answer('limits/memory-figure', day - 1),
  ]
}

async function drawn(name: string, model: Model, theme: Theme, palette: Palette): Promise<string> {
  const terminal = emptyTerminal(size.columns, size.rows)
  const frame = renderToString(<App model={model} theme={theme} />, { columns: size.columns })
  await new Promise<void>(resolve => terminal.write(frame.replaceAll('\n', '\r\n'), resolve))
  const picture = svg(terminal, palette, `lambda-study: ${name}`)
  terminal.dispose()
  return picture
}

const gallery = (names: readonly string[]): string => `# Every screen

At 80 by 24, after a week with a little deck. Drawn by \`npm run pictures\`; a test tells when they are old.
${names.map(shown).join('')}`

const shown = (name: string): string => `
## ${name}

<picture><source media="(prefers-color-scheme: dark)" srcset="${name}-dark.svg"><img alt="The screen ${name}" src="${name}-light.svg"></picture>
`
