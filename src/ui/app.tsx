import { Box, Text } from 'ink'
import { footer } from './footer.ts'
import { gapOf, isTooSmall, marginOf, roomFor, smallest, widthFor } from './frame.ts'
import { cutTo, type Line, line, quiet, run, sides } from './lines.ts'
import type { Model } from './model.ts'
import type { Theme } from './theme.ts'
import { bodyOf } from './views/body.ts'

/** The top screen with header, notice and footer. The last row stays empty: a full one makes terminals scroll. */
export const App = ({ model, theme }: { model: Model; theme: Theme }) => (
  <Box flexDirection="column" width={model.size.columns} height={Math.max(1, model.size.rows - 1)}>
    {rowsOf(model).map((row, i) => (
      <Row key={i} row={row} theme={theme} />
    ))}
  </Box>
)

/** Every row of the screen but the last. */
export function rowsOf(model: Model): readonly Line[] {
  const { size } = model
  if (isTooSmall(size))
    return [
      cutTo(
        line(`Needs ${smallest.columns} by ${smallest.rows}; here are ${size.columns} by ${size.rows}.`),
        size.columns,
      ),
    ]
  const margin = run(' '.repeat(marginOf(size)))
  const width = widthFor(size)
  const room = roomFor(size)
  const { left, right, lines } = bodyOf(model)
  const body = lines.slice(model.top, model.top + room)
  const filled = [...body, ...Array.from({ length: room - body.length }, (): Line => [])]
  const gap = Array.from({ length: gapOf(size) }, (): Line => [])
  const notice = model.notice === undefined ? [] : [quiet(model.notice)]
  return [sides(left, right, width), ...gap, ...filled, cutTo(notice, width), footer(model, width)].map(row =>
    row.length === 0 ? row : [margin, ...row],
  )
}

const Row = ({ row, theme }: { row: Line; theme: Theme }) => (
  <Text wrap="truncate">
    {row.length === 0
      ? ' '
      : row.map(({ text, tone, bold, underline }, i) => {
          const color = tone === undefined || tone === 'text' || tone === 'focus' ? undefined : theme[tone]
          return (
            <Text
              key={i}
              {...(color !== undefined && { color })}
              bold={bold ?? false}
              underline={underline ?? false}
              inverse={tone === 'focus'}
            >
              {text}
            </Text>
          )
        })}
  </Text>
)
