import { useEffect, useState, type RefObject } from 'react'
import type { DateReading } from '../../../shared/checks/date-readings.js'
import type { TextView } from '../../editor/text-view.js'
import { readingAt } from '../../store/texts/readings-at.js'
import { useStore } from '../../store/store.js'
import { useDateReadings } from './use-date-readings.js'
import './date-hover.css'

/** How long the pointer rests on a date before it is explained, in milliseconds. */
const rest = 350

interface DateHoverProps {
  mount: RefObject<HTMLElement | null>
  view: RefObject<TextView | null>
  sourceId: string
}

interface Shown {
  reading: DateReading
  x: number
  y: number
}

/** Says how the date under the pointer was read; for the caret the status bar says it. */
export function DateHover({ mount, view, sourceId }: DateHoverProps) {
  const source = useStore((state) => state.records.source.get(sourceId))
  const isCorrecting = useStore((state) => state.correction?.sourceId === sourceId)
  const readings = useDateReadings(source)
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const element = mount.current
    if (!element || isCorrecting || readings.length === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = (): void => {
      clearTimeout(timer)
      setShown(null)
    }
    const move = ({ clientX: x, clientY: y, buttons }: PointerEvent): void => {
      hide()
      if (buttons) return
      timer = setTimeout(() => {
        const offset = view.current?.offsetAt(x, y) ?? null
        const reading = offset === null ? null : readingAt(readings, offset)
        setShown(reading && { reading, x, y })
      }, rest)
    }
    const ending = ['pointerleave', 'pointerdown', 'wheel', 'keydown'] as const
    element.addEventListener('pointermove', move)
    for (const type of ending) element.addEventListener(type, hide, { passive: true })
    return () => {
      hide()
      element.removeEventListener('pointermove', move)
      for (const type of ending) element.removeEventListener(type, hide)
    }
  }, [mount, view, readings, isCorrecting])
  if (!shown) return null
  const { reading, x, y } = shown
  return (
    <div className="date-hover" role="tooltip" style={{ left: x, top: y + 18 }}>
      <b>{reading.meaning}</b>
      {reading.taken.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
