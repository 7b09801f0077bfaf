import type { CommandEntry } from '../../../shared/commands/command-list.js'
import { getState } from '../store.js'
import { hasInspector } from '../view-state.js'

/** Something without which a command cannot be run; `otherwise` tells a person what is missing. */
export interface Need {
  holds: () => boolean
  otherwise: string
}

/** What a command of the list does, and what it needs. */
export interface Action {
  needs?: readonly Need[]
  run: () => void
}

/** Something a person can ask for by key, menu, palette or button. */
export interface AppCommand extends CommandEntry {
  run: () => void
  /** Why it cannot be run now; null when it can. */
  whyNot: () => string | null
}

export const aCase: Need = { holds: () => getState().open !== null, otherwise: 'No case is open' }
export const aClaim: Need = {
  holds: () => getState().view.claimId !== null && hasInspector(getState().view.centre),
  otherwise: 'No claim is open',
}
export const aText: Need = {
  holds: () => getState().view.centre === 'text' && getState().texts[getState().side] !== null,
  otherwise: 'No text is shown',
}
export const noCorrection: Need = {
  holds: () => getState().correction === null,
  otherwise: 'The text is being corrected',
}
export const aCorrection: Need = {
  holds: () => getState().correction !== null,
  otherwise: 'No text is being corrected',
}
