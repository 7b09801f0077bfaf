import { StetError, toAppError } from '../../shared/ipc/result.js'
import type { Command, CommandLineHost } from './command.js'
import { commandNames, type CommandName } from './command-names.js'
import { commandHelp, programHelp } from './help.js'
import { print, printError } from './output.js'
import { parseCommand } from './parse-command.js'

// Each command is loaded when it is asked for: a search needs no parser of Word documents.
const commands: Record<CommandName, () => Promise<Command>> = {
  bundle: async () => (await import('./bundle-command.js')).bundleCommand,
  check: async () => (await import('./check-command.js')).checkCommand,
  export: async () => (await import('./report-command.js')).exportCommand,
  extract: async () => (await import('./extract-command.js')).extractCommand,
  import: async () => (await import('./import-command.js')).importCommand,
  merge: async () => (await import('./merge-command.js')).mergeCommand,
  report: async () => (await import('./report-command.js')).reportCommand,
  search: async () => (await import('./search-command.js')).searchCommand,
  verify: async () => (await import('./verify-command.js')).verifyCommand,
}

/** What shells know as ended by Ctrl+C. */
const interrupted = 130

/**
 * Exit codes: 0 done, 1 done with something to look at, 2 the command could not be carried out, 130 it was interrupted and changed
 * nothing.
 */
export async function runCommandLine(args: readonly string[], host: CommandLineHost = {}): Promise<number> {
  try {
    return await run(args, host)
  } catch (error) {
    printError(error instanceof StetError ? error.message : toAppError(error).message)
    return error instanceof StetError && error.kind === 'cancelled' ? interrupted : 2
  }
}

async function run([name, ...rest]: readonly string[], host: CommandLineHost): Promise<number> {
  if (name === '--version') return print(STET_VERSION)
  if (name === undefined || isHelp(name)) return print(await helpOn(rest[0]))
  if (!isCommand(name))
    throw new StetError('invalid', `There is no command “${name}”. “stet --help” lists them.`)
  const command = await commands[name]()
  const { files, options, asksForHelp } = parseCommand(name, command, rest)
  return asksForHelp ? print(commandHelp(name, command)) : command.run({ files, options, host })
}

const isHelp = (name: string): boolean => ['help', '--help', '-h'].includes(name)

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

async function helpOn(name: string | undefined): Promise<string> {
  if (name !== undefined && isCommand(name)) return commandHelp(name, await commands[name]())
  const all = commandNames.map(async (one) => [one, await commands[one]()] as const)
  return programHelp(await Promise.all(all))
}
