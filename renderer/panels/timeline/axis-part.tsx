import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { domainShowing, fittingDomain, panned, zoomed } from '../../../shared/timeline/axis-domain.js'
import {
  entriesOf,
  laneTitleHeight,
  markShowing,
  rowHeight,
  type AxisMark,
} from '../../../shared/timeline/axis-layout.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { AxisDrawing, tickHeight } from './axis-drawing.js'
import { entryByKey } from './axis-keys.js'
import { AxisTools } from './axis-tools.js'
import { EntryDetail } from './entry-detail.js'
import { EntryMenu } from './entry-menu.js'
import { goToEntry } from './go-to-entry.js'
import { setTimeline, useTimeline } from './timeline-state.js'
import { useAxisGestures } from './use-axis-gestures.js'
import { useAxis, type Axis } from './use-axis.js'
import { useFocusRequest, useKeptFocus } from './use-focus-request.js'
import { scrollToRow, useScrollWindow } from './use-scroll-window.js'

interface AxisPartProps {
  model: TimelineModel
  /** What the filter leaves, in the order of time. */
  entries: readonly TimelineEntry[]
}

/** The entries on an axis of time, a lane for each source. */
export function AxisPart({ model, entries }: AxisPartProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const port = useScrollWindow(scroller)
  const axis = useAxis(entries, model.sources, port)
  const [hovered, setHovered] = useState<string | null>(null)
  const [listed, setListed] = useState<{ trigger: Element; entries: readonly TimelineEntry[] } | null>(null)
  const activeId = useTimeline((state) => state.activeId)
  const requestFocus = useFocusRequest(scroller)
  useAxisGestures(scroller, axis)
  useKeptFocus(scroller)

  const focusEntry = (entry: TimelineEntry): void => {
    setTimeline({ activeId: entry.id })
    axis.setDomain((domain) => domainShowing(domain, anchorOf(entry)))
    requestFocus((root) => {
      const place = placeOf(axis, entry.id)
      if (place) scrollToRow(root, { ...place, header: tickHeight })
      return tabbable(root)
    })
  }
  const open = (mark: AxisMark, trigger: Element): void => {
    if (mark.kind === 'entry') return goToEntry(mark.entry)
    const closer = fittingDomain(mark.entries, port.width)
    if (closer.hi - closer.lo < (axis.domain.hi - axis.domain.lo) * 0.8) axis.setDomain(() => closer)
    else setListed({ trigger, entries: mark.entries })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = markAt(event.target, axis)
    const focused = target ? entriesOf(target.mark)[0] : undefined
    if (moveByKey(event, axis, focused)) requestFocus(tabbable)
    else if (target ? !actOn(event, target) : !event.key.startsWith('Arrow')) return
    else if (!target) requestFocus(tabbable)
    event.preventDefault()
    event.stopPropagation()
  }
  const actOn = (event: KeyboardEvent, { mark, element }: MarkAt): boolean => {
    if (event.key === 'Enter' || event.key === ' ') open(mark, element)
    else {
      const next = entryByKey(event.key, entriesOf(mark)[0]?.id ?? '', entries, axis.layout)
      if (!next) return event.key.startsWith('Arrow')
      focusEntry(next)
    }
    return true
  }
  const shown = hovered ?? activeId
  return (
    <div className="timeline-axis">
      <AxisTools axis={axis} entries={entries} />
      <div
        ref={scroller}
        className="timeline-scroller"
        role="group"
        tabIndex={-1}
        aria-label="Axis of time, a lane for each source. Arrow keys go from mark to mark, plus and minus zoom, Shift with an arrow moves the axis, Enter goes to the passage."
        onScroll={port.onScroll}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const target = markAt(event.target, axis)
          if (target) open(target.mark, target.element)
        }}
        onFocus={(event) => {
          const target = markAt(event.target, axis)
          if (target) setTimeline({ activeId: entriesOf(target.mark)[0]?.id ?? null })
        }}
        onPointerOver={(event: MouseEvent) => setHovered(entryIdAt(event.target))}
        onPointerLeave={() => setHovered(null)}
      >
        {axis.pixelsPerDay > 0 && <AxisDrawing model={model} axis={axis} port={port} activeId={activeId} />}
      </div>
      <EntryDetail model={model} mark={shown === null ? null : (markShowing(axis.layout, shown) ?? null)} />
      {listed && <EntryMenu {...listed} model={model} onClose={() => setListed(null)} />}
    </div>
  )
}

/** The days to bring into view with an entry: the end that it has, where the other is open. */
function anchorOf({ span: { lo, hi } }: TimelineEntry): { lo: number; hi: number } {
  if (lo === -Infinity) return hi === Infinity ? { lo: 0, hi: 0 } : { lo: hi, hi }
  return { lo, hi: hi === Infinity ? lo : hi }
}

/** The stretch of the drawing that an entry's mark stands in, from top to bottom. */
function placeOf({ layout }: Axis, id: string): { top: number; bottom: number } | null {
  const mark = markShowing(layout, id)
  const lane = mark && layout.lanes.find(({ marks }) => marks.includes(mark))
  if (!lane) return null
  const top = lane.top + laneTitleHeight + mark.row * rowHeight
  return { top: mark.row === 0 ? lane.top : top, bottom: top + rowHeight }
}

/** The mark that Tab leads to, or the axis itself while none is in view. */
const tabbable = (root: HTMLElement): HTMLElement | SVGElement =>
  root.querySelector<SVGElement>('[data-entry][tabindex="0"]') ?? root

interface MarkAt {
  mark: AxisMark
  element: Element
}

function markAt(target: EventTarget | null, { layout }: Axis): MarkAt | null {
  const element = target instanceof Element ? target.closest('[data-entry]') : null
  const mark = element && markShowing(layout, element.getAttribute('data-entry') ?? '')
  return mark ? { mark, element } : null
}

const entryIdAt = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('[data-entry]')?.getAttribute('data-entry') ?? null) : null

/** Zooms, where the focus is, and moves; answers whether the key does that. */
function moveByKey(
  { key, shiftKey }: KeyboardEvent,
  { domain, setDomain }: Axis,
  focused: TimelineEntry | undefined,
): boolean {
  const step = (domain.hi - domain.lo) / 5
  const day = focused && anchorOf(focused).lo
  if (key === '+' || key === '=') setDomain((now) => zoomed(now, 1 / 1.5, day))
  else if (key === '-' || key === '_') setDomain((now) => zoomed(now, 1.5, day))
  else if (key === '0') setTimeline({ domain: null })
  else if (shiftKey && key === 'ArrowLeft') setDomain((now) => panned(now, -step))
  else if (shiftKey && key === 'ArrowRight') setDomain((now) => panned(now, step))
  else return false
  return true
}
