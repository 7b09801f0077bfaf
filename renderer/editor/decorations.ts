import { Decoration } from 'prosemirror-view'
import { claimTypes } from '../../shared/domain/claim.js'
import type { TextOffsets } from '../../shared/document/text-offsets.js'
import { claimIdAtPlace, type ClaimLayer } from './claim-layer.js'
import { findingAtPlace, gravest, type FindingLayer } from './finding-marks.js'
import { colourName } from './highlights.js'
import { laneCount } from './lanes.js'
import type { Passage } from './passages.js'
import { segmentsOf, type Segment } from './segments.js'

/** What is open beside the text, if anything. */
export interface Active {
  claimId?: string
  fingerprint?: string
}

/** Depths that look different; deeper overlaps look like the last. */
const shownDepths = 4

/**
 * A decoration for each segment of claims in the window: `<mark class="claim verdict-* type-* depth-* line-<lane>-*"
 * data-claims="id id">`, ids innermost first. The colour of the verdict and the type are those of the innermost claim; there is a line for each claim.
 */
export function claimDecorations(
  layer: ClaimLayer,
  offsets: TextOffsets,
  window: Passage,
  active: Active,
): Decoration[] {
  return segmentsOf(layer.index, window.start, window.end).flatMap((segment) => {
    const ids = segment.ranges.map((place) => claimIdAtPlace(layer, place))
    const classes = claimClasses(layer, segment)
    if (active.claimId !== undefined && ids.includes(active.claimId)) classes.push('is-active')
    return inline(offsets, segment, {
      nodeName: 'mark',
      class: classes.join(' '),
      'data-claims': ids.join(' '),
    })
  })
}

/** The same for findings: `<span class="finding severity-*" data-findings="fingerprint ...">`, the gravest severity. */
export function findingDecorations(
  layer: FindingLayer,
  offsets: TextOffsets,
  window: Passage,
  active: Active,
): Decoration[] {
  return segmentsOf(layer.index, window.start, window.end).flatMap((segment) => {
    const findings = segment.ranges.map((place) => findingAtPlace(layer, place))
    const fingerprints = [...new Set(findings.map(({ fingerprint }) => fingerprint))]
    const classes = ['finding', `severity-${gravest(findings)}`]
    if (active.fingerprint !== undefined && fingerprints.includes(active.fingerprint))
      classes.push('is-active')
    const attributes = { nodeName: 'span', class: classes.join(' '), 'data-findings': fingerprints.join(' ') }
    return inline(offsets, segment, attributes)
  })
}

function claimClasses(layer: ClaimLayer, { depth, ranges }: Segment): string[] {
  const colourAt = (place: number): string =>
    colourName(layer.highlights.colours[layer.index.entries[place]!]!)
  const lines = ranges
    .filter((place) => layer.lanes[place]! < laneCount)
    .map((place) => `line-${layer.lanes[place]!}-${colourAt(place)}`)
  const innermost = layer.index.entries[ranges[0]!]!
  const type = claimTypes[layer.highlights.types[innermost]!]?.id
  return [
    'claim',
    `verdict-${colourAt(ranges[0]!)}`,
    `type-${type}`,
    `depth-${Math.min(depth, shownDepths)}`,
    ...lines,
  ]
}

/** Nothing for a segment that holds only line breaks between blocks. */
function inline(
  offsets: TextOffsets,
  { start, end }: Segment,
  attributes: Record<string, string>,
): Decoration[] {
  const from = offsets.position(start)
  const to = offsets.position(end)
  return from < to ? [Decoration.inline(from, to, attributes)] : []
}
