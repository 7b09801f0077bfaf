import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/** Characters on a line of the usual measure; only an estimate hangs on it. */
const charactersPerLine = 72

/**
 * A section of the text, which the browser skips while it is out of sight. Its height until it has been seen once is
 * estimated from its text, as `--section-lines`, so that the scroll bar hardly moves.
 */
export class SectionView implements NodeView {
  readonly dom = document.createElement('section')
  readonly contentDOM = this.dom
  readonly #type
  #node: Node | null = null
  #lines = 0

  constructor(node: Node) {
    this.#type = node.type
    this.dom.className = 'text-section'
    this.#estimate(node)
  }

  update(node: Node): boolean {
    if (node.type !== this.#type) return false
    if (node !== this.#node) this.#estimate(node)
    return true
  }

  ignoreMutation(mutation: { type: string }): boolean {
    return mutation.type === 'attributes'
  }

  #estimate(node: Node): void {
    const lines = estimatedLines(node)
    if (lines !== this.#lines) this.dom.style.setProperty('--section-lines', String(lines))
    this.#node = node
    this.#lines = lines
  }
}

/** Lines of text plus one for the space after each block. */
function estimatedLines(section: Node): number {
  let lines = 0
  section.descendants((node) => {
    if (!node.isTextblock) return true
    lines += Math.max(1, Math.ceil(node.content.size / charactersPerLine)) + 0.75
    return false
  })
  return Math.round(lines)
}
