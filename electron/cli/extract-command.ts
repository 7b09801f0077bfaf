import { extractBatchLine } from '../../shared/checks/batch.js'
import { extractDates } from '../../shared/checks/extract/dates.js'
import { StetError } from '../../shared/ipc/result.js'
import { answerLines } from './batch-lines.js'
import { print } from './output.js'
import type { CommandRequest } from './run.js'
import { readSources } from './source-files.js'

/** `stet extract`: prints the dates of a file with their TIMEX3 values. */
export async function extractCommand(request: CommandRequest): Promise<number> {
  if (request.batch) return answerLines(extractBatchLine)
  if (request.files.length > 1) throw new StetError('invalid', '“stet extract” takes one file at a time.')
  const sources = await readSources(request.files)
  const dates = sources.flatMap(({ text, start: shift }) =>
    extractDates(text, { published: request.published }).map((date) => ({
      ...date,
      start: date.start + shift,
      end: date.end + shift,
    })),
  )
  if (request.format === 'json') return print(JSON.stringify({ dates }))
  return print(
    dates.map(({ value, type, text }) => `${value.padEnd(18)} ${type.padEnd(9)} ${text}`).join('\n'),
  )
}
