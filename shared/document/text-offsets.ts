import type { Node } from 'prosemirror-model'

/**
 * The plain text of a document: its text blocks in order, each after one line break and as many more as its `gap` says
 * (the first one after its gap alone).
 */
export function plainTextOf(doc: Node): string {
  const parts: string[] = []
  doc.descendants((node) => {
    if (!node.isTextblock) return true
    parts.push('\n'.repeat((node.attrs.gap as number) + (parts.length ? 1 : 0)), node.textContent)
    return false
  })
  return parts.join('')
}

/**
 * Between offsets in the plain text (UTF-16 code units) and positions in the document, in logarithmic time. An offset
 * in the line breaks between two blocks maps to the end of the block before; a position between two blocks to the end
 * of the block before.
 */
export class TextOffsets {
  readonly #offsets: number[] = []
  readonly #positions: number[] = []
  readonly #lengths: number[] = []

  constructor(doc: Node) {
    let offset = 0
    doc.descendants((node, position) => {
      if (!node.isTextblock) return true
      offset += (node.attrs.gap as number) + (this.#offsets.length ? 1 : 0)
      this.#offsets.push(offset)
      this.#positions.push(position + 1)
      this.#lengths.push(node.content.size)
      offset += node.content.size
      return false
    })
  }

  /** The document position at an offset of the plain text. */
  position(offset: number): number {
    const block = lastAtMost(this.#offsets, offset)
    const within = Math.min(Math.max(offset - this.#offsets[block]!, 0), this.#lengths[block]!)
    return this.#positions[block]! + within
  }

  /** The offset in the plain text at a document position. */
  offset(position: number): number {
    const block = lastAtMost(this.#positions, position)
    const within = Math.min(Math.max(position - this.#positions[block]!, 0), this.#lengths[block]!)
    return this.#offsets[block]! + within
  }
}

/** The index of the last entry of an ascending list that is at most `value`; 0 when there is none. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ascending[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
