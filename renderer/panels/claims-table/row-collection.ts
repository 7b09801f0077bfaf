import type { TableState } from 'react-stately/useTableState'
import type { tableColumns, TableRow } from '../../store/claims/claims-table.js'

/** A line of the table: a claim, or the heading of a group. */
export type Line =
  | { kind: 'claim'; row: TableRow }
  | { kind: 'group'; id: string; label: string; count: number; isCollapsed: boolean }

export type TableColumn = (typeof tableColumns)[number]

type Lines = TableState<Line>['collection']
type LineNode = Lines['rows'][number]

const body = 'body'
const header = 'header'

/** What stands before a group's id in the key of its line; a claim's line has the claim's id. */
export const groupPrefix = 'group:'

export const lineKey = (line: Line): string =>
  line.kind === 'claim' ? line.row.claim.id : groupPrefix + line.id

export const columnKey = ({ id }: { id: string }): string => `column:${id}`

/**
 * The lines as the table's state asks for them. A line's node is made when it is asked for, and there are none for
 * cells, because the focus moves by lines: to build them all would take seconds for ten thousand claims.
 */
export function rowCollection(lines: readonly Line[], columns: readonly TableColumn[]): Lines {
  const places = new Map(lines.map((line, index) => [lineKey(line), index]))
  const made: LineNode[] = []
  const at = (index: number): LineNode | null =>
    index in lines ? (made[index] ??= lineNode(lines, index)) : null
  const keyAt = (index: number): string | null => (lines[index] ? lineKey(lines[index]) : null)
  const columnNodes = columns.map(columnNode)
  const headerRow = { ...blank, type: 'headerrow', key: header, index: 0, childNodes: columnNodes }
  const bodyNode = { ...blank, type: 'body', key: body, index: 1, hasChildNodes: lines.length > 0 }
  const others = new Map([headerRow, bodyNode, ...columnNodes].map((node) => [node.key, node]))
  const getItem = (key: LineNode['key']): LineNode | null =>
    at(places.get(String(key)) ?? -1) ?? others.get(key) ?? null
  return {
    get rows() {
      return lines.map((_, index) => at(index)!)
    },
    columns: columnNodes,
    columnCount: columnNodes.length + 1,
    headerRows: [headerRow],
    rowHeaderColumnKeys: new Set(),
    body: bodyNode,
    size: lines.length,
    getKeys: () => places.keys(),
    getItem,
    getKeyBefore: (key) => getItem(key)?.prevKey ?? null,
    getKeyAfter: (key) => getItem(key)?.nextKey ?? null,
    getFirstKey: () => keyAt(0),
    getLastKey: () => keyAt(lines.length - 1),
    at,
    getChildren: (key) => (key === header ? columnNodes : []),
    getTextValue: () => '',
    *[Symbol.iterator]() {
      for (const index of lines.keys()) yield at(index)!
    },
  }
}

const blank = {
  value: null,
  level: 0,
  hasChildNodes: false,
  childNodes: [],
  rendered: null,
  textValue: '',
  parentKey: null,
  prevKey: null,
  nextKey: null,
  props: {},
} satisfies Partial<LineNode>

function lineNode(lines: readonly Line[], index: number): LineNode {
  const [before, line, after] = [lines[index - 1], lines[index]!, lines[index + 1]]
  return {
    ...blank,
    type: 'item',
    key: lineKey(line),
    value: line,
    index,
    parentKey: body,
    prevKey: before ? lineKey(before) : null,
    nextKey: after ? lineKey(after) : null,
  }
}

function columnNode(column: TableColumn, index: number): LineNode {
  return {
    ...blank,
    type: 'column',
    key: columnKey(column),
    index: index + 1,
    parentKey: header,
    rendered: column.label,
    textValue: column.label,
    props: { allowsSorting: true },
  }
}
