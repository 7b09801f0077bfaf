import { foldUnits } from './fold.js'

/** Grams are this long, in UTF-16 code units: short enough to survive between edits, long enough to be rare. */
export const gramLength = 4

/**
 * Where every gram of a text (or of some stretches of it) stands, folded as by `foldUnit`. Grams share slots by a hash,
 * so that a place is a hint. Two passes over the text and 4 bytes for each of its units.
 */
export class GramIndex {
  readonly folded: Uint16Array
  readonly #slots: Int32Array
  readonly #places: Int32Array
  readonly #bits: number

  constructor(text: string, stretches: readonly (readonly [number, number])[]) {
    this.folded = foldUnits(text)
    const size = stretches.reduce((sum, [from, to]) => sum + Math.max(0, to - from - gramLength + 1), 0)
    this.#bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(size + 1))))
    this.#slots = new Int32Array(2 ** this.#bits + 1)
    this.#places = new Int32Array(size)
    this.#each(stretches, (slot) => this.#slots[slot + 1]!++)
    for (let slot = 1; slot < this.#slots.length; slot++) this.#slots[slot]! += this.#slots[slot - 1]!
    const next = this.#slots.slice()
    this.#each(stretches, (slot, at) => (this.#places[next[slot]!++] = at))
  }

  /** The slot of the gram at an index of folded units. */
  slotOf(units: Uint16Array, at: number): number {
    let hash = 0
    for (let unit = at; unit < at + gramLength; unit++) hash = Math.imul(hash ^ units[unit]!, 0x9e3779b1)
    return (hash ^ (hash >>> 15)) >>> (32 - this.#bits)
  }

  count(slot: number): number {
    return this.#slots[slot + 1]! - this.#slots[slot]!
  }

  /** Where the grams of a slot stand, ascending. */
  places(slot: number): Int32Array {
    return this.#places.subarray(this.#slots[slot]!, this.#slots[slot + 1]!)
  }

  #each(stretches: readonly (readonly [number, number])[], visit: (slot: number, at: number) => void): void {
    for (const [from, to] of stretches) {
      for (let at = from; at + gramLength <= to; at++) visit(this.slotOf(this.folded, at), at)
    }
  }
}
