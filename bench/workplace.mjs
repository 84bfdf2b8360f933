import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { open } from './terminal.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
/** The moment at which everything is measured: a Monday morning. */
export const now = '2026-11-23T09:00:00Z'
export const day = Math.floor(Date.parse(now) / 86_400_000)
export const device = 'benchaaa'
const seed = 20261123
const settings = { exam: 'DVA', examDate: '2027-01-15', minutes: 10, device }

/** The app as people install it, in a folder that is gone afterwards, with all that the measurements need. */
export async function workplace() {
  // Below node_modules the plain "Hello" finds Ink, and no tool looks for code.
  const caches = path.join(root, 'node_modules/.cache')
  fs.mkdirSync(caches, { recursive: true })
  const folder = fs.mkdtempSync(path.join(caches, 'lambda-study-bench-'))
  const at = (...names) => path.join(folder, ...names)
  const installed = install(folder)
  const inside = await bundled(at('inside.mjs'), 'bench/inside.mjs')
  const { deckFiles, partOf, reviewLines } = await import(pathToFileURL(inside))
  const deck = JSON.parse(partOf(fs.readFileSync(path.join(path.dirname(installed.main), 'lambda.br')), 'deck'))
  const place = {
    ...installed,
    deck,
    inside: await import(pathToFileURL(inside)),
    hello: {
      plain: copied(path.join(root, 'bench/hello.mjs'), at('hello.mjs')),
      bundled: await bundled(at('hello-bundled.mjs'), 'bench/hello.mjs'),
    },
    homes: {
      empty: home(at('empty'), settings),
      full: home(at('full'), settings),
      large: home(at('large'), { ...settings, decks: [at('cards-10000')] }),
    },
    at,
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
  for (const count of [1000, 10_000])
    for (const [name, text] of Object.entries(deckFiles(count, seed))) write(at(`cards-${count}`, name), text)
  write(logOf(place.homes.full), `${[...reviewLines(deck, { count: 100_000, day, seed })].join('\n')}\n`)
  await keepSnapshot(place)
  return place
}

export const environment = home => ({ LAMBDA_STUDY_HOME: home, LAMBDA_STUDY_NOW: now, LAMBDA_STUDY_SEED: '7' })
export const logOf = home => path.join(home, 'reviews', `${device}.jsonl`)

/** Packs the app and installs the package, as npx does. */
function install(folder) {
  // Under `npm run --silent` npm would print nothing.
  const options = ['--json', '--ignore-scripts', '--loglevel', 'error']
  const npm = (...args) => JSON.parse(execFileSync('npm', [...args, ...options], { cwd: root }))
  const [{ filename, size }] = npm('pack', '--pack-destination', folder)
  const { added } = npm(
    'install',
    '--prefix',
    folder,
    '--offline',
    '--no-audit',
    '--no-fund',
    path.join(folder, filename),
  )
  return { size, added, main: path.join(folder, 'node_modules/lambda-study/dist/main.js') }
}

async function bundled(outfile, entry) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Ink asks for its developer tools by name, and nobody has them installed.
    alias: { 'react-devtools-core': './tools/not-in-ci.mjs' },
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
    logLevel: 'error',
  })
  return outfile
}

function copied(from, to) {
  fs.copyFileSync(from, to)
  return to
}

function home(folder, settings) {
  write(path.join(folder, 'config.json'), JSON.stringify(settings))
  return folder
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

/** One start that reads the whole log; when it is left, its snapshot is kept. */
async function keepSnapshot({ main, homes }) {
  const terminal = open([main], environment(homes.full))
  await terminal.shows('lambda-study')
  await terminal.press('q', 0)
  await terminal.exited
}
