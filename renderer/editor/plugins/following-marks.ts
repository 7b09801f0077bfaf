import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { offsetsOf } from '../../../shared/document/text-offsets.js'
import { playback } from '../correction/draft.js'
import { recordIn } from '../correction/record.js'
import type { TrackedRanges } from '../correction/tracked.js'
import type { Passage } from '../passages.js'
import { drawingOf, redraw } from './viewport-highlights.js'

/** How much longer what is drawn becomes at once, in UTF-16 code units; the rest is drawn when it is found to be in view. */
const mostGrowth = 6000

/** Draws claims and findings where they are after every change of the document. */
export function followingMarks(tracked: TrackedRanges): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const changed = transactions.some(({ docChanged }) => docChanged)
      const isPlayback = transactions.some((transaction) => transaction.getMeta(playback) === true)
      if (!changed || isPlayback) return null
      const { claims, findings } = drawingOf(after)
      const { ranges } = recordIn(after)!
      return redraw(after, {
        claims: tracked.claims(claims, ranges),
        findings: tracked.findings(findings, ranges),
        window: movedWindow(transactions, before, after),
      })
    },
  })
}

function movedWindow(transactions: readonly Transaction[], before: EditorState, after: EditorState): Passage {
  const { window } = drawingOf(after)
  const moved = (offset: number, side: 1 | -1): number => {
    const position = offsetsOf(before.doc).position(offset)
    const mapped = transactions.reduce((at, { mapping }) => mapping.map(at, side), position)
    return offsetsOf(after.doc).offset(mapped)
  }
  const start = moved(window.start, -1)
  return { start, end: Math.min(moved(window.end, 1), start + window.end - window.start + mostGrowth) }
}
