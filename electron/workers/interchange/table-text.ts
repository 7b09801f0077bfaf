import { CsvError, parse } from 'csv-parse/sync'
import { delimiters, type Delimiter } from '../../../shared/domain/record-import.js'
import { grouped, notOpened } from '../import/refusals.js'
import { pastRecordLimit } from './record-limits.js'

const mostRows = 20_000
const mostColumns = 200
const longestCell = 200_000

/**
 * The rows of a table in text form (RFC 4180), blank ones left out. Throws `unsupported` for what is no table, naming the
 * line, and `too-large` past the limits.
 */
export function rowsOf(text: string, delimiter: Delimiter, name: string): string[][] {
  const rows = parsed(text, delimiter, name)
  if (rows.length > mostRows + 1)
    throw pastRecordLimit(name, `has more than ${grouped(mostRows)} rows, which is the limit`)
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (widest > mostColumns)
    throw pastRecordLimit(name, `has ${grouped(widest)} columns; the limit is ${mostColumns}`)
  if (rows.some((row) => row.some((cell) => cell.length > longestCell)))
    throw pastRecordLimit(
      name,
      `has a cell of more than ${grouped(longestCell)} characters, which is the limit`,
    )
  return rows
}

function parsed(text: string, delimiter: Delimiter, name: string, most = mostRows + 2): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // A quotation mark within a cell that does not begin with one is a letter like others.
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: most,
    })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    const line = typeof cause.lines === 'number' ? ` near line ${cause.lines}` : ''
    throw notOpened(
      name,
      `is no sound table: its quotation marks do not pair${line}`,
      'Open it in the program that made it and save it as CSV anew, or choose another delimiter.',
    )
  }
}

/** How much of a table's start tells how its cells are parted. */
const sampleLength = 64 * 1024
const sampleRows = 50

/** The delimiter that parts the most rows into the same number of cells, more than one; a comma when none does. */
export function delimiterOf(text: string, name: string): Delimiter {
  const whole = text.length <= sampleLength
  const sample = whole ? text : text.slice(0, text.lastIndexOf('\n', sampleLength) + 1 || sampleLength)
  let best: { id: Delimiter; worth: number } = { id: ',', worth: 0 }
  for (const { id } of delimiters) {
    const worth = regularity(sample, id, name)
    if (worth > best.worth) best = { id, worth }
  }
  return best.id
}

/** The share of rows as wide as the first, times how wide that is (counted up to ten); 0 for one column. */
function regularity(sample: string, delimiter: Delimiter, name: string): number {
  let rows: string[][]
  try {
    rows = parsed(sample, delimiter, name, sampleRows)
  } catch {
    return 0
  }
  const width = rows[0]?.length ?? 0
  if (width < 2) return 0
  const same = rows.filter((row) => row.length === width).length
  return (same / rows.length) * (1 + Math.min(width, 10) / 10)
}
