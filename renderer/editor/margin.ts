import type { EditorView } from 'prosemirror-view'
import { offsetsOf } from '../../shared/document/text-offsets.js'
import type { ClaimHandles } from './claim-handles.js'
import { findingAtPlace } from './finding-marks.js'
import type { CoverageMargin } from './coverage-margin.js'
import type { Gutter, GutterEntry } from './gutter.js'
import type { NumberMargin } from './number-margin.js'
import { drawingOf } from './plugins/viewport-highlights.js'

/** What lies over the page and keeps to its lines. */
export interface MarginLayers {
  gutter: Gutter
  numbers: NumberMargin
  coverage: CoverageMargin
  /** Null where claims' ends cannot be moved. */
  handles: ClaimHandles | null
}

/** Puts the findings' marks, the numbers, the signs of coverage and the handles beside their lines, as far as the window reaches. */
export function placeMargin(view: EditorView, page: HTMLElement, layers: MarginLayers): void {
  const { window, active } = drawingOf(view.state)
  const corner = page.getBoundingClientRect()
  const entries = gutterEntries(view, corner.top)
  layers.numbers.place(view, window, corner.top)
  layers.coverage.place(view, window, corner.top)
  layers.gutter.show(entries, active.fingerprint)
  layers.handles?.place(window, corner)
}

/** The findings that begin in the window. */
function gutterEntries(view: EditorView, top: number): GutterEntry[] {
  const { findings: layer, window } = drawingOf(view.state)
  const offsets = offsetsOf(view.state.doc)
  const entries: GutterEntry[] = []
  for (const place of layer.index.touching(window.start, window.end)) {
    const start = layer.index.starts[place]!
    if (start < window.start) continue
    const line = view.coordsAtPos(offsets.position(start), 1)
    entries.push({
      finding: findingAtPlace(layer, place),
      top: line.top - top,
      height: line.bottom - line.top,
    })
  }
  return entries
}
