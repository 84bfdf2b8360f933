import { Box, render, Text } from 'ink'
import type { World } from '../world.ts'
import { heightOf } from './frame.ts'
import type { Line } from './lines.ts'
import type { Model } from './model.ts'
import { rowsOf } from './rows.ts'
import type { Theme } from './theme.ts'

export type Drawing = { show(model: Model): void; unmount(): void }

/** Draws the model with Ink from now on. */
export function mount(first: Model, theme: Theme, streams: Pick<World, 'stdin' | 'stdout' | 'stderr'>): Drawing {
  const { stdin, stdout, stderr } = streams
  const app = (model: Model) => <App model={model} theme={theme} />
  const ink = render(app(first), { stdin, stdout, stderr, exitOnCtrlC: false, patchConsole: false, maxFps: 60 })
  return { show: model => ink.rerender(app(model)), unmount: () => ink.unmount() }
}

/** The top screen with header, notice and footer. */
export const App = ({ model, theme }: { model: Model; theme: Theme }) => (
  <Box flexDirection="column" width={model.size.columns} height={heightOf(model.size)}>
    {rowsOf(model).map((row, i) => (
      <Row key={i} row={row} theme={theme} />
    ))}
  </Box>
)

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
