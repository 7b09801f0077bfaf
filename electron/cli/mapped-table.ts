import { anyReading, tableFields, type TableField } from '../../shared/domain/record-import.js'
import { StetError } from '../../shared/ipc/result.js'
import type { FileBytes } from '../workers/import/file-bytes.js'
import type { Verdicts } from '../workers/interchange/exported-scale.js'
import type { IncomingClaims } from '../workers/interchange/incoming.js'
import { readTable } from '../workers/interchange/read-table.js'

/**
 * Reads a table whose columns are named as `column=field,…`: a column by its heading or its number from 1, a field by its
 * identifier. Columns that are not named hold nothing. Throws 'invalid' for a column or field that there is not.
 */
export async function readMappedTable(
  file: FileBytes,
  verdicts: Verdicts,
  map: string,
): Promise<IncomingClaims> {
  const headings = readTable(file, anyReading, verdicts).table?.headings ?? []
  const columns: (TableField | null)[] = headings.map(() => null)
  for (const pair of map.split(',').filter((part) => part.trim())) {
    const at = pair.lastIndexOf('=')
    const [column, field] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    columns[columnOf(column, headings)] = fieldOf(field)
  }
  return readTable(file, { ...anyReading, columns }, verdicts)
}

function columnOf(name: string, headings: readonly string[]): number {
  const byName = headings.findIndex((heading) => heading.trim().toLowerCase() === name.toLowerCase())
  const index = byName < 0 && /^\d+$/.test(name) ? Number(name) - 1 : byName
  if (index >= 0 && index < headings.length) return index
  throw new StetError(
    'invalid',
    `--map names a column “${name}” that the table has not. It has: ${headings.join(', ')}.`,
  )
}

function fieldOf(name: string): TableField {
  const field = tableFields.find(({ id }) => id === name)
  if (field) return field.id
  const known = tableFields.map(({ id }) => id).join(', ')
  throw new StetError('invalid', `--map names a field “${name}” that there is not. There are: ${known}.`)
}
