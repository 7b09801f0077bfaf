import { inspectCase } from '../../db/inspect-case.js'
import type { Verification } from '../../shared/domain/verification.js'
import { StetError } from '../../shared/ipc/result.js'
import { command } from './command.js'
import { outputFormat } from './common-options.js'
import { printJson, printLines } from './output.js'
import { openOptions } from './sqlite-binding.js'
import { isReport, verifyReport } from './verify-report.js'

/**
 * `stet verify`: checks case files from end to end and names what is not as it was written; exit code 1 when anything is. A
 * single report is checked as one, see `verifyReport`.
 */
export const verifyCommand = command({
  takes: 'CASE... | REPORT',
  summary:
    'whether case files are as they were written, to the last record and log entry; whether a report (.html) is as it was saved',
  options: {
    case: {
      type: 'string',
      value: 'CASE',
      help: 'the case to compare a report with: whether it still says what was signed',
    },
    format: outputFormat,
  },
  async run({ files, options }) {
    const [only, ...others] = files
    if (only && others.length === 0 && isReport(only)) return verifyReport(only, options.case, options.format)
    if (files.length === 0)
      throw new StetError('invalid', 'No case file was named. “stet verify --help” shows how.')
    const results = files.map((file) => ({ file, ...inspectCase(file, openOptions()) }))
    if (options.format === 'json') printJson({ files: results })
    else printLines(results.flatMap(asLines))
    return results.every(({ sound }) => sound) ? 0 : 1
  },
})

function asLines({ file, sound, problems, checked, logEntries }: Verification & { file: string }): string[] {
  const records = Object.values(checked).reduce((sum, count) => sum + count, 0)
  const verdict = sound ? 'sound' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`
  const lines = problems.map(({ kind, record, message }) => {
    const where = record ? `${record.kind} ${record.key}: ` : ''
    return `  [${kind}] ${where}${message}`
  })
  return [`${file}: ${verdict} (${records} records, ${logEntries} log entries)`, ...lines]
}
