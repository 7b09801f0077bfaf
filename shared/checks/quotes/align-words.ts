/** A place where two runs of words differ: what stands in one and in the other; either may be empty. */
export interface Change {
  from: readonly string[]
  to: readonly string[]
  /** Whether it stands before the first or after the last shared word. */
  isEdge: boolean
}

export interface Alignment {
  /** How many words both have in the same order (longest common subsequence). */
  shared: number
  /** Differences between shared words, and short ones at the ends where both have other words. */
  changes: readonly Change[]
}

/** Longer runs are cut: the table of the comparison is the product of the lengths. */
const mostWords = 400

/** Aligns two runs of words by their longest common subsequence (Wagner and Fischer 1974). */
export function alignWords(a: readonly string[], b: readonly string[]): Alignment {
  const [x, y] = [a.slice(0, mostWords), b.slice(0, mostWords)]
  const pairs = sharedPairs(x, y, lengths(x, y))
  const changes: Change[] = []
  pairs.forEach(([i, j], index) => {
    const next = pairs[index + 1]
    if (!next) return
    const from = x.slice(i + 1, next[0])
    const to = y.slice(j + 1, next[1])
    if (from.length || to.length) changes.push({ from, to, isEdge: false })
  })
  const edges = [edgeChange(x, y, pairs[0], 'head'), edgeChange(x, y, pairs.at(-1), 'tail')]
  const all = [...changes, ...edges.flatMap((change) => change ?? [])]
  return { shared: pairs.length, changes: all }
}

/** Longer differences at an end are mostly that each quotes on from there. */
const mostEdgeWords = 3

/** What differs before the first or after the last shared word, when both have a few words there. */
function edgeChange(
  a: readonly string[],
  b: readonly string[],
  pair: [number, number] | undefined,
  end: 'head' | 'tail',
): Change | null {
  if (!pair) return null
  const [i, j] = pair
  const from = end === 'head' ? a.slice(0, i) : a.slice(i + 1)
  const to = end === 'head' ? b.slice(0, j) : b.slice(j + 1)
  const isShort =
    from.length > 0 && to.length > 0 && from.length <= mostEdgeWords && to.length <= mostEdgeWords
  return isShort ? { from, to, isEdge: true } : null
}

/** Lengths of the longest common subsequences of all tails, row by row. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    const row = rows[i] as Uint16Array
    const below = rows[i + 1] as Uint16Array
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return rows
}

function sharedPairs(
  a: readonly string[],
  b: readonly string[],
  rows: readonly Uint16Array[],
): [number, number][] {
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}
