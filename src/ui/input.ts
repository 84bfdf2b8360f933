import type { World } from '../world.ts'
import type { Input } from './model.ts'

/** A command with the time it came and a fresh seed. */
export function inputFrom(
  world: Pick<World, 'now' | 'offset' | 'elapsed' | 'seed'>,
  does: Input['does'],
  key: string,
  text: string | undefined,
): Input {
  const at = world.now()
  return {
    does,
    key,
    ...(text !== undefined && { text }),
    at,
    offset: world.offset(at),
    elapsed: world.elapsed(),
    seed: world.seed(),
  }
}
