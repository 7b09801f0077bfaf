import type { TextRange } from '../document/paragraphs.js'

/**
 * The parts of a text that ranges lie over, joined where they overlap or touch: apart and in order. `lengths[i]` is how
 * many code units lie in the parts before the i-th, and has one entry more for the whole.
 */
export interface CoveredText {
  starts: Int32Array
  ends: Int32Array
  lengths: Int32Array
}

/** Joins ranges of any order; fastest when they are sorted by start, as they mostly are. Empty ones are left out. */
export function coveredText(ranges: readonly TextRange[]): CoveredText {
  const sorted = isSorted(ranges) ? ranges : ranges.toSorted((one, other) => one.start - other.start)
  const starts = new Int32Array(sorted.length)
  const ends = new Int32Array(sorted.length)
  let count = 0
  for (const { start, end } of sorted) {
    if (start >= end) continue
    if (count > 0 && start <= ends[count - 1]!) ends[count - 1] = Math.max(ends[count - 1]!, end)
    else {
      starts[count] = start
      ends[count++] = end
    }
  }
  const lengths = new Int32Array(count + 1)
  for (let part = 0; part < count; part++) lengths[part + 1] = lengths[part]! + ends[part]! - starts[part]!
  return { starts: starts.subarray(0, count), ends: ends.subarray(0, count), lengths }
}

function isSorted(ranges: readonly TextRange[]): boolean {
  return ranges.every(({ start }, place) => place === 0 || ranges[place - 1]!.start <= start)
}

/** How many code units of [start, end) are covered. Logarithmic. */
export function coveredLength(covered: CoveredText, start: number, end: number): number {
  return lengthBefore(covered, end) - lengthBefore(covered, start)
}

function lengthBefore({ starts, ends, lengths }: CoveredText, offset: number): number {
  const part = firstFrom(ends, offset)
  const inside = part < starts.length ? Math.max(0, offset - starts[part]!) : 0
  return lengths[part]! + inside
}

/** The parts of [start, end) that are not covered, in order. */
export function uncoveredParts({ starts, ends }: CoveredText, start: number, end: number): TextRange[] {
  const parts: TextRange[] = []
  let from = start
  for (let part = firstFrom(ends, start); part < starts.length && starts[part]! < end; part++) {
    if (starts[part]! > from) parts.push({ start: from, end: starts[part]! })
    from = ends[part]!
  }
  if (from < end) parts.push({ start: from, end })
  return parts
}

/** The smallest stretch that holds all that is covered in one and not in the other; null when they are the same. */
export function changedStretch(one: CoveredText, other: CoveredText): TextRange | null {
  const same = (a: number, b: number): boolean =>
    one.starts[a] === other.starts[b] && one.ends[a] === other.ends[b]
  const [total, otherTotal] = [one.starts.length, other.starts.length]
  const most = Math.min(total, otherTotal)
  let first = 0
  while (first < most && same(first, first)) first++
  if (first === total && first === otherTotal) return null
  let last = 0
  while (last < most - first && same(total - 1 - last, otherTotal - 1 - last)) last++
  return {
    start: Math.min(one.starts[first] ?? Infinity, other.starts[first] ?? Infinity),
    end: Math.max(one.ends[total - 1 - last] ?? 0, other.ends[otherTotal - 1 - last] ?? 0),
  }
}

/** The first place of ascending values that is at least `value`; their count when none is. */
export function firstFrom(values: Int32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
