import type { LogEntry } from '../domain/case.js'
import { spelling } from './merge-state.js'
import { fieldsOf, isBookkeeping, nameOf, type KindRecord } from './record-fields.js'

/** Who did something last, and when (an instant). */
export interface Doing {
  actor: string
  at: string
}

/** Who changed each field of each record last, by `name field`; under the field `presence`, who made or removed it. */
export type Doings = ReadonlyMap<string, Doing>

/** What entries of a log tell of that. */
export function doingsOf(entries: readonly Pick<LogEntry, 'at' | 'actor' | 'changes'>[]): Doings {
  const doings = new Map<string, Doing>()
  for (const { at, actor, changes } of entries) {
    for (const { kind, before, after } of changes) {
      const record = after ?? before
      if (!record) continue
      const name = nameOf({ kind, record })
      for (const field of changedFields(kind, before, after)) doings.set(`${name} ${field}`, { at, actor })
    }
  }
  return doings
}

/** Who changed a record last in any of its fields. */
export function lastDoing(doings: Doings, name: string): Doing | null {
  let last: Doing | null = null
  for (const [key, doing] of doings) {
    if (key.startsWith(`${name} `) && (!last || doing.at > last.at)) last = doing
  }
  return last
}

function changedFields(
  kind: KindRecord['kind'],
  before: KindRecord['record'] | null,
  after: KindRecord['record'] | null,
): string[] {
  const was = before ? fieldsOf({ kind, record: before }) : new Map<string, unknown>()
  const is = after ? fieldsOf({ kind, record: after }) : new Map<string, unknown>()
  const fields = [...new Set([...was.keys(), ...is.keys()])].filter(
    (field) => field === 'removedAt' || !isBookkeeping(field),
  )
  const changed = fields.filter((field) => spelling(was.get(field)) !== spelling(is.get(field)))
  const movesPresence = !before || !after || changed.includes('removedAt')
  return movesPresence ? [...changed, 'presence'] : changed
}
