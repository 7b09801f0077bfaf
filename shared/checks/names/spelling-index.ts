/** How to tell whether two words may be one name, and under which keys like words meet. */
export interface SpellingDesign {
  /** Words with a key in common are compared. Two words that are alike must have one. */
  keysOf(word: string): readonly string[]
  /** Symmetric. */
  areAlike(a: string, b: string): boolean
}

/** The words of names in use, each with those that are spelt like it. Words come and go with the sections that have them. */
export class SpellingIndex {
  readonly #design: SpellingDesign
  readonly #uses = new Map<string, number>()
  readonly #holders = new Map<string, Set<string>>()
  readonly #near = new Map<string, Set<string>>()

  constructor(design: SpellingDesign) {
    this.#design = design
  }

  add(word: string): void {
    const uses = this.#uses.get(word) ?? 0
    this.#uses.set(word, uses + 1)
    if (uses > 0) return
    const near = new Set<string>()
    for (const key of this.#design.keysOf(word)) {
      const holders = this.#holders.get(key)
      if (!holders) {
        this.#holders.set(key, new Set([word]))
        continue
      }
      for (const other of holders) {
        if (!near.has(other) && this.#design.areAlike(word, other)) near.add(other)
      }
      holders.add(word)
    }
    if (near.size === 0) return
    this.#near.set(word, near)
    for (const other of near) {
      const others = this.#near.get(other)
      if (others) others.add(word)
      else this.#near.set(other, new Set([word]))
    }
  }

  remove(word: string): void {
    const uses = (this.#uses.get(word) ?? 0) - 1
    if (uses > 0) {
      this.#uses.set(word, uses)
      return
    }
    this.#uses.delete(word)
    for (const key of this.#design.keysOf(word)) {
      const holders = this.#holders.get(key)
      holders?.delete(word)
      if (holders?.size === 0) this.#holders.delete(key)
    }
    for (const other of this.#near.get(word) ?? []) this.#near.get(other)?.delete(word)
    this.#near.delete(word)
  }

  /** The words spelt like one, in no order. */
  near(word: string): ReadonlySet<string> {
    return this.#near.get(word) ?? none
  }
}

const none: ReadonlySet<string> = new Set()
