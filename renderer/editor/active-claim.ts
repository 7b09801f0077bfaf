import type { EditorState } from 'prosemirror-state'
import { recordIn } from './correction/record.js'
import type { Passage } from './passages.js'
import { drawingOf } from './plugins/viewport-highlights.js'

/** The open claim and its passage in text offsets. */
export interface ActiveClaim extends Passage {
  id: string
}

/** The claim that is open, if it lies in this text; none while the text is corrected, when its ends follow the words. */
export function activeClaim(state: EditorState): ActiveClaim | null {
  const { active, claims } = drawingOf(state)
  if (active.claimId === undefined || recordIn(state)) return null
  const { ids, starts, ends } = claims.highlights
  const entry = ids.indexOf(active.claimId)
  return entry < 0 ? null : { id: active.claimId, start: starts[entry]!, end: ends[entry]! }
}
