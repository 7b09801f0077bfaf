import type { CommandId } from '../../shared/commands/command-list.js'
import { keysInForce } from '../../shared/commands/key-bindings.js'
import { useStore } from '../store/store.js'
import { readableKey } from './readable-key.js'

/** The key of a command as it is now; nothing when it has none. */
export function CommandKey({ command }: { command: CommandId }) {
  const key = useCommandKey(command)
  return key === null ? null : <kbd>{key}</kbd>
}

/** The first key of a command as it is printed on a keyboard; null when it has none, or no command is named. */
export function useCommandKey(command: CommandId | undefined): string | null {
  const keys = useStore((state) => state.preferences.keys)
  const [key] = command ? keysInForce(keys).of(command) : []
  return key === undefined ? null : readableKey(key)
}
