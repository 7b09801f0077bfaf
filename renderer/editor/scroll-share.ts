import type { EditorView } from 'prosemirror-view'
import { paragraphNumbering } from '../../shared/document/numbering.js'
import { offsetsOf } from '../../shared/document/text-offsets.js'
import { blockAt } from './viewport.js'

/**
 * How far a text is scrolled, from 0 to 1, by its paragraphs and not its pixels: two texts of as many paragraphs show the
 * same ones at the same share, however long each is.
 */
export function scrollShare(view: EditorView, scroller: HTMLElement): number {
  const { top } = scroller.getBoundingClientRect()
  const numbering = paragraphNumbering(view.state.doc)
  if (scroller.scrollTop <= 0 || !numbering.count) return 0
  const block = blockAt(view.dom, top)
  const number = numbering.numberAt(offsetsOf(view.state.doc).offset(view.posAtDOM(block, 0))) ?? 1
  const box = block.getBoundingClientRect()
  const within = box.height ? Math.min(1, Math.max(0, (top - box.top) / box.height)) : 0
  return (number - 1 + within) / numbering.count
}

/** How many pixels are left to scroll until a text is at a share. Reads the layout, which may still change. */
export function distanceToShare(view: EditorView, scroller: HTMLElement, share: number): number {
  const numbering = paragraphNumbering(view.state.doc)
  if (share <= 0 || !numbering.count) return -scroller.scrollTop
  const along = Math.min(share, 1) * numbering.count
  const number = Math.min(Math.floor(along) + 1, numbering.count)
  const block = view.nodeDOM(offsetsOf(view.state.doc).position(numbering.startOf(number)!) - 1)
  if (!(block instanceof Element)) return 0
  const { top, height } = block.getBoundingClientRect()
  return top + (along - number + 1) * height - scroller.getBoundingClientRect().top
}
