import { ChevronLeft, ChevronRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { panned, zoomed } from '../../../shared/timeline/axis-domain.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { spanInWords } from '../../../shared/checks/extract/span-words.js'
import { IconButton } from '../../components/controls.js'
import { DiffersMark } from './entry-sign.js'
import { setTimeline } from './timeline-state.js'
import type { Axis } from './use-axis.js'

/** Which days are in view, and how to see others without a pointer's wheel. */
export function AxisTools({ axis, entries }: { axis: Axis; entries: readonly TimelineEntry[] }) {
  const { domain, setDomain } = axis
  const step = (domain.hi - domain.lo) / 2
  return (
    <div className="timeline-tools" role="group" aria-label="What of time is in view">
      <IconButton label="Earlier" onPress={() => setDomain((now) => panned(now, -step))}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <IconButton label="Later" onPress={() => setDomain((now) => panned(now, step))}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <IconButton label="Closer" onPress={() => setDomain((now) => zoomed(now, 0.5))}>
        <ZoomIn size={15} aria-hidden />
      </IconButton>
      <IconButton label="Wider" onPress={() => setDomain((now) => zoomed(now, 2))}>
        <ZoomOut size={15} aria-hidden />
      </IconButton>
      <IconButton
        label="Show all"
        isDisabled={entries.length === 0}
        onPress={() => setTimeline({ domain: null })}
      >
        <Maximize2 size={14} aria-hidden />
      </IconButton>
      <span className="timeline-range">
        {spanInWords({ lo: Math.round(domain.lo), hi: Math.round(domain.hi) - 1 })}
      </span>
      <Legend />
    </div>
  )
}

function Legend() {
  return (
    <ul className="timeline-legend" aria-label="What the marks mean">
      {legend.map(([name, drawing]) => (
        <li key={name}>
          <svg width="26" height="16" viewBox="-13 -8 26 16" aria-hidden>
            {drawing}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

const bar = { x: -12, y: -5, width: 24, height: 10, rx: 3 }

const legend = [
  ['stated', <rect key="s" className="timeline-legend-bar" {...bar} />],
  [
    'inferred',
    <g key="i" className="timeline-legend-inferred">
      <rect className="timeline-legend-bar" {...bar} />
      <path d="M-9 5L-1-5M-3 5L5-5M3 5L11-5" />
    </g>,
  ],
  ['uncertain', <rect key="u" className="timeline-legend-bar is-soft" {...bar} />],
  ['dated differently elsewhere', <DiffersMark key="c" x={0} y={0} />],
] as const
