/** As FORCE_COLOR counts: none, 16 colours, 256, all. */
export type ColourDepth = 0 | 1 | 2 | 3

/** What a person may write after `--color=` or in FORCE_COLOR. Any other word only says "yes". */
const depths: Readonly<Record<string, ColourDepth>> = {
  '0': 0,
  false: 0,
  never: 0,
  no: 0,
  none: 0,
  off: 0,
  '2': 2,
  '256': 2,
  '3': 3,
  '16m': 3,
  full: 3,
  truecolor: 3,
}

/**
 * How much colour to write, from what was asked for most directly. To be written to FORCE_COLOR before Ink
 * is imported, since chalk looks at it once and does not know NO_COLOR.
 *
 * `flag`: the word of `--color=word`; an empty or unknown word is `--color` alone, `false` is `--no-color`,
 * `auto` and `undefined` are no flag. `--color` alone takes what the terminal can do, and 16 colours at least.
 */
export function colourDepth(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  stdout: { isTTY?: boolean; getColorDepth?(env?: object): number },
): ColourDepth {
  if (flag !== undefined && flag !== 'auto') return depths[flag] ?? (able(env, stdout) || 1)
  if (env.NO_COLOR) return 0
  if (env.FORCE_COLOR !== undefined) return depths[env.FORCE_COLOR] ?? 1
  return able(env, stdout)
}

function able(
  env: Readonly<Record<string, string | undefined>>,
  stdout: { isTTY?: boolean; getColorDepth?(env?: object): number },
): ColourDepth {
  if (env.TERM === 'dumb' || stdout.isTTY !== true) return 0
  // Node takes an empty NO_COLOR for a full one, and warns where NO_COLOR and FORCE_COLOR are both set.
  const bits = stdout.getColorDepth?.({ ...env, NO_COLOR: undefined, FORCE_COLOR: undefined }) ?? 4
  return bits >= 24 ? 3 : bits >= 8 ? 2 : bits >= 4 ? 1 : 0
}
