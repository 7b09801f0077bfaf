import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent, ReactNode, RefObject } from 'react'
import { rowByKey } from '../row-by-key.js'
import { useDrawnRows } from './use-drawn-rows.js'
import { useLatest } from './use-latest.js'
import './virtual-list.css'

interface VirtualListProps<T> {
  /** What a screen reader calls the list. */
  label: string
  items: readonly T[]
  /** A key that no two items share. */
  keyOf: (item: T) => string
  /** What stands in a row. The same function each time, or all rows are drawn anew. */
  children: (item: T) => ReactNode
  /** The classes of a row, beside `row`. */
  rowClass?: string
  /** How high a row usually is, in CSS pixels: what is not in sight is taken to be that high until it was seen. */
  estimate: number
  /** The key of the item that is open; null for none. Without it nothing in the list can be the open one. */
  selected?: string | null
  /** Opens an item. */
  onChoose: (key: string) => void
  /** The arrow keys open what they go to; else Enter and the space bar do. */
  followsFocus?: boolean
  /** How many there are in all, when the last of them are still to be fetched; `onEnd` is called as the end comes into sight. */
  total?: number
  onEnd?: () => void
}

/**
 * A list of which only the rows in sight are drawn, however long it is. Rows may differ in height. Arrows, Home, End and
 * the page keys move; letters are commands, as everywhere outside of fields, so they go to no entry. What is open is kept
 * in view when it changes from elsewhere.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, keyOf, children, rowClass = '', estimate, selected, total, onEnd } = props
  const list = useRef<HTMLDivElement>(null)
  const keys = useMemo(() => items.map(keyOf), [items, keyOf])
  const rows = useDrawnRows(list, keys, estimate)
  const { from, to, tops } = rows
  const { current, focus, onKeyDown } = useListKeys(props, keys, rows, list)
  const choose = useLatest(props.onChoose)
  const isEndDrawn = to === items.length
  useEffect(() => {
    if (isEndDrawn) onEnd?.()
  }, [isEndDrawn, onEnd])
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place)
  const isAway = current >= 0 && (current < from || current >= to)
  if (isAway && current < from) drawn.unshift(current)
  else if (isAway) drawn.push(current)
  return (
    <div ref={list} role="listbox" aria-label={label} className="list virtual-list" onKeyDown={onKeyDown}>
      <div role="presentation" style={{ height: tops[from] ?? 0 }} />
      {drawn.map((index) => (
        <Row
          key={keys[index]}
          rowKey={keys[index]!}
          item={items[index]!}
          index={index}
          count={Math.max(total ?? 0, items.length)}
          rowClass={rowClass}
          isSelected={selected === undefined ? undefined : selected === keys[index]}
          isTabbable={index === Math.max(0, current)}
          awayTop={isAway && index === current ? tops[index]! : null}
          watch={rows.watch}
          onFocus={focus}
          choose={choose}
        >
          {children}
        </Row>
      ))}
      <div role="presentation" style={{ height: tops[items.length]! - tops[to]! }} />
    </div>
  )
}

/** Where the focus is or would come, and what the keys do. */
function useListKeys<T>(
  { selected, onChoose, followsFocus }: VirtualListProps<T>,
  keys: readonly string[],
  { reveal, tops, from }: ReturnType<typeof useDrawnRows>,
  list: RefObject<HTMLElement | null>,
) {
  const [focused, setFocused] = useState<string | null>(selected ?? null)
  const places = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys])
  const current = places.get(focused ?? '') ?? places.get(selected ?? '') ?? -1
  useEffect(() => {
    if (!selected) return
    setFocused(selected)
    reveal(selected, false)
  }, [selected, reveal])
  useRemovedFocus(list, keys, current, reveal)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const key = keys[current]
    if (event.key === 'Enter' || event.key === ' ') {
      if (key !== undefined) onChoose(key)
    } else {
      const page = pageOf(list.current, tops, Math.max(from, current))
      const to = rowByKey(event.key, Math.max(0, current), keys.length, page)
      if (to === null) return
      setFocused(keys[to]!)
      reveal(keys[to]!, true)
      if (followsFocus && to !== current) onChoose(keys[to]!)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return { current, focus: setFocused, onKeyDown }
}

/** How many rows from one on fill what is in sight, less one. */
function pageOf(list: HTMLElement | null, tops: Float64Array, from: number): number {
  const inSight = list?.closest('[role="tabpanel"]')?.clientHeight ?? 400
  let rows = 0
  while (from + rows + 1 < tops.length && tops[from + rows + 1]! - tops[from]! < inSight) rows += 1
  return Math.max(1, rows - 1)
}

/** When the row with the focus is taken out of the list, the one that comes in its place gets it. */
function useRemovedFocus(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  current: number,
  reveal: (key: string, takesFocus: boolean) => void,
): void {
  const hadFocus = useRef(false)
  const place = useRef(0)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      hadFocus.current = target instanceof Node && list.current !== null && list.current.contains(target)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [list])
  useLayoutEffect(() => {
    if (current >= 0) place.current = current
    const isLost = hadFocus.current && document.activeElement === document.body
    const next = keys[Math.min(place.current, keys.length - 1)]
    if (isLost && next !== undefined) reveal(next, true)
  }, [keys, current, reveal])
}

interface RowProps<T> {
  rowKey: string
  item: T
  index: number
  count: number
  rowClass: string
  isSelected: boolean | undefined
  isTabbable: boolean
  /** Where the row stands out of sight, where it is only because it has the focus; null for a row in its place. */
  awayTop: number | null
  watch: (element: HTMLElement | null) => (() => void) | undefined
  onFocus: (key: string) => void
  choose: (key: string) => void
  children: (item: T) => ReactNode
}

const Row = memo(function Row<T>(props: RowProps<T>) {
  const { rowKey, item, index, count, rowClass, isSelected, isTabbable, awayTop, watch } = props
  const style: CSSProperties | undefined = awayTop === null ? undefined : { top: awayTop }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={watch}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={isTabbable ? 0 : -1}
      data-key={rowKey}
      className={`row ${rowClass}${awayTop === null ? '' : ' is-away'}`}
      style={style}
      onFocus={() => props.onFocus(rowKey)}
      onClick={() => props.choose(rowKey)}
    >
      {props.children(item)}
    </div>
  )
}) as <T>(props: RowProps<T>) => ReactNode
