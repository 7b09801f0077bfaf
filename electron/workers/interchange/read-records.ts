import { anyReading, type TableReading } from '../../../shared/domain/record-import.js'
import { decode } from '../import/decode.js'
import type { FileBytes } from '../import/file-bytes.js'
import { notOpened } from '../import/refusals.js'
import type { Verdicts } from './exported-scale.js'
import type { IncomingRecords } from './incoming.js'
import { jsonValue } from './json-value.js'
import { isAnnotations, readAnnotations } from './read-annotations.js'
import { isCslJson, readCslJson } from './read-citations.js'
import { isHypothesis, readHypothesis } from './read-hypothesis.js'
import { readRis } from './read-ris.js'
import { recordKindOf } from './record-kind.js'

/**
 * The claims or citations of a file, by what it is. Throws a StetError that names the file, the limit or fault, and the way
 * out. `verdicts` are those of the case, `reading` says how a table
 * is to be read.
 */
export async function readRecords(
  file: FileBytes,
  verdicts: Verdicts,
  reading: TableReading = anyReading,
): Promise<IncomingRecords> {
  const { bytes, name } = file
  switch (recordKindOf(bytes.subarray(0, 4096), name)) {
    case 'json':
      return recordsOfJson(jsonValue(decode(bytes, name, file.encoding).text, name), name, verdicts)
    case 'ris':
      return readRis(decode(bytes, name, file.encoding).text, name)
    case 'table':
      // The parser of tables is loaded when there is one.
      return (await import('./read-table.js')).readTable(file, reading, verdicts)
    default:
      throw notOpened(name, 'holds neither claims nor citations', whatIsRead)
  }
}

const whatIsRead =
  'Stet imports Web Annotations (JSON-LD), Hypothesis, CSV and TSV tables, CSL-JSON, RIS and case files.'

function recordsOfJson(value: unknown, name: string, verdicts: Verdicts): IncomingRecords {
  if (isAnnotations(value)) return readAnnotations(value, name, verdicts)
  if (isHypothesis(value)) return readHypothesis(value, name)
  if (isCslJson(value)) return readCslJson(value, name)
  throw notOpened(name, 'is JSON, but holds neither annotations nor citations that Stet knows', whatIsRead)
}
