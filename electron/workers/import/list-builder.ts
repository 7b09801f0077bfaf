import type { Block } from '../../../shared/document/from-blocks.js'

/** An item as formats give it that number their paragraphs one by one. */
export interface FlatItem {
  /** 0 for the outermost list. */
  level: number
  /** The number of this item; null for a bullet. */
  number: number | null
  block: Block
}

/** Nested lists from items in a row. A level that no item opened is the deepest one that is open. */
export function listsOf(items: readonly FlatItem[]): Block[] {
  const [first] = items
  if (!first) return []
  const lists: (Block & { kind: 'list' })[] = []
  let inner: FlatItem[] = []
  const closeInner = (): void => {
    lists
      .at(-1)
      ?.items.at(-1)
      ?.push(...listsOf(inner))
    inner = []
  }
  for (const item of items) {
    if (item.level > first.level) inner.push(item)
    else {
      closeInner()
      const last = lists.at(-1)
      if (last && (last.start === null) === (item.number === null)) last.items.push([item.block])
      else lists.push({ kind: 'list', start: item.number, items: [[item.block]] })
    }
  }
  closeInner()
  return lists
}
