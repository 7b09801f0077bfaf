import {
  delimiters,
  tableFields,
  type TableField,
  type TablePreview,
  type TableReading,
} from '../../../shared/domain/record-import.js'
import { ChoiceField } from '../../components/controls.js'
import { encodings } from '../../store/imports/encodings.js'
import { rereadTable } from '../../store/imports/record-imports.js'

const unread = 'unread'

const fieldChoices = [
  { id: unread, label: 'Not read' },
  ...tableFields.map(({ id, label }) => ({ id: String(id), label })),
]

/** The first rows of a table, and what each of its columns holds. */
export function TableColumns({ id, table }: { id: string; table: TablePreview }) {
  const { headings, columns, rows, rowCount, delimiter, encoding } = table
  const read = (change: Partial<TableReading>): void =>
    void rereadTable(id, { encoding, delimiter, columns, ...change })
  const known = encodings.some((one) => one.id === encoding)
  return (
    <section className="record-table" aria-label="Columns of the table">
      <div className="table-form">
        <ChoiceField
          label="Cells are parted by"
          choices={delimiters}
          value={delimiter}
          onChange={(chosen) => read({ delimiter: chosen, columns: null })}
        />
        <ChoiceField
          label={table.encodingIsSure ? 'Encoding' : 'Encoding (not certain)'}
          choices={known ? encodings : [{ id: encoding, label: encoding }, ...encodings]}
          value={encoding}
          onChange={(chosen) => read({ encoding: chosen })}
        />
      </div>
      <div className="table-rows" role="region" aria-label="First rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {headings.map((heading, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns have no other name that is theirs alone
                <th key={index} scope="col">
                  <ChoiceField
                    label={heading || `Column ${index + 1}`}
                    choices={fieldChoices}
                    value={columns[index] ?? unread}
                    onChange={(choice) => read({ columns: withColumn(columns, index, choice) })}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no other name
              <tr key={place}>
                {headings.map((_heading, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- as above
                  <td key={index} className={columns[index] ? '' : 'unread'}>
                    {row[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rowCount > rows.length && (
        <small>
          The first {rows.length} of {rowCount} rows.
        </small>
      )}
    </section>
  )
}

/** The columns with another field at one place, which no other column then has. */
function withColumn(
  columns: readonly (TableField | null)[],
  index: number,
  choice: string,
): (TableField | null)[] {
  const field = tableFields.find(({ id }) => id === choice)?.id ?? null
  return columns.map((before, place) => (place === index ? field : before === field ? null : before))
}
