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
const found = (file: string, what: RegExp) => [...codeOf(file).matchAll(new RegExp(what, 'g'))].map(([text]) => text)

test('there is something to look through', () => {
  expect(files.length).toBeGreaterThan(80)
  expect(found('world.ts', /Date\.now|randomInt/)).toContain('Date.now')
})

const world =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\brandomInt\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b|\bperformance\.now\b|\bhrtime\b|\bprocess\.env\b|\bprocess\.std(?:out|err|in)\b|\bprocess\.cwd\b|\bhomedir\b/
test.each(files.filter(file => file !== 'world.ts'))(
  '%s asks neither clock nor dice nor the process: world.ts does',
  file => {
    expect(found(file, world)).toEqual([])
  },
)

test('main.ts takes its arguments and sets the exit code, and nobody ends the process', () => {
  const mine = found('main.ts', /\bprocess\.\w+/)
  expect(new Set(mine)).toEqual(new Set(['process.argv', 'process.exitCode']))
  for (const file of files) expect(found(file, /\bprocess\.exit\(|\bprocess\.abort\(/), file).toEqual([])
})

test.each(files.filter(file => !file.startsWith('store/')))('%s leaves the disk to store/', file => {
  expect(found(file, /['"](?:node:)?fs(?:\/\w+)?['"]/)).toEqual([])
})

test.each(files)('%s uses no hook of React or Ink: the model is a value, and one listener hears the keys', file => {
  expect(
    found(
      file,
      /\buse(?:State|Reducer|Effect|LayoutEffect|Ref|Memo|Callback|Context|Input|App|Focus\w*|Std\w+|Sync\w+|Id|Transition)\b/,
    ),
  ).toEqual([])
})

const colourNames =
  /\b(?:black|red|green|yellow|blue|magenta|cyan|white|gr[ae]y)(?:Bright)?\b|#[0-9a-f]{3,6}\b|\b(?:color|backgroundColor|dimColor)\b/i
test.each(files.filter(file => file.startsWith('ui/views/')))('%s names meanings and no colours', file => {
  expect(found(file, colourNames)).toEqual([])
})

test.each(files.filter(file => /^(?:deck|kinds|study|search|ui\/(?:views|screens))\//.test(file)))(
  '%s changes nothing outside it: no variable of a module is ever set anew',
  file => {
    expect(found(file, /^(?:export )?(?:let|var) .*$/m)).toEqual([])
  },
)

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

test('main.ts reaches neither screens nor decks nor commander', () => {
  const reached = [...reachedBySource('src/main.ts', metafile)]
  expect(reached.filter(path => /^src\/(?:ui|deck|study|store|search|kinds)\//.test(path))).toEqual([])
  expect(packagesIn(new Set(reached))).toEqual(new Set())
})

test.each(['src/ui/update.ts', 'src/ui/rows.ts', 'src/ui/line.ts'])('%s decides and describes without React', file => {
  expect(heavyIn(reachedBySource(file, metafile))).toEqual([])
})
