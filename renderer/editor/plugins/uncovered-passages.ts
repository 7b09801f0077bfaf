import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { CheckableKind } from '../../../shared/coverage/checkables.js'
import type { Coverage } from '../../../shared/coverage/coverage.js'
import { uncoveredPieces } from '../../../shared/coverage/uncovered.js'
import { offsetsOf } from '../../../shared/document/text-offsets.js'
import type { Passage } from '../passages.js'
import { drawingOf } from './viewport-highlights.js'

/** What of the text is to be covered by claims, and what is. */
export interface ShownCoverage {
  coverage: Coverage
  kinds: readonly CheckableKind[]
}

interface UncoveredState {
  shown: ShownCoverage | null
  window: Passage
  decorations: DecorationSet
}

const key = new PluginKey<UncoveredState>('uncovered-passages')

/**
 * Underlines what no claim covers (`<span class="uncovered uncovered-<kind>">`), in the window of the viewport highlights,
 * after which this plugin must stand. A change of the document takes it away: what is covered then is not known.
 */
export function uncoveredPassages(): Plugin<UncoveredState> {
  return new Plugin<UncoveredState>({
    key,
    state: {
      init: (_config, state) => draw(state, null),
      apply(transaction, before, _state, state) {
        const set = transaction.getMeta(key) as { shown: ShownCoverage | null } | undefined
        if (set) return draw(state, set.shown)
        if (transaction.docChanged) return draw(state, null)
        return drawingOf(state).window === before.window ? before : draw(state, before.shown)
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })
}

/** A transaction that shows what is not covered; null shows nothing of it. */
export function showUncovered(state: EditorState, shown: ShownCoverage | null): Transaction {
  return state.tr.setMeta(key, { shown }).setMeta('addToHistory', false)
}

export function shownCoverage(state: EditorState): ShownCoverage | null {
  return key.getState(state)?.shown ?? null
}

function draw(state: EditorState, shown: ShownCoverage | null): UncoveredState {
  const { window } = drawingOf(state)
  if (!shown) return { shown, window, decorations: DecorationSet.empty }
  const offsets = offsetsOf(state.doc)
  const drawn = uncoveredPieces(shown.coverage, window, shown.kinds).flatMap(({ start, end, kind }) => {
    const from = offsets.position(start)
    const to = offsets.position(end)
    const attributes = { nodeName: 'span', class: `uncovered uncovered-${kind}` }
    return from < to ? [Decoration.inline(from, to, attributes)] : []
  })
  return { shown, window, decorations: DecorationSet.create(state.doc, drawn) }
}
