import { StetError } from '../../../shared/ipc/result.js'
import { grouped } from '../import/refusals.js'

/** A file of records past a limit. `what` names the measure and the limit. */
export function pastRecordLimit(name: string, what: string): StetError {
  return new StetError('too-large', `“${name}” ${what}. Split it into smaller files.`)
}

/** How many claims or citations one file may bring: more than a person looks through. */
const mostRecords = 20_000

/** Throws `too-large` for a file with more records than one may have. */
export function refuseTooMany(count: number, what: string, name: string): void {
  if (count <= mostRecords) return
  throw pastRecordLimit(name, `has ${grouped(count)} ${what}; the limit is ${grouped(mostRecords)}`)
}

/** How many notes, links and remarks on what is left out one file may bring with its claims. */
const mostParts = 200_000

/** Throws `too-large` for a file with more of them than one may have. */
export function refuseTooManyParts(count: number, name: string): void {
  if (count <= mostParts) return
  throw pastRecordLimit(name, `has more than ${grouped(mostParts)} notes and links, which is the limit`)
}

/** The longest of what claims and notes hold, in UTF-16 code units. */
export const longest = {
  quote: 20_000,
  context: 200,
  note: 200_000,
  key: 8000,
  label: 1000,
  tag: 100,
  tags: 100,
} as const

/** A text cut to a length, never within a surrogate pair. */
export function cutTo(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
