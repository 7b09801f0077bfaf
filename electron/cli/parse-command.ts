import { parseArgs } from 'node:util'
import { StetError } from '../../shared/ipc/result.js'
import type { Command, Option, Options, TypedOptions } from './command.js'

interface ParsedCommand {
  files: string[]
  options: TypedOptions<Options>
  asksForHelp: boolean
}

/** Reads what was typed after a command's name. Throws 'invalid' for an option, or a value of one, that it has not. */
export function parseCommand(name: string, { options }: Command, args: readonly string[]): ParsedCommand {
  const { values, positionals } = parsed(name, options, args)
  const typed: Readonly<Record<string, Raw>> = values
  return {
    files: positionals,
    options: Object.fromEntries(
      Object.entries(options).map(([key, option]) => [key, typedValue(key, option, typed[key])]),
    ),
    asksForHelp: typed['help'] === true,
  }
}

function parsed(name: string, options: Options, args: readonly string[]) {
  const help = { type: 'boolean', short: 'h' } as const
  try {
    return parseArgs({ args: [...args], options: { ...options, help }, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new StetError('invalid', `${faultOf(error)} “stet ${name} --help” lists the options.`)
  }
}

/** Node's reason, without its advice on how to type a file that begins with a dash. */
const faultOf = ({ message }: TypeError): string => `${message.split('. ')[0]?.replace(/\.$/, '')}.`

type Raw = string | boolean | (string | boolean)[] | undefined

function typedValue(name: string, option: Option, raw: Raw): boolean | string | string[] | null {
  if (option.type === 'boolean') return raw === true
  const typed = [raw ?? []].flat().map((value) => choiceOf(name, option, String(value)))
  return option.multiple ? typed : (typed[0] ?? null)
}

function choiceOf(name: string, { choices }: Option, typed: string): string {
  const choice = choices ? choices.find((one) => one.toLowerCase() === typed.toLowerCase()) : typed
  if (choice !== undefined) return choice
  throw new StetError('invalid', `--${name} is ${listed(choices ?? [])}, not “${typed}”.`)
}

function listed(choices: readonly string[]): string {
  const quoted = choices.map((choice) => `“${choice}”`)
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
