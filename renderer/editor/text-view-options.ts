import type { Node } from 'prosemirror-model'
import type { CorrectionCallbacks } from './correction/correction.js'
import type { FindingMark } from './finding-marks.js'
import type { Highlights } from './highlights.js'
import type { SelectionCallbacks } from './selection-reports.js'

/** All offsets are text offsets: UTF-16 code units of the document's plain text. */
export interface TextViewOptions extends SelectionCallbacks, CorrectionCallbacks {
  /** A document of the source schema. */
  doc: Node
  /** What a screen reader calls the text. */
  label: string
  highlights?: Highlights
  findings?: readonly FindingMark[]
  /** A claim was clicked, or Enter pressed in it. */
  onOpenClaim?: (id: string) => void
  /** A finding was clicked in the text or in the margin, or Enter pressed in it. */
  onOpenFinding?: (fingerprint: string) => void
  /** An end of the open claim was moved to [start, end). Without it a claim's ends cannot be moved. */
  onResizeClaim?: (id: string, start: number, end: number) => void
  /** The text was scrolled; at most once a frame. `isFollowing` when it was by `scrollToShare`. */
  onScroll?: (report: { isFollowing: boolean }) => void
}
