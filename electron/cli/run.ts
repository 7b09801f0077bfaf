import { parseArgs, type ParseArgsConfig } from 'node:util'
import { StetError, toAppError } from '../../shared/ipc/result.js'
import { checkCommand } from './check-command.js'
import type { CommandName } from './command-names.js'
import { extractCommand } from './extract-command.js'
import { helpText } from './help.js'
import { exportCommand, reportCommand } from './report-command.js'
import type { ReportFlags } from './report-options.js'
import { print, printError } from './output.js'
import { searchCommand } from './search-command.js'
import { verifyCommand } from './verify-command.js'

const options = {
  published: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  title: { type: 'string' },
  checker: { type: 'string' },
  notes: { type: 'string' },
  claims: { type: 'string' },
  'review-url': { type: 'string' },
  'review-author': { type: 'string' },
  'review-date': { type: 'string' },
  'fail-on': { type: 'string' },
  batch: { type: 'boolean' },
  consistent: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} satisfies ParseArgsConfig['options']

/** What a command was asked: its files, and its options as they were typed. */
export interface CommandRequest extends ReportFlags {
  files: string[]
  published: string | null
  output: string | null
  title: string | null
  checker: string | null
  failOn: string | null
  batch: boolean
  /** Whether `check` also tells what it found in order. */
  consistent: boolean
}

const commands: Record<CommandName, (request: CommandRequest) => Promise<number>> = {
  check: checkCommand,
  export: exportCommand,
  extract: extractCommand,
  report: reportCommand,
  search: searchCommand,
  verify: verifyCommand,
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

/** Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 the command could not be carried out. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [name, ...files] = positionals
    if (values.version) return print(STET_VERSION)
    if (values.help || !name || name === 'help') return print(helpText)
    if (!isCommand(name))
      throw new StetError('invalid', `There is no command “${name}”. “stet --help” lists them.`)
    return await commands[name]({
      files,
      published: publishedOf(values.published),
      format: name === 'report' || name === 'export' ? (values.format ?? null) : formatOf(values.format),
      output: values.output ?? null,
      title: values.title ?? null,
      checker: values.checker ?? null,
      notes: values.notes ?? null,
      claims: values.claims ?? null,
      reviewUrl: values['review-url'] ?? null,
      reviewAuthor: values['review-author'] ?? null,
      reviewDate: values['review-date'] ?? null,
      failOn: values['fail-on'] ?? null,
      batch: values.batch ?? false,
      consistent: values.consistent ?? false,
    })
  } catch (error) {
    printError(error instanceof StetError ? error.message : messageOf(error))
    return 2
  }
}

function messageOf(error: unknown): string {
  const usage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  return usage ? `${error.message} “stet --help” lists the options.` : toAppError(error).message
}

function formatOf(value: string | undefined): 'text' | 'json' {
  if (value === undefined || value === 'text' || value === 'json') return value ?? 'text'
  throw new StetError('invalid', `--format is “text” or “json”, not “${value}”.`)
}

function publishedOf(value: string | undefined): string | null {
  if (value === undefined) return null
  // JSON of a date that there is not is null; other days than the calendar's roll over.
  const day = new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10)
  if (day === value) return value
  throw new StetError('invalid', `--published is a date such as 2026-02-28, not “${value}”.`)
}
