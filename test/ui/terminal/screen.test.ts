import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Press } from '../../../src/ui/terminal/keyboard.ts'
import { openTerminal, type Size } from '../../../src/ui/terminal/screen.ts'
// @ts-expect-error plain JavaScript
import { bundlePlugins } from '../../../tools/bundle-plugins.mjs'
import { type Launch, launch, type Running } from '../../helpers/terminal.ts'

const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[H\x1b[J'
const LEAVE = '\x1b[?2004l\x1b[?25h\x1b[?1049l'

describe('with streams of our own', () => {
  function open() {
    const stdin = Object.assign(new PassThrough(), {
      isTTY: true,
      isRaw: false,
      setRawMode(mode: boolean) {
        stdin.isRaw = mode
      },
    })
    const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
    const stderr = new PassThrough()
    const told: { presses: Press[]; sizes: Size[]; crashes: unknown[]; ended: number } = {
      presses: [],
      sizes: [],
      crashes: [],
      ended: 0,
    }
    const terminal = openTerminal({ stdin, stdout, stderr } as unknown as Parameters<typeof openTerminal>[0], {
      press: press => told.presses.push(press),
      resize: size => told.sizes.push(size),
      ended: () => told.ended++,
      crashed: error => told.crashes.push(error),
    })
    onTestFinished(() => terminal.leave())
    return { terminal, stdin, stdout, told, written: () => String(stdout.read() ?? '') }
  }
  const listened = [
    'SIGINT',
    'SIGTERM',
    'SIGHUP',
    'SIGQUIT',
    'SIGTSTP',
    'SIGCONT',
    'exit',
    'uncaughtException',
    'unhandledRejection',
  ]
  const listeners = () => listened.map(event => process.listenerCount(event))

  test('is taken, and given back once', () => {
    const before = listeners()
    const { terminal, stdin, written } = open()
    expect(written()).toBe(ENTER)
    expect(stdin.isRaw).toBe(true)
    expect(listeners()).toEqual(before.map(count => count + 1))
    terminal.leave()
    terminal.leave()
    expect(written()).toBe(LEAVE)
    expect(stdin.isRaw).toBe(false)
    expect(stdin.isPaused()).toBe(true)
    expect(listeners()).toEqual(before)
  })

  test('keeps the scrollback when Ink would wipe it', () => {
    const { terminal, written } = open()
    written()
    terminal.stdout.write('\x1b[2J\x1b[3J\x1b[Hone\ntwo')
    expect(written()).toBe('\x1b[H\x1b[Jone\ntwo')
  })

  test('begins on a clear screen after a resize', () => {
    const { terminal, stdout, written } = open()
    written()
    stdout.emit('resize')
    terminal.stdout.write('begin')
    terminal.stdout.write('one\n')
    terminal.stdout.write('two\n')
    expect(written()).toBe('begin\x1b[H\x1b[Jone\ntwo\n')
  })

  const [begin, end] = ['\x1b[?2026h', '\x1b[?2026l']
  test('paints before Ink, whose first frame is not written, and the second is', () => {
    const { terminal, written } = open()
    written()
    terminal.paint('one')
    terminal.paint('two')
    expect(written()).toBe(`${begin}\x1b[H\x1b[Jone\n${end}${begin}\x1b[H\x1b[Jtwo\n${end}`)
    for (const text of [begin, 'two\n', end]) terminal.stdout.write(text)
    expect(written()).toBe('')
    for (const text of [begin, 'three\n', end]) terminal.stdout.write(text)
    expect(written()).toBe(`${begin}three\n${end}`)
  })

  test('loses nothing but that frame when Ink ends it without a word', () => {
    const { terminal, written } = open()
    terminal.paint('one')
    terminal.stdout.write('one\n')
    written()
    terminal.stdout.write('two\n')
    expect(written()).toBe('two\n')
  })

  test('writes the first frame of Ink on a clear screen when the size changed after the painting', () => {
    const { terminal, stdout, written } = open()
    terminal.paint('one')
    stdout.emit('resize')
    written()
    terminal.stdout.write('two\n')
    expect(written()).toBe('\x1b[H\x1b[Jtwo\n')
  })

  test('paints nothing after it was given back', () => {
    const { terminal, written } = open()
    terminal.leave()
    written()
    terminal.paint('late')
    expect(written()).toBe('')
  })

  test('shows nothing more after it was given back, and still calls Ink back', async () => {
    const { terminal, written } = open()
    terminal.leave()
    written()
    await new Promise<void>(resolve => terminal.stdout.write('late\n', () => resolve()))
    expect(written()).toBe('')
  })

  test('reads characters cut in two', () => {
    const { stdin, told } = open()
    const [first, second] = Buffer.from('é')
    stdin.write(Buffer.of(first ?? 0))
    stdin.write(Buffer.of(second ?? 0, 0x71))
    expect(told.presses).toEqual([{ key: 'é' }, { key: 'q' }])
  })

  test('tells a new size, and not to Ink', () => {
    const { terminal, stdout, told } = open()
    terminal.stdout.on('resize', () => expect.unreachable())
    Object.assign(stdout, { columns: 100, rows: 30 })
    stdout.emit('resize')
    expect(told.sizes).toEqual([{ columns: 100, rows: 30 }])
    Object.assign(stdout, { columns: 0, rows: 0 })
    expect(terminal.size()).toEqual({ columns: 80, rows: 24 })
  })

  test.each(['EPIPE', 'EIO'])('ends quietly on %s', code => {
    const { stdin, stdout, told } = open()
    stdout.emit('error', Object.assign(new Error('write'), { code }))
    stdin.emit('error', Object.assign(new Error('read'), { code }))
    expect(told).toMatchObject({ ended: 1, crashes: [] })
    expect(stdin.isRaw).toBe(false)
  })

  test('crashes on any other failure to write', () => {
    const { stdin, stdout, told } = open()
    const error = Object.assign(new Error('write'), { code: 'ENOSPC' })
    stdout.emit('error', error)
    expect(told).toMatchObject({ ended: 0, crashes: [error] })
    expect(stdin.isRaw).toBe(false)
  })

  test('is given back at the end of input', async () => {
    const { stdin, told, written } = open()
    const ended = new Promise(resolve => stdin.once('end', resolve))
    stdin.end('a')
    await ended
    expect(told).toMatchObject({ ended: 1, presses: [{ key: 'a' }] })
    expect(written()).toBe(ENTER + LEAVE)
  })
})

describe('in a pseudo-terminal', { timeout: 30_000 }, () => {
  const folder = path.join(tmpdir(), `lambda-study-terminal-${process.pid}`)
  const app = path.join(folder, 'terminal-app.mjs')
  const command = `"${process.execPath}" "${app}"`

  beforeAll(() =>
    build({
      entryPoints: [path.resolve(import.meta.dirname, '../../fixtures/terminal-app.tsx')],
      outfile: app,
      bundle: true,
      platform: 'node',
      format: 'esm',
      jsx: 'automatic',
      banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: bundlePlugins,
    }),
  )
  afterAll(() => rmSync(folder, { recursive: true }))

  function run(file: string, args: readonly string[], options?: Launch): Running {
    const running = launch(file, args, options)
    onTestFinished(() => running.close())
    return running
  }

  /** Under a shell that leaves the terminal's modes alone, and then shows how the app ended and how it left them. */
  async function underShell(options?: Launch) {
    const running = run('sh', ['-c', `ulimit -c 0; echo before; ${command}; echo "code $?"; stty -a`], options)
    await running.waitFor('bottom of')
    expect(running.modes).toEqual({ alternate: true, cursorShown: false, bracketedPaste: true })
    return running
  }
  const pidIn = (running: Running) => Number(/pid (\d+)/.exec(running.screen())?.[1])

  async function expectGivenBack(running: Running, code: number) {
    await running.waitFor(/code \d+[\s\S]*icanon[\s\S]*echo/)
    expect(running.screen()).toContain(`code ${code}`)
    expect(running.screen()).toMatch(/^before\n/)
    expect(running.screen()).toMatch(/[^-]icanon[\s\S]*[^-]echo\b/)
    expect(running.modes).toEqual({ alternate: false, cursorShown: true, bracketedPaste: false })
  }

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('%s is died of, after giving back', async (signal, code) => {
    const running = await underShell()
    process.kill(pidIn(running), signal)
    await expectGivenBack(running, code)
  })

  test.each([
    ['q', 0, 'quit'],
    ['l', 0, 'before'],
    ['e', 3, 'before'],
    ['x', 1, 'crashed: thrown on purpose'],
    ['r', 1, 'crashed: rejected on purpose'],
  ])('given back after %s, code %i', async (key, code, says) => {
    const running = await underShell()
    running.press(key)
    await expectGivenBack(running, code)
    expect(running.screen()).toContain(says)
    expect(running.screen()).not.toContain('top of')
  })

  test.each([{ CI: '1' }, { CI: '' }, { DEV: 'true' }])('draws with %o in the environment', async env => {
    const running = await underShell({ env })
    running.press('a')
    await running.waitFor('keys: a;')
  })

  test('is drawn once at every size, and the scrollback stays', async () => {
    const running = run('sh', ['-c', `seq -f 'line %g' 100; ${command}`])
    await running.waitFor('bottom of 80x24')
    for (const [columns, rows] of [
      [60, 24],
      [40, 12],
      [100, 30],
      [100, 12],
      [80, 24],
    ] as const) {
      const before = running.raw.length
      running.resize(columns, rows)
      await running.waitFor(`bottom of ${columns}x${rows}`)
      const lines = running.screen().split('\n')
      expect(lines[0]).toBe(`top of ${columns}x${rows}`)
      expect(lines.filter(line => line !== '')).toHaveLength(3)
      expect(lines).toHaveLength(rows - 1)
      expect(running.raw.slice(before).split('top of')).toHaveLength(2)
    }
    running.press('q')
    await running.exited
    expect(running.raw).not.toContain('\x1b[2J')
    expect(running.raw).not.toContain('\x1b[3J')
    expect(running.history()).toMatch(/^line 1\nline 2\n[\s\S]*line 100\nquit$/)
  })

  async function underJobControl(typed = command) {
    const shell = run('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'ready> ', HISTFILE: undefined } })
    await shell.waitFor('ready>')
    shell.write(`${typed}\r`)
    await shell.waitFor('bottom of')
    shell.press('a')
    await shell.waitFor('keys: a;')
    return shell
  }
  async function expectStopped(shell: Running) {
    await shell.waitFor(/Stopped[\s\S]*ready>$/)
    expect(shell.modes).toMatchObject({ alternate: false, cursorShown: true })
    shell.write('stty -a\r')
    await shell.waitFor(/[^-]icanon[\s\S]*[^-]echo\b[\s\S]*ready>$/)
  }
  async function expectResumed(shell: Running, keys: string) {
    shell.write('fg\r')
    await shell.waitFor(
      () => shell.modes.alternate && /^top of 80x24\n[\s\S]*keys: a;[\s\S]*\nbottom of 80x24$/.test(shell.screen()),
    )
    shell.press('b')
    await shell.waitFor(`keys: ${keys} b;`)
    expect(
      shell
        .screen()
        .split('\n')
        .filter(line => line !== ''),
    ).toHaveLength(3)
    expect(shell.modes).toEqual({ alternate: true, cursorShown: false, bracketedPaste: true })
    shell.press('q')
    await shell.waitFor(/quit\nready>$/)
  }

  test.each([
    ['alone', command],
    ['under npx', `sh -c '${command}; true'`],
  ])('stopped by Ctrl-Z and drawn again by fg: %s', async (_, typed) => {
    const shell = await underJobControl(typed)
    shell.press('ctrl+z')
    await expectStopped(shell)
    await expectResumed(shell, 'a ctrl+z')
  })

  test('stopped from outside and drawn again by fg', async () => {
    const shell = await underJobControl()
    process.kill(pidIn(shell), 'SIGTSTP')
    await expectStopped(shell)
    await expectResumed(shell, 'a')
  })

  test('a window resized meanwhile is noticed by fg', async () => {
    const shell = await underJobControl()
    shell.press('ctrl+z')
    await expectStopped(shell)
    shell.resize(100, 30)
    shell.write('fg\r')
    await shell.waitFor(/^top of 100x30\n[\s\S]*keys: a ctrl\+z;[\s\S]*\nbottom of 100x30$/)
  })

  test('raw and drawn again after a stop it could not see', async () => {
    const shell = await underJobControl()
    process.kill(pidIn(shell), 'SIGSTOP')
    await shell.waitFor(/Stopped[\s\S]*ready>$/)
    await expectResumed(shell, 'a')
  })
})
