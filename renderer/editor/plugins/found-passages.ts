import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { offsetsOf } from '../../../shared/document/text-offsets.js'
import { follow } from '../correction/following.js'
import { textChangesOf } from '../correction/text-changes.js'
import type { Passage } from '../passages.js'
import { RangeIndex } from '../ranges.js'
import { drawingOf } from './viewport-highlights.js'

/** The passages of a search and, as its entry in them, the one that the search is at; -1 for none. */
export interface Found {
  passages: RangeIndex
  current: number
}

interface FoundState extends Found {
  window: Passage
  decorations: DecorationSet
}

const key = new PluginKey<FoundState>('found-passages')

const nothing: Found = { passages: new RangeIndex([], []), current: -1 }

/**
 * Draws what a search found, in the window of the viewport highlights, after which this plugin must stand. When the
 * document changes they move with it until they are set anew.
 */
export function foundPassages(): Plugin<FoundState> {
  return new Plugin<FoundState>({
    key,
    state: {
      init: (_config, state) => draw(state, nothing),
      apply(transaction, before, _state, state) {
        const found = transaction.getMeta(key) as Found | undefined
        if (transaction.docChanged) return draw(state, found ?? moved(before, transaction))
        return found || drawingOf(state).window !== before.window ? draw(state, found ?? before) : before
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  })
}

/** The passages that are left after a change of the document, where they are then. */
function moved({ passages, current }: Found, transaction: Transaction): Found {
  const before = { starts: passages.starts, ends: passages.ends, retyping: null }
  const { starts, ends } = follow(before, textChangesOf(transaction)).ranges
  return { passages: new RangeIndex(starts, ends), current: passages.entries.indexOf(current) }
}

/** A transaction that shows passages, in the order of the text; `current` is the place of one of them, or -1. */
export function showFound(state: EditorState, passages: readonly Passage[], current: number): Transaction {
  const index = new RangeIndex(
    passages.map(({ start }) => start),
    passages.map(({ end }) => end),
  )
  const found: Found = { passages: index, current }
  return state.tr.setMeta(key, found).setMeta('addToHistory', false)
}

function draw(state: EditorState, { passages, current }: Found): FoundState {
  const { window } = drawingOf(state)
  const offsets = offsetsOf(state.doc)
  const drawn = passages.touching(window.start, window.end).flatMap((place) => {
    const from = offsets.position(Math.max(passages.starts[place]!, window.start))
    const to = offsets.position(Math.min(passages.ends[place]!, window.end))
    const name = passages.entries[place] === current ? 'found found-current' : 'found'
    return from < to ? [Decoration.inline(from, to, { nodeName: 'span', class: name })] : []
  })
  return { passages, current, window, decorations: DecorationSet.create(state.doc, drawn) }
}
