import fs from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { bundlePlugins } from './tools/bundle-plugins.mjs'

// Bundles src/ into dist/, as CommonJS: Node takes 5 ms to set up its loader of ES modules, and more for each of them.
// With --meta, what each file is made of goes to dist/meta.json.

const root = path.dirname(fileURLToPath(import.meta.url))
const dist = path.join(root, 'dist')
const made = await fs.mkdtemp(path.join(root, '.dist-'))
try {
  await bundle(made)
  await compileDeck(made)
  await swap(made, dist)
} finally {
  await fs.rm(made, { recursive: true, force: true })
}

async function bundle(folder) {
  const { metafile, outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir: folder,
    chunkNames: '[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.dirname': '__dirname' },
    plugins: bundlePlugins,
    logLevel: 'warning',
    metafile: true,
    write: false,
  })
  for (const { path: file, text } of outputFiles) await fs.writeFile(file, await commonJs(text))
  const main = path.join(folder, 'main.js')
  await fs.writeFile(main, `#!/usr/bin/env node\n${await fs.readFile(main, 'utf8')}`)
  await fs.writeFile(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n')
  await fs.chmod(main, 0o755)
  if (process.argv.includes('--meta')) await fs.writeFile(path.join(folder, 'meta.json'), JSON.stringify(metafile))
}

/** esbuild splits ES modules only, so that each part is turned into CommonJS by itself. */
async function commonJs(text) {
  const { code } = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    supported: { 'dynamic-import': false },
    logLevel: 'warning',
  })
  // What is said to Node's loader of ES modules: nothing here is loaded by it.
  return code.replace(/0&&\(module\.exports=\{[\w,$]*\}\);?\n?$/, '')
}

/** Two renames, so that a program that starts meanwhile sees the old files or the new ones. */
async function swap(fresh, place) {
  const old = `${fresh}-old`
  await fs.chmod(fresh, 0o755)
  for (let tries = 1; ; tries++) {
    await fs.rename(place, old).catch(ignore('ENOENT'))
    try {
      await fs.rename(fresh, place)
      break
    } catch (error) {
      // Another build put its own there between the two.
      if (tries === 5 || !['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) throw error
    } finally {
      await fs.rm(old, { recursive: true, force: true })
    }
  }
}

function ignore(code) {
  return error => {
    if (error.code !== code) throw error
  }
}

/** Puts the built-in deck into `folder`, ready to be read, and writes the schema that editors read. */
async function compileDeck(folder) {
  const tool = path.join(folder, 'compile-deck.mjs')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['tools/compile-deck.ts'],
    outfile: tool,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
    logLevel: 'warning',
  })
  const { compile } = await import(pathToFileURL(tool).href)
  const { deck, schema } = await compile(path.join(root, 'content/lambda'))
  await fs.rm(tool)
  await fs.writeFile(path.join(folder, 'lambda.br'), deck)
  const editors = path.join(root, 'content/deck.schema.json')
  // Only when it changed: the installed package may stand in a folder that cannot be written.
  if ((await fs.readFile(editors, 'utf8').catch(() => '')) !== schema) await fs.writeFile(editors, schema)
}
