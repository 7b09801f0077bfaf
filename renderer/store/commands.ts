import { caseCommands } from './commands/case-commands.js'
import { claimCommands, findingCommands } from './commands/claim-commands.js'
import type { AppCommand } from './commands/command.js'
import { sourceCommands } from './commands/source-commands.js'
import { textCommands } from './commands/text-commands.js'
import { viewCommands } from './commands/view-commands.js'
import { getState } from './store.js'

/** Every command, in the order in which the key sheet shows them. */
export const commands: readonly AppCommand[] = [
  ...claimCommands,
  ...findingCommands,
  ...textCommands,
  ...viewCommands,
  ...caseCommands,
  ...sourceCommands,
]

const byId = new Map(commands.map((command) => [command.id, command]))

/** Runs a command by name if it can be run now; answers whether it was. */
export function runCommand(id: string): boolean {
  const command = byId.get(id)
  if (getState().dialog || !command?.enabled()) return false
  command.run()
  return true
}
