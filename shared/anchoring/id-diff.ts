/** A stretch of two lists of numbers: [`from`, `to`) of the one against [`otherFrom`, `otherTo`) of the other. */
export interface Stretch {
  from: number
  to: number
  otherFrom: number
  otherTo: number
}

/** More edits than this in a stretch are not sought: what remains in common would be chance. */
const mostEdits = 600
/** Steps a stretch may cost for each number in it; repetitive lists reach it, prose stays below 5. */
const stepsEach = 40

/**
 * Calls `same` for every pair in a shortest edit script between two stretches, last pair first (Myers, "An O(ND)
 * difference algorithm", 1986, the greedy form). Returns false, having called nothing, when it would take too long.
 */
export function diffIds(
  ids: readonly number[],
  others: readonly number[],
  { from, to, otherFrom, otherTo }: Stretch,
  same: (index: number, other: number) => void,
): boolean {
  const [n, m] = [to - from, otherTo - otherFrom]
  const limit = Math.min(n + m, mostEdits)
  let steps = 1000 + (n + m) * stepsEach
  const furthest = new Int32Array(2 * limit + 3)
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(furthest.slice(limit + 1 - edits, limit + 2 + edits))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = limit + 1 + diagonal
      const down = diagonal === -edits || (diagonal !== edits && furthest[at - 1]! < furthest[at + 1]!)
      let x = down ? furthest[at + 1]! : furthest[at - 1]! + 1
      const begun = x
      while (x < n && x - diagonal < m && ids[from + x] === others[otherFrom + x - diagonal]) x++
      furthest[at] = x
      steps -= 1 + x - begun
      if (steps < 0) return false
      if (x >= n && x - diagonal >= m) {
        walkBack(trace, edits, x, x - diagonal, (i, j) => same(from + i, otherFrom + j))
        return true
      }
    }
  }
  return false
}

/** Follows the furthest points back to the beginning; `trace[d]` has those of `d - 1` edits for diagonals -d to d. */
function walkBack(
  trace: readonly Int32Array[],
  edits: number,
  lastX: number,
  lastY: number,
  same: (x: number, y: number) => void,
): void {
  let [x, y] = [lastX, lastY]
  for (let d = edits; d >= 0; d--) {
    const before = trace[d]!
    const diagonal = x - y
    const reached = (of: number) => before[of + d]!
    const down = diagonal === -d || (diagonal !== d && reached(diagonal - 1) < reached(diagonal + 1))
    const previous = down ? diagonal + 1 : diagonal - 1
    const fromX = d === 0 ? 0 : reached(previous)
    const fromY = d === 0 ? 0 : fromX - previous
    while (x > fromX && y > fromY) same(--x, --y)
    if (d > 0) [x, y] = [fromX, fromY]
  }
}
