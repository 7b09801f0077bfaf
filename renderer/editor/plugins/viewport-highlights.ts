import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { DecorationSet } from 'prosemirror-view'
import { offsetsOf } from '../../../shared/document/text-offsets.js'
import type { ClaimLayer } from '../claim-layer.js'
import { claimDecorations, findingDecorations, type Active } from '../decorations.js'
import type { FindingLayer } from '../finding-marks.js'
import type { Passage } from '../passages.js'

/** What is drawn over the text. `window` is the part of the text, in text offsets, that has decorations. */
export interface Drawing {
  claims: ClaimLayer
  findings: FindingLayer
  active: Active
  window: Passage
}

interface HighlightState extends Drawing {
  decorations: DecorationSet
}

const key = new PluginKey<HighlightState>('viewport-highlights')

/**
 * Draws claims and findings as decorations, but only those that touch the window; the rest of a long text costs nothing.
 * Whoever measures the viewport moves the window with `redraw`.
 */
export function viewportHighlights(initial: Drawing): Plugin<HighlightState> {
  const draw = (state: EditorState, drawing: Drawing): HighlightState => {
    const { claims, findings, active, window } = drawing
    const offsets = offsetsOf(state.doc)
    const drawn = [
      ...claimDecorations(claims, offsets, window, active),
      ...findingDecorations(findings, offsets, window, active),
    ]
    return { claims, findings, active, window, decorations: DecorationSet.create(state.doc, drawn) }
  }
  return new Plugin<HighlightState>({
    key,
    state: {
      init: (_config, state) => draw(state, initial),
      apply(transaction, current, _before, state) {
        const patch = transaction.getMeta(key) as Partial<Drawing> | undefined
        return patch ? draw(state, { ...current, ...patch }) : current
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })
}

/** What is drawn in a state with the plugin. */
export function drawingOf(state: EditorState): Drawing {
  const drawing = key.getState(state)
  if (!drawing) throw new Error('This editor state draws no highlights')
  return drawing
}

/** A transaction that draws anew with some of the drawing changed. */
export function redraw(state: EditorState, patch: Partial<Drawing>): Transaction {
  return state.tr.setMeta(key, patch).setMeta('addToHistory', false)
}
