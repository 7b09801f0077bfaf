import { useEffect, useRef, type RefObject } from 'react'
import { panned, zoomed } from '../../../shared/timeline/axis-domain.js'
import type { Axis } from './use-axis.js'

/** How much a notch of the wheel, about 100 px, changes the days on the axis. */
const perPixel = 0.0018
/** A pointer that moved less than this many CSS pixels since it was pressed has clicked. */
const clickReach = 4

/** Lets the wheel with Ctrl zoom and a drag move the axis; at most one change a frame. */
export function useAxisGestures(ref: RefObject<HTMLElement | null>, axis: Axis): void {
  const now = useRef(axis)
  now.current = axis
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const later = oncePerFrame()
    const dayAt = (clientX: number): number =>
      now.current.domain.lo + (clientX - element.getBoundingClientRect().left) / now.current.pixelsPerDay
    let factor = 1
    let days = 0
    const onWheel = (event: WheelEvent): void => {
      const isZoom = event.ctrlKey || event.metaKey
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX
      if (!isZoom && Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return
      event.preventDefault()
      if (isZoom) factor *= Math.exp(event.deltaY * perPixel)
      else days += sideways / now.current.pixelsPerDay
      const at = dayAt(event.clientX)
      later(() => {
        const [byFactor, byDays] = [factor, days]
        ;[factor, days] = [1, 0]
        now.current.setDomain((domain) => panned(zoomed(domain, byFactor, at), byDays))
      })
    }
    const stopDrag = followDrag(element, (dx) => {
      days -= dx / now.current.pixelsPerDay
      later(() => {
        const by = days
        days = 0
        now.current.setDomain((domain) => panned(domain, by))
      })
    })
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('wheel', onWheel)
      stopDrag()
    }
  }, [ref])
}

/** Runs the last of the functions that it is given before a frame, with that frame. */
function oncePerFrame(): (run: () => void) => void {
  let next: (() => void) | null = null
  return (run) => {
    if (!next) requestAnimationFrame(() => [next, (next = null)][0]?.())
    next = run
  }
}

/** Tells of each step that a pressed pointer moves sideways, and scrolls with it up and down. */
function followDrag(element: HTMLElement, onMove: (dx: number) => void): () => void {
  let last: { x: number; y: number } | null = null
  let moved = 0
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    last = { x: event.clientX, y: event.clientY }
    moved = 0
  }
  const onPointerMove = (event: PointerEvent): void => {
    if (!last || !(event.buttons & 1)) return
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y]
    moved += Math.abs(dx) + Math.abs(dy)
    if (moved < clickReach) return
    // Captured only now: a pointer that is captured from the start never clicks a mark.
    element.setPointerCapture(event.pointerId)
    last = { x: event.clientX, y: event.clientY }
    element.scrollTop -= dy
    onMove(dx)
  }
  const onUp = (): void => {
    last = null
  }
  const onClick = (event: MouseEvent): void => {
    if (moved >= clickReach) event.stopPropagation()
    moved = 0
  }
  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointermove', onPointerMove)
  element.addEventListener('pointerup', onUp)
  element.addEventListener('click', onClick, true)
  return () => {
    element.removeEventListener('pointerdown', onDown)
    element.removeEventListener('pointermove', onPointerMove)
    element.removeEventListener('pointerup', onUp)
    element.removeEventListener('click', onClick, true)
  }
}
