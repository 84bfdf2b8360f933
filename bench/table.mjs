/** What DESIGN.md section 10 asks for. Everything is better the smaller it is, but for what is told. */
const rows = [
  {
    key: 'frame-unbundled',
    what: 'start to first frame, 100,000 reviews / unbundled Ink "Hello"',
    must: 0.4,
    aim: 0.35,
  },
  { key: 'frame-bundled', what: 'start to first frame, 100,000 reviews / bundled Ink "Hello"', must: 1, aim: 0.85 },
  { key: 'start-reviews', what: 'start with 100,000 reviews / with none', must: 1.15, aim: 1.05 },
  { key: 'search-known', what: '`search timeout --json` / `node -e 0`', must: 1.5, aim: 1.3 },
  { key: 'search-misspelt', what: '`search timeuot --json` / `node -e 0`', must: 2.2, aim: 1.8 },
  { key: 'due', what: '`due --quiet` / `node -e 0`', must: 1.5, aim: 1.3 },
  { key: 'keys', what: 'key to frame, p95, any screen', unit: 'ms', must: 16, aim: 8 },
  { key: 'idle', what: 'written for a key that changes nothing', unit: 'bytes', must: 0, aim: 0 },
  { key: 'search-1000', what: 'search as you type, p95, 1,000 cards', unit: 'ms', must: 16, aim: 5 },
  { key: 'search-10000', what: 'search as you type, p95, 10,000 cards', unit: 'ms', must: 50, aim: 20 },
  { key: 'record-none', what: 'record an answer / append and flush, empty log', must: 1.3, aim: 1.1 },
  { key: 'record-many', what: 'record an answer / append and flush, 100,000 reviews', must: 1.3, aim: 1.1 },
  { key: 'own-deck', what: 'own deck of 10,000 cards: second load / first', must: 0.1, aim: 0.05 },
  { key: 'own-deck-told', what: 'its first load says so (1) or not (0)', must: 1, aim: 1, more: true },
  { key: 'packed', what: 'package, packed', unit: 'kB', must: 600, aim: 450 },
  { key: 'packages', what: 'packages installed', must: 1, aim: 1 },
]

/** The figures as a Markdown table. */
export const table = figures =>
  [
    '| what | must | aim | figure | measured | |',
    '|---|--:|--:|--:|---|---|',
    ...rows.map(({ key, what, unit = '', must, aim, more }) => {
      if (!figures[key]) return `| ${what} | ${must} | ${aim} | | | not measured |`
      const { value, from } = figures[key]
      const reaches = limit => (more ? value >= limit : rounded(value) <= limit)
      const word = reaches(aim) ? 'aim reached' : reaches(must) ? 'reached' : 'short'
      return `| ${what} | ${must} | ${aim} | ${`${rounded(value)} ${unit}`.trim()} | ${from} | ${word} |`
    }),
  ].join('\n')

const rounded = value => Number(value.toFixed(value < 10 ? 2 : 0))
