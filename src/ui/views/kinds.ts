import { stemOf } from '../../deck/deck.ts'
import { plainText, safeLine } from '../../deck/text.ts'
import { kindNames } from '../../kinds/index.ts'
import { ideasFor } from '../../study/bank.ts'
import { ownSeconds } from '../../study/pace.ts'
import { examOf } from '../../study/settings.ts'
import { slowest } from '../../study/trouble.ts'
import { blank, bold, fitted, type Line, line, quiet, run, wrap } from '../lines.ts'
import type { Model } from '../model.ts'
import { bar } from '../plot.ts'
import { percent, shareText } from './overview.ts'
import type { View } from './view.ts'

const name = 19

/** What was right of each kind, and how long it takes; then the cards that take longest. */
export const kindsBody: View<'progress'> = (model, _screen, width) => {
  const { bank, progress, settings } = model
  const slow = slowest(ideasFor(bank, examOf(settings)), progress, 5)
  const rows = kindNames.flatMap(kind => kindLine(model, kind, width))
  return {
    left: line(bold('By kind')),
    right: line(quiet('right, and seconds an answer takes')),
    lines: [
      ...(rows.length === 0 ? wrap(line('Nothing answered yet.'), width) : rows),
      ...(slow.length === 0
        ? []
        : [
            blank,
            line(bold('Slowest cards')),
            ...slow.map(({ card, seconds, usual }) => {
              const time =
                width < 60 ? `${Math.round(seconds)} s` : `${Math.round(seconds)} s, usual ${Math.round(usual)}`
              const stem = safeLine(plainText(stemOf(card)))
              return line(...fitted(line(stem), width - time.length - 2), '  ', quiet(time))
            }),
          ]),
    ],
  }
}

function kindLine({ progress, plain }: Model, kind: (typeof kindNames)[number], width: number): readonly Line[] {
  const share = progress.tallies.kinds[kind]
  if (!share) return []
  const seconds = ownSeconds(kind, progress)
  const time = seconds === undefined ? '' : `${Math.round(seconds)} s`
  if (plain) return [line(`${kind}: ${shareText(share)} right, ${percent(share)} in 100, ${time} an answer`)]
  const narrow = width < 60
  return [
    line(
      kind.padEnd(name),
      shareText(share)
        .padStart(12)
        .slice(narrow ? 1 : 0),
      ...(narrow ? [] : [run(`  ${bar(share.rights / share.of, 20)}`), run(`${percent(share)}`.padStart(5))]),
      quiet(time.padStart(narrow ? 7 : 9)),
    ),
  ]
}
