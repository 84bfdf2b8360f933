import { spawn } from '@lydell/node-pty'

const frameEnd = '\x1b[?2026l'

/** Runs a Node program in a pseudo-terminal of 80x24. `press` gives what came of a key: what was written, and ms to the whole frame, if there was one. */
export function open(args, env) {
  // A terminal of a CI machine is not what people sit at: Ink, for one, draws nothing there.
  const { CI: _, CONTINUOUS_INTEGRATION: __, ...own } = process.env
  const started = performance.now()
  const program = spawn(process.execPath, args, {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
    env: { ...own, TERM: 'xterm-256color', TZ: 'UTC', ...env },
  })
  let output = ''
  let hear = () => {}
  program.onData(chunk => {
    output += chunk
    hear()
  })
  const exited = new Promise(resolve => program.onExit(resolve))

  /** ms from `since` until `holds` is true of the output; missing when it is not within `patience` ms. */
  const until = (holds, since, patience) =>
    new Promise(resolve => {
      const settle = ms => {
        clearTimeout(deadline)
        hear = () => {}
        resolve(ms)
      }
      const deadline = setTimeout(() => settle(undefined), patience)
      hear = () => holds() && settle(performance.now() - since)
      hear()
      void exited.then(() => settle(undefined))
    })

  return {
    exited,
    get output() {
      return output
    },
    /** ms from the start of the process until it shows `text`. */
    async shows(text) {
      const ms = await until(() => output.includes(text), started, 60_000)
      if (ms === undefined) throw new Error(`${args.join(' ')} does not show ${text}:\n${output}`)
      return ms
    },
    async press(key, patience) {
      output = ''
      const since = performance.now()
      program.write(key)
      const ms = await until(() => output.includes(frameEnd), since, patience)
      return { ms, output }
    },
    async close() {
      program.kill('SIGKILL')
      await exited
    },
  }
}

/** What a frame says, without colours and cursor moves. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
export const textOf = frame => frame.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '')
