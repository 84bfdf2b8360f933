import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, freshHome } from '../helpers/binary.ts'

test('the paths in use, below LAMBDA_STUDY_HOME', () => {
  const home = freshHome()
  const paths = {
    config: join(home, 'config.json'),
    data: home,
    cache: join(home, 'cache'),
    reviews: join(home, 'reviews'),
  }
  expect(JSON.parse(command(['where', '--json'], { home }).out)).toEqual({ version: 1, ...paths })
  const { code, out } = command(['where'], { home })
  expect(code).toBe(0)
  for (const [name, path] of Object.entries(paths)) expect(out).toMatch(new RegExp(`^${name} +${path}$`, 'm'))
})

test('else by the customs of the system', () => {
  const home = freshHome()
  const env = {
    LAMBDA_STUDY_HOME: undefined,
    HOME: home,
    XDG_CONFIG_HOME: undefined,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: undefined,
  }
  const document = JSON.parse(command(['where', '--json'], { home, env }).out)
  if (process.platform === 'linux')
    expect(document).toEqual({
      version: 1,
      config: join(home, '.config/lambda-study/config.json'),
      data: join(home, 'data/lambda-study'),
      cache: join(home, '.cache/lambda-study'),
      reviews: join(home, 'data/lambda-study/reviews'),
    })
  else expect(document.config).toContain(home)
})
