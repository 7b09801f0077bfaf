import type { KeyboardEvent } from 'react'
import type { CommandId } from '../../../shared/commands/command-list.js'
import { keysInForce } from '../../../shared/commands/key-bindings.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { keyName } from '../../store/keymap.js'
import { getState } from '../../store/store.js'
import { placeOfCommand, verdictAt } from '../../store/claims/verdict-scale.js'

/** The command that a pressed key stands for. */
export function commandOfKey({ nativeEvent }: KeyboardEvent): CommandId | undefined {
  return keysInForce(getState().preferences.keys).at(keyName(nativeEvent))
}

/** The verdict that a pressed key sets; undefined for any other key, and for a place that the scale has not. */
export function verdictOfKey(event: KeyboardEvent): Verdict | undefined {
  const place = placeOfCommand(commandOfKey(event) ?? '')
  return place === null ? undefined : verdictAt(place)?.id
}
