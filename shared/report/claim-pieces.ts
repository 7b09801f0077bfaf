/** [`start`, `end`) of a text, in UTF-16 code units, that the claim with this number stands on. */
export interface NumberedRange {
  number: number
  start: number
  end: number
}

/** A stretch of text that the same claims cover; `claims` ascend. */
export interface Piece {
  text: string
  claims: number[]
}

/**
 * Which claims cover what, for one walk through a text from its beginning to its end. An edge that cuts a surrogate pair
 * is moved out, so that no piece holds half a character.
 */
export class ClaimPieces {
  readonly #ranges: NumberedRange[]
  readonly #edges: number[]
  #live: NumberedRange[] = []
  #nextRange = 0
  #nextEdge = 0

  constructor(text: string, ranges: readonly NumberedRange[]) {
    this.#ranges = ranges.map((range) => wholeCharacters(text, range)).sort((a, b) => a.start - b.start)
    this.#edges = this.#ranges.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)
  }

  /** Cuts the text that begins at `start`. Calls must come in the order of the text; empty text gives no pieces. */
  cut(start: number, text: string): Piece[] {
    const pieces: Piece[] = []
    const end = start + text.length
    let from = start
    while (from < end) {
      const to = Math.min(end, this.#edgeAfter(from))
      pieces.push({ text: text.slice(from - start, to - start), claims: this.#claimsAt(from) })
      from = to
    }
    return pieces
  }

  #edgeAfter(offset: number): number {
    while (this.#nextEdge < this.#edges.length && this.#edges[this.#nextEdge]! <= offset) this.#nextEdge++
    return this.#edges[this.#nextEdge] ?? Infinity
  }

  #claimsAt(offset: number): number[] {
    for (let range; (range = this.#ranges[this.#nextRange]) && range.start <= offset; this.#nextRange++) {
      this.#live.push(range)
    }
    this.#live = this.#live.filter((range) => range.end > offset)
    return this.#live.map((range) => range.number).sort((a, b) => a - b)
  }
}

function wholeCharacters(text: string, { number, start, end }: NumberedRange): NumberedRange {
  return {
    number,
    start: cutsPair(text, start) ? start - 1 : start,
    end: cutsPair(text, end) ? end + 1 : end,
  }
}

function cutsPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff
}
