import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawn, environment, freshHome, open, play, root } from './helpers/binary.ts'

const folder = mkdtempSync(join(tmpdir(), 'lambda-study-package-'))
const elsewhere = join(folder, 'elsewhere')
/** npm keeps away from the network and from what the person set for it. */
const env = {
  ...process.env,
  ...environment({ home: join(folder, 'home') }),
  npm_config_offline: 'true',
  npm_config_cache: join(folder, 'cache'),
  npm_config_userconfig: join(folder, 'npmrc'),
  npm_config_update_notifier: 'false',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
}
const npm = (cwd: string, ...args: string[]) => execFileSync('npm', args, { cwd, env, encoding: 'utf8' })
let packed: { readonly filename: string; readonly size: number; readonly files: readonly { readonly path: string }[] }

beforeAll(() => {
  // A checkout of its own: packing builds, and other tests run what is built in this one.
  const checkout = join(folder, 'checkout')
  const left = new Set(['node_modules', 'dist', '.git', 'coverage', 'test', 'bench'])
  mkdirSync(checkout)
  for (const name of readdirSync(root).filter(name => !left.has(name) && !name.startsWith('.dist-')))
    cpSync(join(root, name), join(checkout, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  ;[packed] = JSON.parse(npm(checkout, 'pack', '--json', '--silent', '--pack-destination', folder))
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'package.json'), '{ "private": true }')
  npm(elsewhere, 'install', join(folder, packed.filename))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('it is small, and holds what it needs and no more', () => {
  expect(packed.size).toBeLessThanOrEqual(600_000)
  const names = packed.files.map(file => file.path)
  expect(names).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'content/deck.schema.json', 'dist/main.js']),
  )
  expect(names).toContain('dist/lambda.br')
  expect(
    names.filter(
      name => !/^(dist\/([\w-]+\.js|lambda\.br|package\.json)|content\/deck\.schema\.json|[^/]+)$/.test(name),
    ),
  ).toEqual([])
})

test('it is one package, without others and without scripts', () => {
  expect(readdirSync(join(elsewhere, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['lambda-study'])
  const { dependencies, scripts } = JSON.parse(
    readFileSync(join(elsewhere, 'node_modules/lambda-study/package.json'), 'utf8'),
  )
  expect(dependencies).toBeUndefined()
  expect(Object.keys(scripts).filter(name => /^(pre|post)?install$/.test(name))).toEqual([])
})

test('it runs: --version, status, and the first frame in a terminal', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const run = (...args: string[]) =>
    execFileSync('npx', ['lambda-study', ...args], { cwd: elsewhere, env, encoding: 'utf8' })
  expect(run('--version')).toBe(`${version}\n`)
  expect(run('status')).toMatch(/^Today +0 due, \d+ new, about 10 minutes\n/)
  const home = freshHome()
  const person = open('npx', ['lambda-study'], { home, cwd: elsewhere, env: { ...env, LAMBDA_STUDY_HOME: home } })
  await drawn(person, 'not met yet')
  await play(person, ['enter', /^ {2}1 of \d\d/])
  person.press('ctrl+c')
  expect(await person.exited).toMatchObject({ exitCode: 0 })
})
