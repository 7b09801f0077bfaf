import type { Command } from '../../../shared/domain/command.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import { preferences } from '../../tables/preferences.js'
import type { Plan, Planning } from './plan.js'

export function planSetPreference(
  { db }: Planning,
  { key, value }: Command & { do: 'set-preference' },
): Plan {
  const before = preferences.find(db, key)
  const after = value === null ? null : { key, value }
  if (sameJson(before, after)) return { label: 'Set preference', changes: [] }
  return { label: `Set preference: ${key}`, changes: [{ kind: 'preference', key, before, after }] }
}
