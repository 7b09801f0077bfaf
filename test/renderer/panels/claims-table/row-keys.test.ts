import { describe, expect, it } from 'vitest'
import {
  columnKey,
  groupPrefix,
  rowCollection,
  type Line,
} from '../../../../renderer/panels/claims-table/row-collection.js'
import { rowKeys } from '../../../../renderer/panels/claims-table/row-keys.js'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import { tableColumns, tableRows } from '../../../../renderer/store/claims/claims-table.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

/** Five claims under two headings, the second of which is closed. */
function someLines() {
  const builder = new CaseBuilder()
  const source = builder.source('First', 'one two three four five')
  for (const word of ['one', 'two', 'three', 'four', 'five']) builder.claim(source, word)
  const claims = tableRows(recordsOf(builder.snapshot)).map((row): Line => ({ kind: 'claim', row }))
  const heading = (id: string, isCollapsed: boolean): Line => ({
    kind: 'group',
    id,
    label: id,
    count: 5,
    isCollapsed,
  })
  const lines = [heading('open', false), ...claims, heading('closed', true)]
  const columns = tableColumns.slice(0, 3)
  const collection = rowCollection(lines, columns)
  const keys = rowKeys(collection, () => 3, columnKey(columns[1]!))
  return { lines, columns, collection, keys, all: [...collection.getKeys()] }
}

describe('the lines of the table', () => {
  it('are linked in their order, and know their places', () => {
    const { collection, lines, all } = someLines()
    expect(all).toHaveLength(lines.length)
    expect(all[0]).toBe(`${groupPrefix}open`)
    expect([collection.getFirstKey(), collection.getLastKey()]).toEqual([all[0], all.at(-1)])
    for (const [index, key] of all.entries()) {
      expect(collection.getItem(key)).toMatchObject({ index, type: 'item', value: lines[index] })
      expect([collection.getKeyBefore(key), collection.getKeyAfter(key)]).toEqual([
        all[index - 1] ?? null,
        all[index + 1] ?? null,
      ])
    }
    expect(collection.rows.map(({ key }) => key)).toEqual(all)
    expect([...collection].map(({ key }) => key)).toEqual(all)
    expect(collection.getItem('no such line')).toBeNull()
    expect(collection.at(99)).toBeNull()
  })

  it('may be none', () => {
    const collection = rowCollection([], tableColumns)
    expect(collection.size).toBe(0)
    expect([collection.getFirstKey(), collection.getLastKey(), collection.at(0)]).toEqual([null, null, null])
  })
})

describe('the keys of movement', () => {
  it('lead from line to line, and stop at the end', () => {
    const { keys, all } = someLines()
    expect(keys.getKeyBelow(all[0]!)).toBe(all[1])
    expect(keys.getKeyAbove(all[2]!)).toBe(all[1])
    expect(keys.getKeyBelow(all.at(-1)!)).toBeNull()
    expect([keys.getFirstKey(), keys.getLastKey()]).toEqual([all[0], all.at(-1)])
  })

  it('lead by pages, and no further than the first and the last line', () => {
    const { keys, all } = someLines()
    expect(keys.getKeyPageBelow(all[1]!)).toBe(all[4])
    expect(keys.getKeyPageBelow(all[5]!)).toBe(all[6])
    expect(keys.getKeyPageAbove(all[5]!)).toBe(all[2])
    expect(keys.getKeyPageAbove(all[1]!)).toBe(all[0])
  })

  it('lead up to the headings of the columns, from side to side there, and down again', () => {
    const { keys, all, columns } = someLines()
    const [first, second, third] = columns.map(columnKey)
    expect(keys.getKeyAbove(all[0]!)).toBe(second)
    expect(keys.getKeyRightOf(second!)).toBe(third)
    expect(keys.getKeyRightOf(third!)).toBe(third)
    expect(keys.getKeyLeftOf(first!)).toBe(first)
    expect(keys.getKeyAbove(second!)).toBeNull()
    expect(keys.getKeyBelow(second!)).toBe(all[0])
    expect(keys.getKeyLeftOf(all[1]!)).toBeNull()
  })
})
