import type { Highlights } from './highlights.js'
import { lanesOf } from './lanes.js'
import { RangeIndex } from './ranges.js'

/** Highlights ready to draw: indexed, and each with its underline. */
export interface ClaimLayer {
  highlights: Highlights
  index: RangeIndex
  lanes: Uint8Array
}

export function claimLayer(highlights: Highlights): ClaimLayer {
  const index = new RangeIndex(highlights.starts, highlights.ends)
  return { highlights, index, lanes: lanesOf(index) }
}

/** The id of the claim at a place of the layer's index. */
export function claimIdAtPlace(layer: ClaimLayer, place: number): string {
  return layer.highlights.ids[layer.index.entries[place]!]!
}
