import type { CommandId } from '../../shared/commands/command-list.js'
import { keysInForce } from '../../shared/commands/key-bindings.js'
import { useStore } from '../store/store.js'
import { readableKey } from './readable-key.js'

/** The key of a command as it is now; nothing when it has none. */
export function CommandKey({ command }: { command: CommandId }) {
  const [key] = useStore((state) => keysInForce(state.preferences.keys)).of(command)
  return key ? <kbd>{readableKey(key)}</kbd> : null
}
