import fs from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

/**
 * Makes Ink 6.8 start faster, and the same whatever `CI` and `DEV` say; leaves out of conf, convert,
 * yaml and zod what is not used. Every change names the text it replaces: the build fails when an update of a package moved it.
 */
export const bundlePlugins = [
  change('yoga-bytes', /yoga-layout[/\\]dist[/\\]binaries[/\\]yoga-wasm-base64-esm\.js$/, yogaBytes),
  change('yoga-in-place', /yoga-layout[/\\]dist[/\\]src[/\\]index\.js$/, yogaInPlace),
  change('lazy-width', /string-width[/\\]index\.js$/, source => fastWidth(lazily(source))),
  change('lazy-slice', /slice-ansi[/\\]tokenize-ansi\.js$/, lazily),
  change('lazy-tokens', /ansi-tokenize[/\\]build[/\\]tokenize\.js$/, source => fastGraphemes(lazily(source))),
  change('same-style', /ansi-tokenize[/\\]build[/\\]diff\.js$/, quickDiff),
  change('late-processes', /terminal-size[/\\]index\.js$/, lateProcesses),
  change('signals-are-ours', /signal-exit[/\\]index\.js$/, () => 'module.exports = () => () => {}'),
  change('ink-devtools', /ink[/\\]build[/\\]reconciler\.js$/, withoutDevtools),
  change('conf-alone', /conf[/\\]dist[/\\]source[/\\]index\.js$/, confAlone, 'conf'),
  change('zod-reads', /zod[/\\]v4[/\\]core[/\\](json-schema-processors|to-json-schema)\.js$/, namesAlone, 'zod'),
  change('units-in-use', /convert[/\\]dist[/\\]generated[/\\]parse-unit\.js$/, unitsInUse, 'convert'),
  yamlAsModules(),
  change('yaml-bytes', /yaml[/\\]browser[/\\]dist[/\\]schema[/\\]yaml-1\.1[/\\]binary\.js$/, nodeBytes, 'yaml'),
  change('yaml-warns', /yaml[/\\]browser[/\\]dist[/\\]log\.js$/, nodeWarnings, 'yaml'),
  change('ink-in-ci', /is-in-ci[/\\]index\.js$/, source =>
    replace(source, "const isInCi = check('CI') || check('CONTINUOUS_INTEGRATION')", 'const isInCi = false'),
  ),
  late('node:crypto', ['createHash', 'randomInt']),
  late('fuse.js', ['default']),
  late('convert', ['convert']),
]

/** What few runs need is set up when it is first called, and not when it is imported: 2 to 4 ms each. */
function late(name, functions) {
  const namespace = `late ${name}`
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, async ({ kind, importer, resolveDir, pluginData }) => {
        if (kind !== 'import-statement' || importer.includes('node_modules') || pluginData === late) return
        const { path } = await build.resolve(name, { kind, importer, resolveDir, pluginData: late })
        return { path, namespace }
      })
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: functions
          .map(wanted =>
            wanted === 'default'
              ? 'export default function (...given) { return new (module().default)(...given) }'
              : `export const ${wanted} = (...given) => module().${wanted}(...given)`,
          )
          .concat(`const module = () => require(${JSON.stringify(path)})`)
          .join('\n'),
        resolveDir: import.meta.dirname,
      }))
    },
  }
}

/** A plugin that rewrites the files `filter` matches under node_modules. A bundle of `owner` without any of them is an error. */
function change(name, filter, rewrite, owner = 'ink') {
  return {
    name,
    setup(build) {
      build.initialOptions.metafile = true
      let changed = false
      build.onLoad({ filter }, ({ path: file }) => {
        changed = true
        return { contents: rewrite(fs.readFileSync(file, 'utf8')), loader: 'js' }
      })
      build.onEnd(({ metafile }) => {
        const hasOwner = Object.keys(metafile?.inputs ?? {}).some(file => file.includes(`node_modules/${owner}/`))
        if (hasOwner && !changed) return { errors: [{ text: `no file matches ${filter}` }] }
      })
    },
  }
}

function replace(source, from, to) {
  const changed = source.replace(from, typeof to === 'string' ? () => to : to)
  if (changed === source) throw new Error(`not found: ${from}`)
  return changed
}

/**
 * Emscripten fetches the data URL its WebAssembly is in, and that loads undici (20 ms). The bytes are at hand:
 * they are exported here and instantiated in place below.
 */
function yogaBytes(source) {
  const dataUrl = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/
  const [, base64 = ''] = source.match(dataUrl) ?? []
  // Packed once more: 13 kB less in the package, for a millisecond at the start.
  const packed = brotliCompressSync(Buffer.from(base64, 'base64')).toString('base64')
  return `import { brotliDecompressSync } from 'node:zlib'
${replace(replace(source, dataUrl, ''), 'import.meta.url', '""')}
export const bytes = brotliDecompressSync(Buffer.from('${packed}', 'base64'))`
}

