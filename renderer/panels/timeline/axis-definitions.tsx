import { spanFades } from '../../../shared/timeline/span-fades.js'

/** What the marks of the axis are filled and faded with. */
export function AxisDefinitions() {
  return (
    <defs>
      <pattern
        id="timeline-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line y2="6" x1="1" x2="1" className="timeline-hatch-line" />
      </pattern>
      {spanFades.map(({ name, stops }) => (
        <linearGradient key={name} id={`timeline-${name}-stops`}>
          {stops.map(([at, opacity]) => (
            <stop key={at} offset={at} stopColor="#fff" stopOpacity={opacity} />
          ))}
        </linearGradient>
      ))}
      {spanFades.map(({ name }) => (
        <mask key={name} id={`timeline-${name}`} maskContentUnits="objectBoundingBox">
          <rect width="1" height="1" fill={`url(#timeline-${name}-stops)`} />
        </mask>
      ))}
    </defs>
  )
}
