/**
 * Stand-off ranges [start, end) of a text in UTF-16 code units, kept beside the document. Immutable: a change makes a
 * new index, which takes a few milliseconds for ten thousand ranges.
 *
 * `starts` and `ends` are sorted by start, then longest first, then in the order given; `entries[i]` is the place of the
 * i-th range in the arrays the index was made from. Empty ranges are left out.
 */
export class RangeIndex {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly entries: Uint32Array
  /** Seen as the root of the balanced tree over its part of the arrays, each place holds that part's furthest end. */
  readonly #furthest: Int32Array

  /** `likely` are entries in the order that they probably still have, as after a small change: it saves sorting them. */
  constructor(starts: ArrayLike<number>, ends: ArrayLike<number>, likely?: Uint32Array) {
    if (starts.length !== ends.length) throw new RangeError('Every range needs a start and an end')
    this.entries = likely && isSorted(likely, starts, ends) ? likely : sortedEntries(starts, ends)
    this.starts = picked(starts, this.entries)
    this.ends = picked(ends, this.entries)
    this.#furthest = new Int32Array(this.length)
    this.#measure(0, this.length)
  }

  get length(): number {
    return this.entries.length
  }

  /**
   * The places, ascending, of the ranges that share at least one code unit with [from, to). Takes logarithmic time for
   * the search and as much for each run of answers.
   */
  touching(from: number, to: number): number[] {
    const found: number[] = []
    if (from < to) this.#collect(0, this.length, from, to, found)
    return found
  }

  /**
   * The places of the ranges at a caret: those that hold the code unit after it or, when there are none, the one before
   * it, so that a caret at either edge of a range is in it.
   */
  at(offset: number): number[] {
    const after = this.touching(offset, offset + 1)
    return after.length ? after : this.touching(offset - 1, offset)
  }

  #measure(low: number, high: number): number {
    if (low >= high) return -1
    const root = (low + high) >> 1
    const furthest = Math.max(this.ends[root]!, this.#measure(low, root), this.#measure(root + 1, high))
    return (this.#furthest[root] = furthest)
  }

  #collect(low: number, high: number, from: number, to: number, found: number[]): void {
    if (low >= high) return
    const root = (low + high) >> 1
    if (this.#furthest[root]! <= from) return
    this.#collect(low, root, from, to, found)
    if (this.starts[root]! >= to) return
    if (this.ends[root]! > from) found.push(root)
    this.#collect(root + 1, high, from, to, found)
  }
}

/** The entries that are not empty, by start, then longest first, then in the order given. */
function sortedEntries(starts: ArrayLike<number>, ends: ArrayLike<number>): Uint32Array {
  const entries = entriesByStart(starts, ends)
  const longestFirst = (one: number, other: number): number => ends[other]! - ends[one]! || one - other
  let from = 0
  for (let to = 1; to <= entries.length; to++) {
    if (to < entries.length && starts[entries[to]!] === starts[entries[from]!]) continue
    if (to - from > 1) entries.subarray(from, to).sort(longestFirst)
    from = to
  }
  return entries
}

/** Sorted as numbers that hold both the start and the entry: many times faster than comparing in JavaScript. */
function entriesByStart(starts: ArrayLike<number>, ends: ArrayLike<number>): Uint32Array {
  const total = starts.length
  const keys = new Float64Array(total)
  let count = 0
  for (let entry = 0; entry < total; entry++) {
    if (starts[entry]! < ends[entry]!) keys[count++] = starts[entry]! * total + entry
  }
  const sorted = keys.subarray(0, count).sort()
  const entries = new Uint32Array(count)
  for (let place = 0; place < count; place++) {
    const key = sorted[place]!
    entries[place] = key - Math.floor(key / total) * total
  }
  return entries
}

/** Whether some entries are all that are not empty, by start, then longest first, then in the order given. */
function isSorted(entries: Uint32Array, starts: ArrayLike<number>, ends: ArrayLike<number>): boolean {
  let filled = 0
  for (let entry = 0; entry < starts.length; entry++) if (starts[entry]! < ends[entry]!) filled++
  if (filled !== entries.length) return false
  let before = -1
  for (const entry of entries) {
    if (starts[entry]! >= ends[entry]!) return false
    if (before >= 0) {
      const order = starts[before]! - starts[entry]! || ends[entry]! - ends[before]! || before - entry
      if (order >= 0) return false
    }
    before = entry
  }
  return true
}

function picked(values: ArrayLike<number>, entries: Uint32Array): Int32Array {
  const result = new Int32Array(entries.length)
  for (let place = 0; place < entries.length; place++) result[place] = values[entries[place]!]!
  return result
}
