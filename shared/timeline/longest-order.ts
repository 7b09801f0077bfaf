import type { DayInterval } from '../checks/extract/calendar.js'

/**
 * Which of some spans, as they are told, stand in the order of time: as many as can be picked so that none of the picked
 * is told after one that it lies wholly before. Spans that share a day may stand either way. Of equal picks the one that
 * keeps what is told first wins mostly. The answer holds 1 for each that is picked.
 *
 * A pick can go on with a span when the latest first day in it is not after the span's last day, so what matters of a
 * pick is its size and that day: `best` holds for each day the most that a pick ending there can have. O(n log n).
 */
export function longestInOrder(spans: readonly DayInterval[]): Uint8Array {
  const days = Float64Array.from(new Set(spans.map(({ lo }) => lo))).sort()
  const best = new MaximumTree(days.length)
  const own = spans.map(({ lo }) => countUpTo(days, lo) - 1)
  const last = spans.map(({ hi }) => countUpTo(days, hi) - 1)
  /** For each span the day index of the pick that it raised its own day from: -1 for the empty pick, `none` if it did not. */
  const from = new Int32Array(spans.length).fill(none)
  spans.forEach((_, index) => {
    const day = own[index] ?? 0
    best.add(day, last[index] ?? 0, 1)
    const before = best.maximum(0, day - 1)
    const size = Math.max(0, before.value) + 1
    if (size <= best.maximum(day, day).value) return
    best.set(day, size)
    from[index] = before.value > 0 ? before.at : -1
  })
  return pickBackwards(best.maximum(0, days.length - 1).at, own, last, from)
}

const none = -2

function pickBackwards(
  latest: number,
  own: readonly number[],
  last: readonly number[],
  from: Int32Array,
): Uint8Array {
  const picked = new Uint8Array(own.length)
  let day = latest
  for (let index = own.length - 1; index >= 0 && day >= 0; index--) {
    const raised = from[index] ?? none
    if (own[index] === day && raised !== none) day = raised
    else if (day < (own[index] ?? 0) || day > (last[index] ?? 0)) continue
    picked[index] = 1
  }
  return picked
}

/** How many of the sorted values are at most `value`. */
function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

interface Maximum {
  value: number
  /** Where it is; the last place of several. */
  at: number
}

const unreached = -1e9

/** Values at 0..size-1, at first far below zero: adds to a range and gives the maximum of a range, each in O(log n). */
class MaximumTree {
  readonly #size: number
  readonly #most: Float64Array
  /** What was added to a whole subtree and not yet handed down. */
  readonly #held: Float64Array

  constructor(length: number) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, length)))
    this.#most = new Float64Array(2 * this.#size).fill(unreached)
    this.#held = new Float64Array(2 * this.#size)
  }

  /** Adds to every value of [`from`, `to`], both included. */
  add(from: number, to: number, amount: number): void {
    this.#addIn(1, 0, this.#size - 1, from, to, amount)
  }

  set(at: number, value: number): void {
    this.add(at, at, value - this.maximum(at, at).value)
  }

  /** The maximum of [`from`, `to`]; far below zero when that is empty. */
  maximum(from: number, to: number): Maximum {
    return this.#maximumIn(1, 0, this.#size - 1, from, to, 0)
  }

  #addIn(node: number, first: number, last: number, from: number, to: number, amount: number): void {
    if (to < first || last < from) return
    if (from <= first && last <= to) {
      this.#most[node] = (this.#most[node] ?? 0) + amount
      this.#held[node] = (this.#held[node] ?? 0) + amount
      return
    }
    const middle = (first + last) >> 1
    this.#addIn(2 * node, first, middle, from, to, amount)
    this.#addIn(2 * node + 1, middle + 1, last, from, to, amount)
    const children = Math.max(this.#most[2 * node] ?? 0, this.#most[2 * node + 1] ?? 0)
    this.#most[node] = children + (this.#held[node] ?? 0)
  }

  #maximumIn(node: number, first: number, last: number, from: number, to: number, held: number): Maximum {
    if (to < first || last < from) return { value: unreached, at: -1 }
    if (first === last) return { value: (this.#most[node] ?? 0) + held, at: first }
    const below = held + (this.#held[node] ?? 0)
    const middle = (first + last) >> 1
    const [left, right] = [2 * node, 2 * node + 1]
    // A whole subtree is gone into on one side only: where its maximum is.
    if (from <= first && last <= to) {
      const isRight = (this.#most[right] ?? 0) >= (this.#most[left] ?? 0)
      return isRight
        ? this.#maximumIn(right, middle + 1, last, from, to, below)
        : this.#maximumIn(left, first, middle, from, to, below)
    }
    const a = this.#maximumIn(left, first, middle, from, to, below)
    const b = this.#maximumIn(right, middle + 1, last, from, to, below)
    return b.value >= a.value ? b : a
  }
}
