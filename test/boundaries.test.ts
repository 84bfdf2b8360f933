import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.tsx?$/.test(file))
  .sort()

/** The code of a file without its comments. */
const codeOf = (file: string) =>
  readFileSync(join(src, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
const found = (file: string, what: RegExp) => [...codeOf(file).matchAll(new RegExp(what, 'gm'))].map(([text]) => text)
/** Where something stands that must not, as `ui/keys.ts: Date.now`. */
const offences = (what: RegExp, where: (file: string) => boolean = () => true) =>
  files.filter(where).flatMap(file => found(file, what).map(text => `${file}: ${text}`))

test('there is something to look through', () => {
  expect(files.length).toBeGreaterThan(80)
  expect(found('world.ts', /Date\.now|randomInt/)).toContain('Date.now')
})

test.each([
  ['the clock', /\bDate\.now\b|\bDate\(\s*\)|\bperformance\.now\b|\bhrtime\b/],
  ['the dice', /\bMath\.random\b|\brandom(?:Int|UUID|Bytes)\b|\bgetRandomValues\b/],
  ['the environment', /\bprocess\.env\b|\bprocess\.cwd\b|\bhomedir\b/],
  ['the streams', /\bprocess\.std(?:out|err|in)\b|\bconsole\.\w+\(/],
])('only world.ts asks %s', (_, what) => {
  expect(offences(what, file => file !== 'world.ts')).toEqual([])
})

test('main.ts takes its arguments and sets the exit code, and nobody ends the process', () => {
  expect(new Set(found('main.ts', /\bprocess\.\w+/))).toEqual(new Set(['process.argv', 'process.exitCode']))
  expect(offences(/\bprocess\.(?:argv|exitCode)\b/, file => file !== 'main.ts')).toEqual([])
  expect(offences(/\bprocess\.(?:exit|abort)\(/)).toEqual([])
})

test('only store/ touches the disk', () => {
  expect(offences(/['"](?:node:)?fs(?:\/\w+)?['"]/, file => !file.startsWith('store/'))).toEqual([])
})

test('no file uses a hook: the model is a value, and one listener hears the keys', () => {
  expect(offences(/\buse(?:[A-Z]\w*)\(|\buseInput\b/)).toEqual([])
})

test('views name meanings and no colours', () => {
  const names = /\b(?:black|red|green|yellow|blue|magenta|cyan|white|gr[ae]y)(?:Bright)?\b|#[0-9a-f]{3,6}\b/i
  expect(
    offences(new RegExp(`${names.source}|\\b(?:color|backgroundColor|dimColor)\\b`), file =>
      file.startsWith('ui/views/'),
    ),
  ).toEqual([])
})

test('what is pure keeps nothing in variables of a module', () => {
  const pure = /^(?:deck|kinds|study|search|ui\/(?:views|screens))\//
  expect(offences(/^(?:export )?(?:let|var) .*$/, file => pure.test(file))).toEqual([])
})

/** As build.mjs bundles it, in memory. What takes the place of parts of Ink changes nothing about who imports whom. */
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  write: false,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  external: ['react-devtools-core'],
  logLevel: 'silent',
  metafile: true,
})

/** Source files and packages that are loaded together with a source file, before any `import()`. */
function reachedBySource(file: string, { inputs }: Metafile): ReadonlySet<string> {
  const reached = new Set<string>()
  const visit = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const next of inputs[path]?.imports ?? []) if (next.kind !== 'dynamic-import') visit(next.path)
  }
  visit(file)
  return reached
}

/** The same of the bundle: what the chunk of a source file, and the chunks that it loads with it, are made of. */
function reachedByChunk(file: string, { outputs }: Metafile): ReadonlySet<string> {
  const first = Object.keys(outputs).find(output => outputs[output]?.entryPoint === file)
  if (first === undefined) throw new Error(`${file} begins no chunk`)
  const reached = new Set<string>()
  const chunks = new Set<string>()
  const visit = (chunk: string) => {
    if (chunks.has(chunk)) return
    chunks.add(chunk)
    const output = outputs[chunk]
    for (const [input, { bytesInOutput }] of Object.entries(output?.inputs ?? {}))
      if (bytesInOutput > 0) reached.add(input)
    for (const next of output?.imports ?? []) if (next.kind !== 'dynamic-import' && !next.external) visit(next.path)
  }
  visit(first)
  return reached
}

/** Packages among what is reached. */
const packagesIn = (reached: ReadonlySet<string>) =>
  new Set([...reached].flatMap(path => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))
const heavy = ['react', 'ink', 'react-reconciler', 'yoga-layout', 'conf', 'yaml', 'zod']
const heavyIn = (reached: ReadonlySet<string>) => [...packagesIn(reached)].filter(name => heavy.includes(name))

test('the bundle holds what is kept apart here', () => {
  const all = new Set(Object.keys(metafile.inputs))
  expect(heavyIn(all).sort()).toEqual([...heavy].sort())
})

test.each(['src/main.ts', 'src/cli/search.ts', 'src/cli/due.ts', 'src/cli/status.ts', 'src/cli/home.ts'])(
  '%s is there at once: no React, no Ink, no conf, no YAML, no zod',
  file => {
    expect(heavyIn(reachedBySource(file, metafile))).toEqual([])
    expect(heavyIn(reachedByChunk(file, metafile))).toEqual([])
  },
)

test.each([
  ['src/cli/due.ts', ['env-paths', 'pure-rand', 'ts-fsrs']],
  ['src/cli/status.ts', ['env-paths', 'pure-rand', 'ts-fsrs']],
  ['src/cli/search.ts', ['env-paths', 'fastest-levenshtein', 'fuse.js']],
])('%s loads of all packages only %j', (file, packages) => {
  expect([...packagesIn(reachedByChunk(file, metafile))].sort()).toEqual(packages)
})

test('main.ts reaches neither screens nor decks nor commander', () => {
  const reached = [...reachedBySource('src/main.ts', metafile)]
  expect(reached.filter(path => /^src\/(?:ui|deck|study|store|search|kinds)\//.test(path))).toEqual([])
  expect(packagesIn(new Set(reached))).toEqual(new Set())
})

test.each(['src/ui/update.ts', 'src/ui/rows.ts', 'src/ui/line.ts', 'src/ui/start.ts'])(
  '%s decides and describes without React',
  file => {
    expect(heavyIn(reachedBySource(file, metafile))).toEqual([])
  },
)
