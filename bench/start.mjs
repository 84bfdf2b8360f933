import { inTurn, times } from './measure.mjs'
import { open } from './terminal.mjs'
import { environment } from './workplace.mjs'

/** Start to first frame: the app with 100,000 reviews and with none, beside Ink's "Hello". */
export async function starts({ main, hello, homes }) {
  const { plain, bundled, full, empty } = await inTurn(
    { rounds: 15, seconds: 20 },
    {
      plain: () => firstFrame([hello.plain], 'Hello'),
      bundled: () => firstFrame([hello.bundled], 'Hello'),
      full: () => firstFrame([main], 'lambda-study', environment(homes.full)),
      empty: () => firstFrame([main], 'lambda-study', environment(homes.empty)),
    },
  )
  return {
    'frame-unbundled': times(full, plain),
    'frame-bundled': times(full, bundled),
    'start-reviews': times(full, empty),
  }
}

async function firstFrame(args, text, env) {
  const terminal = open(args, env)
  const ms = await terminal.shows(text)
  await terminal.close()
  return ms
}
