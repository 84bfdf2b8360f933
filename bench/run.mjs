import fs from 'node:fs'
import os from 'node:os'
import { commands } from './commands.mjs'
import { keys } from './keys.mjs'
import { ownDeck } from './own-deck.mjs'
import { records } from './record.mjs'
import { searches } from './search.mjs'
import { starts } from './start.mjs'
import { table } from './table.mjs'
import { workplace } from './workplace.mjs'

// Measures the app as it is installed against what it must reach, and writes the table into README.md. It reports;
// it does not judge: neither a figure that falls short nor one that could not be measured is a failure.

const place = await workplace()
const figures = {
  packed: { value: place.size / 1000, from: 'npm pack' },
  packages: { value: place.added, from: 'npm install' },
}
for (const measure of [starts, commands, keys, records, ownDeck, searches]) {
  process.stderr.write(`${measure.name} …\n`)
  try {
    Object.assign(figures, await measure(place))
  } catch (error) {
    process.stderr.write(`${error.stack}\n`)
  }
}
place.remove()

const [{ model }] = os.cpus()
const text = `# Bench

\`npm run bench\` builds the app, packs and installs it, and measures it in at most two minutes. Figures are ratios of
runs that were done in turn, so that a busy machine hurts both sides alike; still, believe a quiet one. Medians, where
nothing else is said; the table is the one of the last run.

${table(figures)}

${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.cpus().length} × ${model}
`
fs.writeFileSync(new URL('./README.md', import.meta.url), text)
process.stdout.write(`${text.split('\n').slice(6).join('\n')}`)