function yogaInPlace(source) {
  return replace(
    source,
    'const Yoga = wrapAssembly(await loadYoga());',
    `
import { bytes } from '../binaries/yoga-wasm-base64-esm.js'
const yoga = {
  instantiateWasm(imports, done) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
    done(instance)
    return instance.exports
  },
}
loadYoga(yoga)
const Yoga = wrapAssembly(yoga)
`,
  )
}

/** Segmenters and \p{…} expressions cost 5 to 10 ms each when a module starts: make them when first used. */
function lazily(source) {
  const slow = /^const (\w+) = (new Intl\.Segmenter\(.*\)|\/.*\\p\{.*\/\w+);$/gm
  const names = [...source.matchAll(slow)].map(([, name]) => name)
  const declared = replace(
    source,
    slow,
    (_, name, value) => `let made_${name}; function lazy_${name}() { return made_${name} ??= ${value}; }`,
  )
  return names.reduce((text, name) => replace(text, new RegExp(`\\b${name}\\b`, 'g'), `lazy_${name}()`), declared)
}

/** Graphemes each by itself and one column wide, for certain: ASCII, Latin letters, and the signs that screens are made of. */
const simple = ' -~·À-ʯ‐-‧←-↓−≈─-▟▸►▼◄○●›✓✗'

function fastWidth(source) {
  return (
    replace(source, 'export default function stringWidth(', 'function measuredWidth(') +
    `
const simple = /^[${simple}]*$/
const colours = /\\x1b\\[[\\d;]*m/g
export default function stringWidth(text, options) {
  if (typeof text !== 'string' || options !== undefined) return measuredWidth(text, options)
  const bare = text.includes('\\x1b') ? text.replace(colours, '') : text
  return simple.test(bare) ? bare.length : measuredWidth(text)
}
`
  )
}

/** Ink takes every line of every frame apart here, so the segmenter is spared for text that needs it. */
function fastGraphemes(source) {
  return (
    replace(source, 'lazy_segmenter().segment(str)', 'graphemes(str)') +
    `
const simple = /^[\\x1b${simple}]*$/
function graphemes(text) {
  return simple.test(text) ? Array.from(text, (segment, index) => ({ segment, index })) : lazy_segmenter().segment(text)
}
`
  )
}

/** Asked for every cell of every frame; most cells look like the one before. */
function quickDiff(source) {
  return replace(
    source,
    'const endCodesInTo',
    'if (from.length === to.length && from.every(({ code }, i) => code === to[i].code)) return [];\n    const endCodesInTo',
  )
}

/** Ink asks other programs for the size of the window when the terminal does not tell; Node's module for it takes 3 ms. */
function lateProcesses(source) {
  return replace(
    source,
    "import {execFileSync} from 'node:child_process';",
    "const execFileSync = (...given) => process.getBuiltinModule('node:child_process').execFileSync(...given);",
  )
}

/** The developer tools are not bundled; with DEV=true Ink would look for them and fall over. */
function withoutDevtools(source) {
  return replace(replace(source, "await import('./devtools.js')", 'undefined'), 'await loadPackageJson()', '{}')
}

/** Without what conf brings for schemas and migrations, which are not used here: 190 kB. */
function confAlone(source) {
  const imports = [
    "import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';",
    "import ajvFormatsModule from 'ajv-formats';",
    "import semver from 'semver';",
  ]
  return imports.reduce((text, line) => replace(text, line, ''), source)
}

/** What zod brings for writing JSON Schema: that is done when the app is built, by `tools/compile-deck.ts`. */
function namesAlone(source) {
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
  if (names.length === 0) throw new Error('no name is exported')
  return names.map(name => `export const ${name} = () => () => {}`).join('\n')
}

/** Of the 1,400 names of units that convert knows, those that are named in `src/kinds/quantity.ts`. */
function unitsInUse(source) {
  const quantity = fs.readFileSync(new URL('../src/kinds/quantity.ts', import.meta.url), 'utf8')
  const named = new Set(Array.from(quantity.matchAll(/'([^']+)'/g), ([, name]) => name))
  return replace(source, /^ {4}'(.+)': \[.+\],\n/gm, (line, name) => (named.has(name) ? line : ''))
}

/** yaml gives Node CommonJS, of which nothing can be left out, and browsers the same as ES modules: 17 kB less of them is used. */
function yamlAsModules() {
  return {
    name: 'yaml-as-modules',
    setup(build) {
      build.onResolve({ filter: /^yaml$/ }, async ({ kind, importer, resolveDir, pluginData }) => {
        if (pluginData === yamlAsModules) return
        const { path: common } = await build.resolve('yaml', { kind, importer, resolveDir, pluginData: yamlAsModules })
        return { path: replace(common, /dist([/\\])index\.js$/, (_, slash) => `browser${slash}dist${slash}index.js`) }
      })
    },
  }
}

/** The two places where yaml's modules for browsers do without Node: here they do as those for Node. */
function nodeBytes(source) {
  return replace(source, /(?=if \(typeof atob)/, "return Buffer.from(src, 'base64')\n")
}

function nodeWarnings(source) {
  return replace(source, 'console.warn(warning)', 'process.emitWarning(warning)')
}
