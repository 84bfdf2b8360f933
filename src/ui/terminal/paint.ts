import { styleText } from 'node:util'
import type { Line, Run } from '../lines.ts'
import type { Theme } from '../theme.ts'

/** Rows as Ink draws them, with the colours of the theme; empty ones below them fill the height. */
export const frameOf = (rows: readonly Line[], theme: Theme, height: number): string =>
  Array.from({ length: height }, (_, i) => (rows[i] ?? []).map(run => painted(run, theme)).join('')).join('\n')

function painted({ text, tone, bold, underline }: Run, theme: Theme): string {
  const colour = tone === undefined || tone === 'text' || tone === 'focus' ? undefined : theme[tone]
  const looks = [
    ...(colour === undefined ? [] : [colour]),
    ...(bold ? ['bold' as const] : []),
    ...(underline ? ['underline' as const] : []),
    ...(tone === 'focus' ? ['inverse' as const] : []),
  ]
  // How much colour there is was decided with the theme: Node would look at the stream and at NO_COLOR again.
  return looks.length === 0 ? text : styleText(looks, text, { validateStream: false })
}
