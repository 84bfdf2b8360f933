import { inTurn } from './measure.mjs'
import { open } from './terminal.mjs'
import { environment } from './workplace.mjs'

/** Start to first frame: the app with 100,000 reviews and with none, beside Ink's "Hello". */
export async function starts({ main, hello, homes }) {
  const ms = await inTurn(15, {
    plain: () => firstFrame([hello.plain], 'Hello'),
    bundled: () => firstFrame([hello.bundled], 'Hello'),
    full: () => firstFrame([main], 'lambda-study', environment(homes.full)),
    empty: () => firstFrame([main], 'lambda-study', environment(homes.empty)),
  })
  return {
    'start to first frame, 100,000 reviews: against an unbundled Ink "Hello"': ms.full / ms.plain,
    'the same against a plainly bundled one': ms.full / ms.bundled,
    'start with 100,000 reviews against none': ms.full / ms.empty,
  }
}

async function firstFrame(args, text, env) {
  const terminal = open(args, env)
  const ms = await terminal.shows(text)
  await terminal.close()
  return ms
}
