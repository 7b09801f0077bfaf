import { getState } from '../store.js'

export const commandGroups = ['Claims', 'Findings', 'Text', 'View', 'Case', 'Sources'] as const

/**
 * Something a person can ask for by key, menu or button. `keys` are as the keymap writes them (`Mod` is Ctrl, or Cmd on
 * macOS); a bare letter counts only while no text field has the focus.
 */
export interface AppCommand {
  id: string
  label: string
  group: (typeof commandGroups)[number]
  keys: readonly string[]
  enabled: () => boolean
  run: () => void
}

type Details = Omit<AppCommand, 'group' | 'enabled'> & { enabled?: () => boolean }

/** The commands of a group; those that say nothing of it can always be run. */
export function grouped(group: AppCommand['group'], list: readonly Details[]): AppCommand[] {
  return list.map((command) => ({ enabled: () => true, ...command, group }))
}

export const withCase = (): boolean => getState().open !== null
export const withClaim = (): boolean => getState().view.claimId !== null
export const withText = (): boolean => getState().texts[getState().side] !== null
export const whileCorrecting = (): boolean => getState().correction !== null
