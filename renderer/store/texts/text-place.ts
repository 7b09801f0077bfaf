import type { SourceId } from '../../../shared/domain/ids.js'
import { getState, type Side } from '../store.js'
import type { TextView } from '../../editor/text-view.js'

/** A text that is shown: what commands act on. */
export interface TextPlace {
  sourceId: SourceId
  view: TextView
}

const places: Record<Side, TextPlace | null> = { first: null, beside: null }

export function setTextPlace(side: Side, place: TextPlace | null): void {
  places[side] = place
}

/** The text on a side, or on the side that was used last; null while none is shown. */
export function textPlace(side: Side = getState().side): TextPlace | null {
  return places[side] ?? null
}
