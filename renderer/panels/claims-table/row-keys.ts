import type { TableState } from 'react-stately/useTableState'
import type { Line } from './row-collection.js'

type Lines = TableState<Line>['collection']
type Key = Lines['rows'][number]['key']

/**
 * Where the keys of movement lead: from line to line, from the first line up to the headings of the columns, and there
 * from side to side.
 * @param page how many lines a page has
 * @param heading the key of the column to which the way up leads
 */
export function rowKeys(lines: Lines, page: () => number, heading: Key) {
  const index = (key: Key): number => (isLine(key) ? lines.getItem(key)!.index : -1)
  const isLine = (key: Key): boolean => lines.getItem(key)?.type === 'item'
  const lineAt = (at: number): Key | null => lines.at(Math.max(0, Math.min(lines.size - 1, at)))?.key ?? null
  const columnBeside = (key: Key, by: 1 | -1): Key | null => {
    const at = lines.columns.findIndex((column) => column.key === key)
    return at < 0 ? null : (lines.columns[at + by]?.key ?? key)
  }
  return {
    getKeyBelow: (key: Key) => (isLine(key) ? lines.getKeyAfter(key) : lines.getFirstKey()),
    getKeyAbove: (key: Key) => (isLine(key) ? (lines.getKeyBefore(key) ?? heading) : null),
    getKeyLeftOf: (key: Key) => columnBeside(key, -1),
    getKeyRightOf: (key: Key) => columnBeside(key, 1),
    getKeyPageBelow: (key: Key) => lineAt(index(key) + page()),
    getKeyPageAbove: (key: Key) => lineAt(index(key) - page()),
    getFirstKey: () => lines.getFirstKey(),
    getLastKey: () => lines.getLastKey(),
  }
}
