import type { EditorState } from 'prosemirror-state'
import { claimIdAtPlace } from './claim-layer.js'
import { findingAtPlace } from './finding-marks.js'
import { drawingOf } from './plugins/viewport-highlights.js'
import { innermostFirst } from './segments.js'

/** A claim (`id` is its id) or a finding (`id` is its fingerprint) at a place in the text. */
export interface Mark {
  kind: 'claim' | 'finding'
  id: string
}

/** The claims at a text offset, innermost first, then the findings. */
export function marksAt(state: EditorState, offset: number): Mark[] {
  return [
    ...claimsAt(state, offset).map((id) => ({ kind: 'claim' as const, id })),
    ...findingsAt(state, offset).map((id) => ({ kind: 'finding' as const, id })),
  ]
}

/** Ids of the claims at a text offset, innermost first, then newest. */
export function claimsAt(state: EditorState, offset: number): string[] {
  const { claims } = drawingOf(state)
  return innermostFirst(claims.index, claims.index.at(offset)).map((place) => claimIdAtPlace(claims, place))
}

/** Fingerprints of the findings at a text offset, innermost first. */
export function findingsAt(state: EditorState, offset: number): string[] {
  const { findings } = drawingOf(state)
  const places = innermostFirst(findings.index, findings.index.at(offset))
  return [...new Set(places.map((place) => findingAtPlace(findings, place).fingerprint))]
}
