import { promisedType } from '../import/file-kind.js'

/**
 * What a file of records seems to be by its first bytes: a case file, JSON, RIS, a report that Stet saved as a web page, or, by
 * its name alone, a table.
 */
export type RecordKind = 'case' | 'json' | 'ris' | 'report' | 'table'

/** The largest file of each kind, in megabytes; a case file is never read whole. */
export const largestRecordFile: Record<Exclude<RecordKind, 'case'>, number> = {
  json: 50,
  ris: 20,
  report: 100,
  table: 20,
}

const databaseStart = 'SQLite format 3\0'

/** Terms of the files that are read as records though their name promises something else, such as `.txt`. */
const tellingTerms = /"(TextQuoteSelector|AnnotationPage|AnnotationCollection)"|www\.w3\.org\/ns\/anno/

/** The head of a report's page, which names the program that made it. */
const reportStart = /^[\s\uFEFF]*<!doctype html>[\s\S]*<meta name="generator" content="Stet\b/i

/** What stands in a report's page before what it holds for programs; a page of what must be fixed holds nothing. */
export const reportDataMark = 'id="stet-report"'

/**
 * What kind of records a file holds, by what it is before what it is called; null for texts. Plain text that only looks
 * like a table is a text, unless its name says that it is one.
 */
export function recordKindOf(start: Uint8Array, name: string): RecordKind | null {
  const head = Buffer.from(start.buffer, start.byteOffset, start.byteLength)
  if (head.toString('latin1').startsWith(databaseStart)) return /\.stet$/i.test(name) ? 'case' : null
  const text = head[0] === 0xff && head[1] === 0xfe ? head.toString('utf16le') : head.toString('utf8')
  if (/^[\s\uFEFF]*TY {2}- ?[A-Z]/.test(text)) return 'ris'
  const isJson = /^[\s\uFEFF]*[[{]/.test(text)
  if (isJson && (/\.(json|jsonld|json-ld)$/i.test(name) || tellingTerms.test(text))) return 'json'
  if (reportStart.test(text)) return 'report'
  if (promisedType(name) !== null || text.includes('\0')) return null
  if (/\.stet$/i.test(name)) return 'case'
  if (/\.(json|jsonld|json-ld)$/i.test(name)) return 'json'
  if (/\.ris$/i.test(name)) return 'ris'
  return /\.(csv|tsv|tab)$/i.test(name) ? 'table' : null
}
