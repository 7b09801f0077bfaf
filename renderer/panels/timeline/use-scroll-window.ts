import { useCallback, useState, type RefObject, type UIEvent } from 'react'
import { useElementSize } from './use-element-size.js'

/** What of a tall content is in view, in CSS pixels of the content. */
export interface ScrollWindow {
  top: number
  bottom: number
  width: number
  height: number
  onScroll: (event: UIEvent<HTMLElement>) => void
}

export function useScrollWindow(ref: RefObject<HTMLElement | null>): ScrollWindow {
  const { width, height } = useElementSize(ref)
  const [top, setTop] = useState(0)
  const onScroll = useCallback((event: UIEvent<HTMLElement>) => setTop(event.currentTarget.scrollTop), [])
  return { top, bottom: top + height, width, height, onScroll }
}

/** The rows [`first`, `next`) of equal height that are in view, with a few to either side, below a header. */
export function rowsInView(
  { top, bottom }: ScrollWindow,
  count: number,
  rowHeight: number,
): { first: number; next: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - spareRows)
  return { first, next: Math.min(count, Math.ceil(bottom / rowHeight) + spareRows) }
}

const spareRows = 4

/** Scrolls no farther than it takes to show a row; `header` is what stands over the rows while they scroll. */
export function scrollToRow(
  element: HTMLElement | null,
  { top, bottom, header = 0 }: { top: number; bottom: number; header?: number },
): void {
  if (!element) return
  const port = element.clientHeight - header
  if (top < element.scrollTop) element.scrollTop = top
  else if (bottom > element.scrollTop + port) element.scrollTop = bottom - port
}
