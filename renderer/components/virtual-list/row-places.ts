/**
 * Where rows of different heights stand, one under the other, in CSS pixels: measured rows by their height, all others by
 * an estimate. Entry `n` is the top of row `n`; the last entry is the height of all.
 */
export function rowTops(
  keys: readonly string[],
  measured: ReadonlyMap<string, number>,
  estimate: number,
): Float64Array {
  const tops = new Float64Array(keys.length + 1)
  for (const [index, key] of keys.entries()) tops[index + 1] = tops[index]! + (measured.get(key) ?? estimate)
  return tops
}

/** The row in which a height `y` lies; the first or last row when it lies outside of all. */
export function rowAt(tops: Float64Array, y: number): number {
  let low = 0
  let high = tops.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tops[middle]! <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** Rows [`from`, `to`). */
export interface RowRange {
  from: number
  to: number
}

/** How far beyond what is in sight rows have to be drawn, and how far they are once more are drawn, in CSS pixels. */
const needed = 150
const drawn = 600

/**
 * The rows to draw when [`top`, `bottom`) is in sight: those of before while they are enough, so that most steps of a scroll
 * draw nothing.
 */
export function rowsToDraw(tops: Float64Array, top: number, bottom: number, before: RowRange): RowRange {
  const count = tops.length - 1
  if (count === 0) return { from: 0, to: 0 }
  const isEnough =
    before.to <= count &&
    before.from <= rowAt(tops, top - needed) &&
    before.to > rowAt(tops, bottom + needed) &&
    before.to - before.from <= 2 * (rowAt(tops, bottom + drawn) - rowAt(tops, top - drawn) + 1)
  if (isEnough) return before
  return { from: rowAt(tops, top - drawn), to: rowAt(tops, bottom + drawn) + 1 }
}
