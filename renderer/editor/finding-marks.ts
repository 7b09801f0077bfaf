import { severities, type Severity } from '../../shared/domain/finding.js'
import { RangeIndex } from './ranges.js'

/** A finding as the text shows it: its spans in this text, in UTF-16 code units. */
export interface FindingMark {
  fingerprint: string
  severity: Severity
  message: string
  spans: readonly { start: number; end: number }[]
}

/** Findings with an index over all their spans; `owners[entry]` is the finding that a span of the index belongs to. */
export interface FindingLayer {
  findings: readonly FindingMark[]
  index: RangeIndex
  owners: Uint32Array
}

export function findingLayer(findings: readonly FindingMark[]): FindingLayer {
  const spans = findings.flatMap(({ spans }, owner) => spans.map(({ start, end }) => ({ start, end, owner })))
  return {
    findings,
    index: new RangeIndex(
      spans.map(({ start }) => start),
      spans.map(({ end }) => end),
    ),
    owners: Uint32Array.from(spans, ({ owner }) => owner),
  }
}

/** The finding whose span is at a place of the layer's index. */
export function findingAtPlace(layer: FindingLayer, place: number): FindingMark {
  return layer.findings[layer.owners[layer.index.entries[place]!]!]!
}

/** The gravest severity of some findings. */
export function gravest(findings: readonly FindingMark[]): Severity {
  return severities.find(({ id }) => findings.some(({ severity }) => severity === id))?.id ?? 'check'
}
