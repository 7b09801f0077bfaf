import type { Node } from 'prosemirror-model'
import { EditorState, Selection } from 'prosemirror-state'
import type { Edge, Step } from './claim-edges.js'
import { claimLayer } from './claim-layer.js'
import { findingLayer } from './finding-marks.js'
import { noHighlights } from './highlights.js'
import type { Mark } from './marks-at.js'
import { foundPassages } from './plugins/found-passages.js'
import { lock } from './plugins/lock.js'
import { opening } from './plugins/opening.js'
import { resizeKeys } from './plugins/resize-keys.js'
import { travelKeys, type Surroundings } from './plugins/travel-keys.js'
import { uncoveredPassages } from './plugins/uncovered-passages.js'
import { viewportHighlights } from './plugins/viewport-highlights.js'
import type { TextViewOptions } from './text-view-options.js'

/** What the first frame draws before anything has been measured, in UTF-16 code units. */
const firstWindow = 6000

/** What the plugins ask of the view that is made from the state. */
export interface TextViewKeys {
  surroundings: () => Surroundings
  resize: (edge: Edge, by: Step, direction: 1 | -1) => boolean
}

/** The state that a locked text begins with. */
export function textState(options: TextViewOptions, { surroundings, resize }: TextViewKeys): EditorState {
  const open = ({ kind, id }: Mark): void =>
    kind === 'claim' ? options.onOpenClaim?.(id) : options.onOpenFinding?.(id)
  const drawing = {
    claims: claimLayer(options.highlights ?? noHighlights),
    findings: findingLayer(options.findings ?? []),
    active: {},
    window: { start: 0, end: firstWindow },
  }
  return EditorState.create({
    doc: options.doc,
    selection: atFirstLetter(options.doc),
    plugins: [
      lock(),
      opening(open),
      travelKeys(surroundings),
      resizeKeys(resize),
      viewportHighlights(drawing),
      foundPassages(),
      uncoveredPassages(),
    ],
  })
}

/** A caret in the first paragraph, whatever stands before it: a rule that is selected would give way to what is typed. */
function atFirstLetter(doc: Node): Selection {
  return Selection.findFrom(doc.resolve(0), 1, true) ?? Selection.atStart(doc)
}
