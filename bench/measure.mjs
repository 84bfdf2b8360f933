const least = 3

/**
 * The median of each run. They are done in turn (A B A B …), so that a noisy machine hurts all of them alike; the
 * first round only warms up. Stops early, after three rounds or more, when `seconds` are over.
 */
export async function inTurn({ rounds, seconds }, runs) {
  const times = Object.fromEntries(Object.keys(runs).map(name => [name, []]))
  const started = performance.now()
  for (let round = 0; round <= rounds; round++) {
    if (round > least && performance.now() - started > seconds * 1000) break
    for (const [name, run] of Object.entries(runs)) {
      const ms = await run()
      if (round > 0) times[name].push(ms)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, own]) => [name, median(own)]))
}

export function timed(act) {
  const start = performance.now()
  act()
  return performance.now() - start
}

/** The value that `share` (0 to 1) of the others do not exceed. */
export const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)]
export const median = values => percentile(values, 0.5)
export const p95 = values => percentile(values, 0.95)

/** A figure of the table: how many times as long as another. */
export const times = (ms, than) => ({ value: ms / than, from: `${shown(ms)} against ${shown(than)} ms` })
export const shown = ms => ms.toFixed(ms < 10 ? 2 : 0)
