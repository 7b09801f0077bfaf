import { parseArgs, type ParseArgsConfig } from 'node:util'
import { StetError, toAppError } from '../../shared/ipc/result.js'
import { checkCommand } from './check-command.js'
import type { CommandName } from './command-names.js'
import { bundleCommand } from './bundle-command.js'
import { extractCommand } from './extract-command.js'
import { helpText } from './help.js'
import { importCommand } from './import-command.js'
import { mergeCommand } from './merge-command.js'
import { exportCommand, reportCommand } from './report-command.js'
import type { PrintPages } from '../service/report.js'
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
  form: { type: 'string' },
  template: { type: 'string' },
  for: { type: 'string' },
  withhold: { type: 'string', multiple: true },
  language: { type: 'string' },
  paper: { type: 'string' },
  'review-url': { type: 'string' },
  'review-author': { type: 'string' },
  'review-date': { type: 'string' },
  'fail-on': { type: 'string' },
  prefer: { type: 'string' },
  source: { type: 'string', multiple: true },
  claim: { type: 'string', multiple: true },
  case: { type: 'string' },
  'in-place': { type: 'boolean' },
  'no-originals': { type: 'boolean' },
  batch: { type: 'boolean' },
  consistent: { type: 'boolean' },
  map: { type: 'string' },
  orphans: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} satisfies ParseArgsConfig['options']

/** What a command was asked: its files, and its options as they were typed. */
export interface CommandRequest extends ReportFlags {
  /** Missing where nothing can draw pages. */
  printPages: PrintPages | undefined
  files: string[]
  published: string | null
  output: string | null
  title: string | null
  checker: string | null
  failOn: string | null
  batch: boolean
  /** How `merge` decides conflicts. */
  prefer: string | null
  /** Whether `merge` may change its first file. */
  inPlace: boolean
  /** What goes into a bundle, as it was named; for `import` the source that claims stand in. */
  sources: string[]
  claimIds: string[]
  noOriginals: boolean
  /** The case that a report is compared with. */
  caseFile: string | null
  /** Whether `check` also tells what it found in order. */
  consistent: boolean
  /** What the columns of a table hold, as `column=field,…`. */
  map: string | null
  /** Whether `import` keeps claims whose quotes it does not find. */
  orphans: boolean
}

const commands: Record<CommandName, (request: CommandRequest) => Promise<number>> = {
  bundle: bundleCommand,
  check: checkCommand,
  export: exportCommand,
  extract: extractCommand,
  import: importCommand,
  merge: mergeCommand,
  report: reportCommand,
  search: searchCommand,
  verify: verifyCommand,
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

/** What the process around the command line can do; Node alone can draw no pages. */
export interface CommandLineHost {
  printPages?: PrintPages
}

/** Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 the command could not be carried out. */
export async function runCommandLine(
  args: readonly string[],
  { printPages }: CommandLineHost = {},
): Promise<number> {
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
      format:
        name === 'report' || name === 'export'
          ? (values.format ?? values.form ?? null)
          : formatOf(values.format),
      output: values.output ?? null,
      title: values.title ?? null,
      checker: values.checker ?? null,
      notes: values.notes ?? null,
      claims: values.claims ?? null,
      template: values.template ?? null,
      audience: values.for ?? null,
      withhold: values.withhold ?? [],
      language: values.language ?? null,
      paper: values.paper ?? null,
      printPages,
      reviewUrl: values['review-url'] ?? null,
      reviewAuthor: values['review-author'] ?? null,
      reviewDate: values['review-date'] ?? null,
      failOn: values['fail-on'] ?? null,
      prefer: values.prefer ?? null,
      inPlace: values['in-place'] ?? false,
      sources: values.source ?? [],
      claimIds: values.claim ?? [],
      noOriginals: values['no-originals'] ?? false,
      caseFile: values.case ?? null,
      batch: values.batch ?? false,
      consistent: values.consistent ?? false,
      map: values.map ?? null,
      orphans: orphansOf(values.orphans),
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

function orphansOf(value: string | undefined): boolean {
  if (value === undefined || value === 'keep' || value === 'leave') return value !== 'leave'
  throw new StetError('invalid', `--orphans is “keep” or “leave”, not “${value}”.`)
}

function publishedOf(value: string | undefined): string | null {
  if (value === undefined) return null
  // JSON of a date that there is not is null; other days than the calendar's roll over.
  const day = new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10)
  if (day === value) return value
  throw new StetError('invalid', `--published is a date such as 2026-02-28, not “${value}”.`)
}
