import { mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Runs a tool that is written in TypeScript: node tools/run.mjs tools/readme.ts

// Ink decides on colours when it is imported: what is drawn has them, whatever the terminal is.
process.env.FORCE_COLOR = '3'
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = await mkdtemp(join(root, '.dist-'))
try {
  const outfile = join(folder, 'tool.mjs')
  const entryPoints = [resolve(process.argv[2])]
  await build({ entryPoints, outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node' })
  const { run } = await import(pathToFileURL(outfile).href)
  await run(root)
} finally {
  await rm(folder, { recursive: true })
}
