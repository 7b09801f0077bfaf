import { commandList, type CommandId } from '../../shared/commands/command-list.js'
import { caseActions } from './commands/case-commands.js'
import { claimActions, findingActions } from './commands/claim-commands.js'
import type { Action, AppCommand } from './commands/command.js'
import { coverageActions } from './commands/coverage-commands.js'
import { sourceActions } from './commands/source-commands.js'
import { textActions } from './commands/text-commands.js'
import { viewActions } from './commands/view-commands.js'
import { getState } from './store.js'
import { commandLabel } from './claims/verdict-scale.js'

const actions: Record<CommandId, Action> = {
  ...claimActions,
  ...findingActions,
  ...textActions,
  ...coverageActions,
  ...viewActions,
  ...caseActions,
  ...sourceActions,
}

/** Every command of the list with what it does. */
export const commands: readonly AppCommand[] = commandList.map((entry) => {
  const { needs = [], run } = actions[entry.id]
  return {
    ...entry,
    // Those that set a verdict are called as the scale of the open case has it.
    get label() {
      return commandLabel(entry)
    },
    run,
    whyNot: () => needs.find(({ holds }) => !holds())?.otherwise ?? null,
  }
})

const byId = new Map<string, AppCommand>(commands.map((command) => [command.id, command]))

/** The command of a name, if there is one of that name. */
export const commandNamed = (id: string): AppCommand | undefined => byId.get(id)

/** Runs a command by name if it can be run now; answers whether it was. */
export function runCommand(id: string): boolean {
  const command = byId.get(id)
  if (getState().dialog || !command || command.whyNot() !== null) return false
  command.run()
  return true
}
