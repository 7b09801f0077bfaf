import type { KeyboardEvent } from 'react'
import type { CommandId } from '../../../shared/commands/command-list.js'
import { keysInForce } from '../../../shared/commands/key-bindings.js'
import { verdicts, type Verdict } from '../../../shared/domain/verdicts.js'
import { keyName } from '../../store/keymap.js'
import { getState } from '../../store/store.js'

/** The command that a pressed key stands for. */
export function commandOfKey({ nativeEvent }: KeyboardEvent): CommandId | undefined {
  return keysInForce(getState().preferences.keys).at(keyName(nativeEvent))
}

/** The verdict that a pressed key sets; undefined for any other key. */
export function verdictOfKey(event: KeyboardEvent): Verdict | undefined {
  const command = commandOfKey(event)
  return verdicts.find(({ id }) => command === `verdict-${id}`)?.id
}
