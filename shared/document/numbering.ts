import type { Node } from 'prosemirror-model'

/** Something that is counted, as it begins at `start` (text offset, UTF-16 code units); the first has the number 1. */
export interface Numbered {
  number: number
  start: number
}

/** Counts from 1 what begins at given places of a text. Lookups take logarithmic time. */
export class Numbering {
  readonly #starts: readonly number[]

  /** `starts` ascends. */
  constructor(starts: readonly number[]) {
    this.#starts = starts
  }

  get count(): number {
    return this.#starts.length
  }

  /** The number of what an offset is in or, between two, comes after; null before the first. */
  numberAt(offset: number): number | null {
    return this.#startingBefore(offset + 1) || null
  }

  /** The offset at which a number begins; null when it is not given to anything. */
  startOf(number: number): number | null {
    return this.#starts[number - 1] ?? null
  }

  /** What begins in [from, to), in order. */
  startingIn(from: number, to: number): Numbered[] {
    const numbered: Numbered[] = []
    for (let place = this.#startingBefore(from); place < this.count && this.#starts[place]! < to; place++)
      numbered.push({ number: place + 1, start: this.#starts[place]! })
    return numbered
  }

  #startingBefore(offset: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

const counted = new WeakMap<Node, Numbering>()

/** The paragraphs of a document: its text blocks, headings among them, that show anything. Counted once a document. */
export function paragraphNumbering(doc: Node): Numbering {
  const numbering = counted.get(doc) ?? new Numbering(paragraphStarts(doc))
  counted.set(doc, numbering)
  return numbering
}

/** The lines of a plain text as its line breaks cut it, blank ones too: they are the same at any width. */
export function lineNumbering(text: string): Numbering {
  const starts = text ? [0] : []
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return new Numbering(starts)
}

function paragraphStarts(doc: Node): number[] {
  const starts: number[] = []
  let end = -1
  doc.descendants((node) => {
    if (!node.isTextblock) return true
    const start = end + 1 + (node.attrs.gap as number)
    if (/\S/.test(node.textContent)) starts.push(start)
    end = start + node.content.size
    return false
  })
  return starts
}
