import type { Segment, TextLeaf } from '../text-blocks.js'

/** Where the claims begin and end in texts, as the segments of these are walked in order. */
export class ClaimEdges {
  readonly #first = new Map<number, Segment>()
  readonly #last = new Map<number, Segment>()
  /** [start, end) of each claim, in UTF-16 code units of the text that it stands in. */
  readonly #ranges = new Map<number, { start: number; end: number }>()

  constructor(leaves: readonly TextLeaf[]) {
    for (const { start, segments } of leaves) {
      let offset = start
      for (const segment of segments) {
        const end = offset + segment.text.length
        for (const number of segment.claims) {
          if (!this.#first.has(number)) this.#first.set(number, segment)
          this.#last.set(number, segment)
          this.#ranges.set(number, { start: this.#ranges.get(number)?.start ?? offset, end })
        }
        offset = end
      }
    }
  }

  /** The claims that some segment carries, in the order of their numbers. */
  get numbers(): number[] {
    return [...this.#first.keys()].sort((a, b) => a - b)
  }

  rangeOf(number: number): { start: number; end: number } | undefined {
    return this.#ranges.get(number)
  }

  /** The claims that begin with this segment. */
  beginning(segment: Segment): number[] {
    return segment.claims.filter((number) => this.#first.get(number) === segment)
  }

  /** The claims that end with it. */
  ending(segment: Segment): number[] {
    return segment.claims.filter((number) => this.#last.get(number) === segment)
  }
}
