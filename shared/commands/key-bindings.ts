import { z } from 'zod'
import { commandEntry, commandList, type CommandId } from './command-list.js'
import { keyNameSchema } from './key-names.js'

/** The keys that a person gave to commands, by the commands' ids; ids that there are no longer are allowed. */
export const customKeysSchema = z
  .record(z.string().regex(/^[a-z][a-z0-9-]{0,63}$/), z.array(keyNameSchema).max(6).readonly())
  .readonly()
  .transform(withPlaces)

export type CustomKeys = Readonly<Record<string, readonly string[]>>

/** Commands that set a verdict once had its name; they go by its place in the scale. */
const renamed = [
  'verdict-supported',
  'verdict-supported-with-caveat',
  'verdict-inconsistent',
  'verdict-contradicted',
  'verdict-garbled',
  'verdict-unsupported',
  'verdict-unverifiable',
  'verdict-not-factual',
]

function withPlaces(keys: CustomKeys): CustomKeys {
  if (!renamed.some((id) => id in keys)) return keys
  return Object.fromEntries(
    Object.entries(keys).map(([id, list]) => {
      const place = renamed.indexOf(id)
      return [place < 0 ? id : `verdict-${place + 1}`, list]
    }),
  )
}

export interface KeysInForce {
  /** The keys of a command, the one that is shown first. */
  of: (id: CommandId) => readonly string[]
  /** The command of a key. */
  at: (key: string) => CommandId | undefined
}

const known = new WeakMap<CustomKeys, KeysInForce>()

/** Which keys count: those that a person gave, then those that commands have of themselves. No key has two commands. */
export function keysInForce(custom: CustomKeys): KeysInForce {
  const inForce = known.get(custom) ?? computeKeys(custom)
  known.set(custom, inForce)
  return inForce
}

function computeKeys(custom: CustomKeys): KeysInForce {
  const byKey = new Map<string, CommandId>()
  const give = (id: CommandId, keys: readonly string[]): void => {
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, id)
  }
  for (const { id, keys, fixed } of commandList) if (fixed) give(id, keys)
  for (const { id, fixed } of commandList) if (!fixed) give(id, custom[id] ?? [])
  for (const { id, keys } of commandList) if (!custom[id]) give(id, keys)
  const byId = new Map(
    commandList.map(({ id, keys, fixed }) => {
      const wanted = fixed ? keys : (custom[id] ?? keys)
      return [id, wanted.filter((key) => byKey.get(key) === id)]
    }),
  )
  return { of: (id) => byId.get(id) ?? [], at: (key) => byKey.get(key) }
}

/**
 * Gives a key to a command, in the place of another of its keys if one is named, and takes it from any other command: one
 * that has it of itself gets it back once it is free again.
 */
export function withKey(custom: CustomKeys, id: CommandId, key: string, instead?: string): CustomKeys {
  const inForce = keysInForce(custom)
  const holder = inForce.at(key)
  const given = holder && holder !== id ? custom[holder] : undefined
  const freed = holder && given ? withKeys(custom, holder, without(given, key)) : custom
  const before = inForce.of(id)
  const place = instead === undefined ? -1 : before.indexOf(instead)
  const after = place < 0 ? [...without(before, key), key] : [...new Set(before.with(place, key))]
  return withKeys(freed, id, after)
}

/** Takes a key from a command. */
export function withoutKey(custom: CustomKeys, id: CommandId, key: string): CustomKeys {
  return withKeys(custom, id, without(keysInForce(custom).of(id), key))
}

/** Gives a command the keys back that it has of itself, taking them from whatever else has them. */
export function withOwnKeys(custom: CustomKeys, id: CommandId): CustomKeys {
  const freed = commandEntry(id).keys.reduce((keys, key) => withKey(keys, id, key), custom)
  return withKeys(freed, id, commandEntry(id).keys)
}

/** Whether a person changed the keys of a command. */
export const isCustom = (custom: CustomKeys, id: CommandId): boolean => custom[id] !== undefined

const without = (keys: readonly string[], key: string): string[] => keys.filter((one) => one !== key)

function withKeys(custom: CustomKeys, id: CommandId, keys: readonly string[]): CustomKeys {
  const { [id]: _before, ...others } = custom
  const own = commandEntry(id).keys
  const isOwn = keys.length === own.length && keys.every((key, index) => key === own[index])
  return isOwn ? others : { ...others, [id]: keys }
}
