import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { offsetsOf } from '../../shared/document/text-offsets.js'
import type { Passage } from './passages.js'

/** Blocks that hold blocks; anything else is measured as a whole. */
const containers = 'section, blockquote, ul, ol, li'

/** A block taller than this many viewports is drawn in part. */
const tallBlock = 2

/**
 * The part of the text, in text offsets, between `above` pixels over and `below` pixels under the scroller's edges. Whole
 * blocks, except of very tall ones. Reads the layout: the search touches some dozens of elements whatever the length.
 */
export function textInView(view: EditorView, scroller: Element, margin: number): Passage {
  const { top, bottom } = scroller.getBoundingClientRect()
  const first = blockAt(view.dom, top - margin)
  const last = blockAt(view.dom, bottom + margin)
  return {
    start: edge(view, first, top - margin, bottom - top).start,
    end: edge(view, last, bottom + margin, bottom - top).end,
  }
}

/** Whether one passage holds another. */
export function covers(outer: Passage, inner: Passage): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The first block that reaches below a height of the page (client coordinates), or the last block. */
export function blockAt(root: Element, height: number): Element {
  let block = root
  while (block === root || block.matches(containers)) {
    const inner = firstReachingBelow(block.children, height)
    if (!inner) break
    block = inner
  }
  return block
}

function firstReachingBelow(blocks: HTMLCollection, height: number): Element | undefined {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.getBoundingClientRect().bottom > height) high = middle
    else low = middle + 1
  }
  return blocks[low]
}

/** The part of a block's text around a height: all of it, or of a very tall block a viewport to either side. */
function edge(view: EditorView, block: Element, height: number, viewport: number): Passage {
  const inside = view.posAtDOM(block, 0)
  const start = offsetsOf(view.state.doc).offset(inside)
  const length = textLength(view.state.doc, inside)
  const rectangle = block.getBoundingClientRect()
  if (rectangle.height <= tallBlock * viewport) return { start, end: start + length }
  const at = (y: number): number =>
    start + Math.round(length * Math.min(1, Math.max(0, (y - rectangle.top) / rectangle.height)))
  return { start: at(height - viewport), end: at(height + viewport) }
}

function textLength(doc: Node, position: number): number {
  const { parent } = doc.resolve(position)
  return parent.isTextblock ? parent.content.size : 0
}
