import { useMemo } from 'react'
import { axisTicks } from '../../../shared/timeline/axis-domain.js'
import {
  laneTitleHeight,
  markShowing,
  rowHeight,
  type AxisMark,
  type Lane,
} from '../../../shared/timeline/axis-layout.js'
import { longestLabel } from '../../../shared/timeline/lane-rows.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { excerpt } from '../../components/excerpt.js'
import { AxisDefinitions } from './axis-definitions.js'
import { AxisMarkView } from './axis-mark.js'
import type { Axis } from './use-axis.js'
import type { ScrollWindow } from './use-scroll-window.js'

/** The room that the count of a lane takes after its title, and a letter of the title on average, in CSS pixels. */
const roomForCount = 110
const titleLetter = 6.7

/** The height of the line of years, months and days over the lanes. */
export const tickHeight = 28

interface AxisDrawingProps {
  model: TimelineModel
  axis: Axis
  port: ScrollWindow
  activeId: string | null
}

/** What of the axis is in view. */
export function AxisDrawing({ model, axis, port, activeId }: AxisDrawingProps) {
  const { domain, layout, pixelsPerDay, offset } = axis
  const height = Math.max(layout.height, port.height - tickHeight)
  const ticks = useMemo(() => axisTicks(domain, port.width), [domain, port.width])
  const lines = ticks.map(({ day, label, isYear }) => ({
    day,
    x: (day - domain.lo) * pixelsPerDay,
    label,
    isYear,
  }))
  const inPort = layout.lanes.filter(
    ({ top, height: tall }) => top < port.bottom + 60 && top + tall > port.top - 60,
  )
  const tabbable = tabbableMark(axis, inPort, activeId, port.width)
  // What is to get the focus is drawn before it is scrolled to.
  const lanes = tabbable
    ? layout.lanes.filter((lane) => inPort.includes(lane) || lane.marks.includes(tabbable))
    : inPort
  return (
    <>
      <svg className="timeline-ticks" width={port.width} height={tickHeight} aria-hidden>
        {lines.map(({ day, x, label, isYear }) => (
          <g key={day} transform={`translate(${x} 0)`} className={isYear ? 'is-year' : undefined}>
            <line y1={tickHeight - 6} y2={tickHeight} />
            <text x={4} y={tickHeight - 9}>
              {label}
            </text>
          </g>
        ))}
      </svg>
      <svg className="timeline-lanes" width={port.width} height={height} role="presentation">
        <AxisDefinitions />
        {lines.map(({ day, x, isYear }) => (
          <line
            key={day}
            className={isYear ? 'timeline-grid is-year' : 'timeline-grid'}
            x1={x}
            x2={x}
            y2={height}
          />
        ))}
        {lanes.map((lane) => (
          <LaneView
            key={lane.source}
            lane={lane}
            offset={offset}
            width={port.width}
            tabbable={tabbable}
            conflicting={model.conflicting}
          />
        ))}
      </svg>
    </>
  )
}

/** The mark that Tab leads to: the active one while it is in view, else the first that is. */
function tabbableMark(
  { layout, offset }: Axis,
  lanes: readonly Lane[],
  activeId: string | null,
  width: number,
): AxisMark | null {
  const active = activeId === null ? undefined : markShowing(layout, activeId)
  if (active && isInView(active, offset, width)) return active
  return lanes.flatMap(({ marks }) => marks.find((mark) => isInView(mark, offset, width)) ?? [])[0] ?? null
}

function isInView(mark: AxisMark, offset: number, width: number): boolean {
  const [x0, x1] = mark.kind === 'entry' ? [mark.x0, mark.x1] : [mark.signX - 16, mark.signX + 16]
  const labelRoom = mark.kind === 'entry' && mark.label ? longestLabel : 0
  return x1 + labelRoom > offset - 20 && x0 < offset + width + 20
}

/** Whether a mark is a span that begins before an x and has its sign there, and goes on past it far enough for both. */
function isCutAt(mark: AxisMark, x: number): boolean {
  if (mark.kind === 'cluster' || mark.isPoint || mark.x0 >= x) return false
  return mark.signX < (mark.x0 + mark.x1) / 2 && mark.x1 > x + 2 * rowHeight
}

interface LaneViewProps {
  lane: Lane
  offset: number
  width: number
  tabbable: AxisMark | null
  conflicting: ReadonlySet<string>
}

function LaneView({ lane, offset, width, tabbable, conflicting }: LaneViewProps) {
  const marks = lane.marks.filter((mark) => mark === tabbable || isInView(mark, offset, width))
  const count = `${lane.count} ${lane.count === 1 ? 'entry' : 'entries'}`
  return (
    <g transform={`translate(0 ${lane.top})`}>
      <line className="timeline-lane-line" x2={width} y1={0.5} y2={0.5} />
      <g transform={`translate(${-offset} 0)`} role="group" aria-label={`${lane.title}, ${count}`}>
        {marks.map((mark) => (
          // Which counts there are changes with every step of a zoom: one takes the other's place, which costs less.
          <AxisMarkView
            key={mark.kind === 'entry' ? mark.key : `cluster/${mark.slot}`}
            mark={mark}
            y={laneTitleHeight + mark.row * rowHeight}
            viewLeft={isCutAt(mark, offset) ? offset : null}
            isTabbable={mark === tabbable}
            conflicting={conflicting}
          />
        ))}
      </g>
      <text className="timeline-lane-title" x={12} y={16} aria-hidden>
        {excerpt(lane.title, Math.max(20, Math.floor((width - roomForCount) / titleLetter)))}
        <tspan dx={8}>{count}</tspan>
      </text>
    </g>
  )
}
