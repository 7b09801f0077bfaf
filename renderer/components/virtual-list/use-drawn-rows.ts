import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { rowTops, rowsToDraw, type RowRange } from './row-places.js'
import { useLatest } from './use-latest.js'

/** Which rows of a list are drawn, and how to bring another into view. */
export interface DrawnRows extends RowRange {
  /** See `rowTops`. */
  tops: Float64Array
  /** Draws a row and scrolls no farther than it takes to show it; `takesFocus` moves the focus there too. */
  reveal: (key: string, takesFocus: boolean) => void
  /** Has the height of a row's element followed. */
  watch: (element: HTMLElement | null) => (() => void) | undefined
}

/** Until something was measured, this many rows are drawn. */
const atFirst: RowRange = { from: 0, to: 20 }

/**
 * Follows the scrolling of the nearest element around a list that scrolls, and the heights of its rows. Rows carry their
 * key as `data-key`.
 * @param estimate the height of a row that was never drawn, in CSS pixels
 */
export function useDrawnRows(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  estimate: number,
): DrawnRows {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [range, setRange] = useState(atFirst)
  const tops = useMemo(() => rowTops(keys, heights, estimate), [keys, heights, estimate])
  const around = useRef<HTMLElement | null>(null)
  const measure = useLatest(() => {
    const scroller = (around.current ??= scrollerOf(list.current))
    if (!scroller || scroller.clientHeight === 0) return
    const top = scroller.getBoundingClientRect().top - list.current!.getBoundingClientRect().top
    setRange((before) => rowsToDraw(tops, top, top + scroller.clientHeight, before))
  })
  // Let go together with the list, which is gone when the browser scrolls next.
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current)
    around.current = scroller
    const observer = new ResizeObserver(measure)
    if (scroller) observer.observe(scroller)
    scroller?.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      scroller?.removeEventListener('scroll', measure)
    }
  }, [list, measure])
  useLayoutEffect(measure, [measure, tops])
  const watch = useRowHeights(list, setHeights)
  const reveal = useReveal(list, around, keys, tops, measure)
  return { from: Math.min(range.from, keys.length), to: Math.min(range.to, keys.length), tops, reveal, watch }
}

/** Measures rows as they are drawn and whenever they change; those of another width count for nothing. */
function useRowHeights(
  list: RefObject<HTMLElement | null>,
  setHeights: (change: (before: ReadonlyMap<string, number>) => ReadonlyMap<string, number>) => void,
): DrawnRows['watch'] {
  const width = useRef(0)
  const observer = useRef<ResizeObserver | null>(null)
  useEffect(() => () => observer.current?.disconnect(), [])
  return useLatest((element: HTMLElement | null) => {
    if (!element) return undefined
    observer.current ??= new ResizeObserver((entries) => {
      const now = list.current?.clientWidth ?? 0
      const isOtherWidth = now !== width.current
      width.current = now
      setHeights((before) => withHeights(isOtherWidth ? new Map() : before, entries))
    })
    const watching = observer.current
    watching.observe(element)
    return () => watching.unobserve(element)
  })
}

function withHeights(
  before: ReadonlyMap<string, number>,
  entries: readonly ResizeObserverEntry[],
): ReadonlyMap<string, number> {
  const changed = entries.flatMap(({ target, borderBoxSize }): [string, number][] => {
    const key = (target as HTMLElement).dataset['key']
    const height = borderBoxSize[0]?.blockSize ?? 0
    return key !== undefined && height > 0 && before.get(key) !== height ? [[key, height]] : []
  })
  return changed.length ? new Map([...before, ...changed]) : before
}

/** What is asked for may not be drawn yet: it is scrolled near first, and shown exactly once it is there. */
function useReveal(
  list: RefObject<HTMLElement | null>,
  around: RefObject<HTMLElement | null>,
  keys: readonly string[],
  tops: Float64Array,
  measure: () => void,
): DrawnRows['reveal'] {
  const wanted = useRef<{ key: string; takesFocus: boolean } | null>(null)
  const [, setTurn] = useState(0)
  const show = (): boolean => {
    const { key, takesFocus } = wanted.current ?? {}
    const row = key === undefined ? null : rowOf(list.current, key)
    if (!row) return false
    wanted.current = null
    row.scrollIntoView({ block: 'nearest' })
    if (takesFocus) row.focus({ preventScroll: true })
    return true
  }
  useLayoutEffect(() => {
    if (wanted.current) show()
  })
  return useLatest((key: string, takesFocus: boolean) => {
    wanted.current = { key, takesFocus }
    const scroller = around.current
    const index = keys.indexOf(key)
    if (show() || !scroller || index < 0) return
    const offset = list.current!.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    scroller.scrollTop += offset + tops[index]! - scroller.clientHeight / 3
    measure()
    setTurn((before) => before + 1)
  })
}

/** A row that stands where it belongs; the one that only keeps the focus does not. */
function rowOf(list: HTMLElement | null, key: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`:scope > [data-key="${CSS.escape(key)}"]:not(.is-away)`) ?? null
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  let element = list?.parentElement ?? null
  while (element && !/auto|scroll/.test(getComputedStyle(element).overflowY)) element = element.parentElement
  return element
}
