import type { EditorView } from 'prosemirror-view'
import { checkableKinds, kindPlace } from '../../shared/coverage/checkables.js'
import { uncoveredIn } from '../../shared/coverage/uncovered.js'
import { offsetsOf } from '../../shared/document/text-offsets.js'
import type { Passage } from './passages.js'
import { shownCoverage } from './plugins/uncovered-passages.js'

/** A line of the text on which something begins that no claim covers, in pixels below the page's upper edge. */
export interface UncoveredLine {
  top: number
  height: number
  /** Places in `checkableKinds`. */
  kinds: Set<number>
}

/**
 * Signs beside the lines, on the other side from the findings: for each kind of which something begins on a line that no
 * claim covers. A layer over the page, which is neither read out nor selected nor copied. Only what is in the window.
 */
export class CoverageMargin {
  readonly dom = document.createElement('div')

  constructor() {
    this.dom.className = 'text-coverage'
    this.dom.setAttribute('aria-hidden', 'true')
  }

  /** Puts the signs of what begins in a window beside it; `top` is the page's upper edge in client coordinates. */
  place(view: EditorView, window: Passage, top: number): void {
    const shown = shownCoverage(view.state)
    if (!shown && this.dom.childElementCount === 0) return
    const offsets = offsetsOf(view.state.doc)
    const begun = shown ? uncoveredIn(shown.coverage, window, shown.kinds) : []
    const entries = begun
      .filter(({ start }) => start >= window.start)
      .map(({ start, kind }) => {
        const line = view.coordsAtPos(offsets.position(start), 1)
        return { kind: kindPlace(kind), top: line.top - top, height: line.bottom - line.top }
      })
    this.dom.replaceChildren(...uncoveredLines(entries).map(signsOf))
  }
}

/** Joins what begins on one line, in the order of the text. */
export function uncoveredLines(
  entries: readonly { kind: number; top: number; height: number }[],
): UncoveredLine[] {
  const lines: UncoveredLine[] = []
  for (const { kind, top, height } of entries) {
    const line = lines.at(-1)
    if (line && Math.abs(top - line.top) < line.height / 2) line.kinds.add(kind)
    else lines.push({ top, height, kinds: new Set([kind]) })
  }
  return lines
}

function signsOf({ top, height, kinds }: UncoveredLine): HTMLElement {
  const signs = document.createElement('span')
  signs.textContent = checkableKinds
    .filter((_, place) => kinds.has(place))
    .map(({ sign }) => sign)
    .join('')
  signs.style.insetBlockStart = `${top}px`
  signs.style.lineHeight = `${height}px`
  return signs
}
