import { StetError } from '../../shared/ipc/result.js'
import type { Option } from './command.js'

/** What a command prints: lines for a person, or one JSON value for a program. */
export const outputFormat = {
  type: 'string',
  choices: ['text', 'json'],
  help: 'json for another program; offsets are UTF-16 code units into the decoded file',
} as const satisfies Option

export const published = {
  type: 'string',
  value: 'DATE',
  help: 'when the texts were published, YYYY-MM-DD; settles “last Wednesday” and dates without a year',
} as const satisfies Option

export const batch = {
  type: 'boolean',
  help: 'one JSON request a line on standard input, one answer a line on standard output',
} as const satisfies Option

export const checker = {
  type: 'string',
  value: 'NAME',
  help: 'who is doing this, for the log; otherwise the name of the account',
} as const satisfies Option

/** The day that was typed, if one was. Throws 'invalid' for what is no day of the calendar. */
export function publishedOn(typed: string | null): string | null {
  if (typed === null) return null
  // JSON of a date that there is not is null; other days than the calendar's roll over.
  const day = new Date(`${typed}T00:00:00Z`).toJSON()?.slice(0, 10)
  if (day === typed) return typed
  throw new StetError('invalid', `--published is a date such as 2026-02-28, not “${typed}”.`)
}
