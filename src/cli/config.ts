import { UserError } from '../error.ts'
import { writeSettings } from '../store/settings.ts'
import { defaults, readers, type SettingKey, type Settings } from '../study/settings.ts'
import type { Run } from './command.ts'
import { nearest } from './nearest.ts'
import { openBank, openSettings } from './open-decks.ts'
import { print, printJson, warn } from './print.ts'

const keys = Object.keys(readers) as readonly SettingKey[]

export const run: Run = async (world, [action = 'list', key, value], flags) => {
  const { folders, settings, notices } = openSettings(world)
  warn(world, notices)
  switch (action) {
    case 'list':
      if (flags.json)
        printJson(world, { settings: Object.fromEntries(keys.map(name => [name, settings[name] ?? null])) })
      else
        for (const name of keys)
          print(
            world,
            `${name.padEnd(12)} ${shown(settings, name).padEnd(12)} ${readers[name].says}${settings[name] === defaults[name] ? ' (default)' : ''}`,
          )
      return 0
    case 'get': {
      const name = known(key)
      if (flags.json) printJson(world, { [name]: settings[name] ?? null })
      else print(world, shown(settings, name))
      return 0
    }
    case 'set': {
      const name = known(key)
      const read = value === undefined ? undefined : readers[name].read(value)
      if (read === undefined)
        throw new UserError(
          `${name} takes ${readers[name].form}${value === undefined ? '' : `, not "${value}"`}.`,
          `lambda-study config get ${name} shows what it is now`,
          2,
        )
      if (name === 'exam' && read !== 'none') {
        const { bank } = await openBank(world, folders, settings)
        if (!Object.hasOwn(bank.exams, String(read)))
          throw new UserError(
            `There is no exam "${value}" in your decks.`,
            `use one of ${Object.keys(bank.exams).join(', ')}, or none`,
            2,
          )
      }
      await writeSettings(folders.config, { [name]: read })
      print(world, `${name} is ${value}.`)
      return 0
    }
    default:
      throw new UserError(`config does not know "${action}".`, 'use list, get KEY or set KEY VALUE', 2)
  }
}

function shown(settings: Settings, key: SettingKey): string {
  const value = settings[key]
  return value === undefined ? '-' : typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)
}

function known(key: string | undefined): SettingKey {
  const found = keys.find(name => name === key)
  if (found) return found
  const near = key === undefined ? undefined : nearest(key, keys)
  throw new UserError(
    key === undefined ? 'Which setting?' : `There is no setting "${key}".`,
    near ? `did you mean ${near}?` : `the settings are ${keys.join(', ')}`,
    2,
  )
}
