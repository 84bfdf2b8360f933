/** Does every run once a round (A B A B …), so that a noisy machine hurts all of them alike. The first round only warms up. */
export async function inTurn(rounds, runs) {
  const times = Object.fromEntries(Object.keys(runs).map(name => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const [name, run] of Object.entries(runs)) {
      const ms = await run()
      if (round > 0) times[name].push(ms)
    }
  return Object.fromEntries(Object.entries(times).map(([name, own]) => [name, median(own)]))
}

export async function timed(act) {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** The value that `share` (0 to 1) of the others do not exceed. */
export const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)]
export const median = values => percentile(values, 0.5)
