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

/** The text blocks of one top-level node. `offsets` and `positions` count from the first block's, which is `ahead` of the node. */
interface Part {
  /** Line breaks before the first block, beside the one that separates it from the block before. */
  gap: number
  /** From the node's position to the position at which the text of its first block begins. */
  ahead: number
  offsets: number[]
  positions: number[]
  lengths: number[]
  /** In UTF-16 code units, the first gap left out. */
  length: number
}

/** Nodes never change, so a section is measured once however many documents share it. */
const parts = new WeakMap<Node, Part>()
const documents = new WeakMap<Node, TextOffsets>()

/** The offsets of a document. While a long text is edited, each new document costs little more than what has changed. */
export function offsetsOf(doc: Node): TextOffsets {
  const known = documents.get(doc)
  if (known) return known
  const offsets = new TextOffsets(doc)
  documents.set(doc, offsets)
  return offsets
}

/**
 * Between offsets in the plain text (UTF-16 code units) and positions in the document, in logarithmic time. An offset
 * in the line breaks between two blocks maps to the end of the block before; a position between two blocks to the end
 * of the block before.
 */
export class TextOffsets {
  readonly #parts: Part[] = []
  readonly #offsets: number[] = []
  readonly #positions: number[] = []
  /** The length of the plain text. */
  readonly length: number

  constructor(doc: Node) {
    let length = 0
    doc.forEach((node, position) => {
      const part = partOf(node)
      if (!part.offsets.length) return
      const offset = length + (this.#parts.length ? 1 : 0) + part.gap
      this.#parts.push(part)
      this.#offsets.push(offset)
      this.#positions.push(position + part.ahead)
      length = offset + part.length
    })
    this.length = length
  }

  /** The document position at an offset of the plain text. */
  position(offset: number): number {
    const index = lastAtMost(this.#offsets, offset)
    const part = this.#parts[index]
    if (!part) return 0
    const inner = offset - this.#offsets[index]!
    const block = lastAtMost(part.offsets, inner)
    return (
      this.#positions[index]! + part.positions[block]! + within(inner - part.offsets[block]!, part, block)
    )
  }

  /** The offset in the plain text at a document position. */
  offset(position: number): number {
    const index = lastAtMost(this.#positions, position)
    const part = this.#parts[index]
    if (!part) return 0
    const inner = position - this.#positions[index]!
    const block = lastAtMost(part.positions, inner)
    return this.#offsets[index]! + part.offsets[block]! + within(inner - part.positions[block]!, part, block)
  }

  /** The end of the text before a position: between two blocks the end of the one before, before the first one 0. */
  endBefore(position: number): number {
    return position < (this.#positions[0] ?? Infinity) ? 0 : this.offset(position)
  }

  /** The start of the text after a position: between two blocks the start of the one after, after the last one `length`. */
  startAfter(position: number): number {
    const before = this.offset(position)
    if (this.position(before) >= position) return before
    return before < this.length ? this.#blockAfter(position) : this.length
  }

  /** The offset at which the first block begins that stands after a position. */
  #blockAfter(position: number): number {
    const index = lastAtMost(this.#positions, position)
    const part = this.#parts[index]!
    const next = lastAtMost(part.positions, position - this.#positions[index]!) + 1
    if (next < part.offsets.length) return this.#offsets[index]! + part.offsets[next]!
    return this.#offsets[index + 1] ?? this.length
  }
}

function within(distance: number, { lengths }: Part, block: number): number {
  return Math.min(Math.max(distance, 0), lengths[block]!)
}

function partOf(node: Node): Part {
  const known = parts.get(node)
  if (known) return known
  const part = measured(node)
  parts.set(node, part)
  return part
}

function measured(node: Node): Part {
  const part: Part = { gap: 0, ahead: 0, offsets: [], positions: [], lengths: [], length: 0 }
  const add = (block: Node, position: number): void => {
    const first = !part.offsets.length
    if (first) Object.assign(part, { gap: block.attrs.gap as number, ahead: position })
    const offset = first ? 0 : part.length + 1 + (block.attrs.gap as number)
    part.offsets.push(offset)
    part.positions.push(position - part.ahead)
    part.lengths.push(block.content.size)
    part.length = offset + block.content.size
  }
  if (node.isTextblock) add(node, 1)
  node.descendants((block, position) => {
    if (block.isTextblock) add(block, position + 2)
    return !block.isTextblock
  })
  return part
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
