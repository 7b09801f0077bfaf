import type { TextAlignment } from './text-alignment.js'

/** Runs `first` to `last` of an alignment that a range lies on, and how much of the range they cover. */
export interface Chain {
  first: number
  last: number
  covered: number
}

/**
 * The runs that [`start`, `end`) of the earlier text lies on: of those that still stand one after the other the chain that
 * covers most of it, or all that kept their order when that is more, with whatever moved away or in between. Null when
 * it lies on none.
 */
export function chainAt(alignment: TextAlignment, start: number, end: number): Chain | null {
  const { before, length, chainEnd } = alignment
  let from = firstEndingAfter(alignment, start)
  while (length[from] === 0 && before[from]! <= start) from++
  const to = firstFrom(alignment, end) - 1
  if (from > to) return null
  const covered = (first: number, last: number) =>
    coveredBy(alignment, first, last, alignment.covered, start, end)
  let best = inOrder(alignment, from, to, start, end)
  for (let first = from; first <= to; first = chainEnd[first]! + 1) {
    const last = Math.min(chainEnd[first]!, to)
    const chain = { first, last, covered: covered(first, last) }
    if (!best || chain.covered >= best.covered) best = chain
  }
  return best
}

/** The first run that ends after an offset of the earlier text. */
export function firstEndingAfter({ before, length }: TextAlignment, offset: number): number {
  return firstWhere(before.length, (run) => before[run]! + length[run]! > offset)
}

/** The first run that begins at or after an offset of the earlier text. */
function firstFrom({ before }: TextAlignment, offset: number): number {
  return firstWhere(before.length, (run) => before[run]! >= offset)
}

/** The runs among `from` to `to` that keep their order in the whole text. */
function inOrder(
  alignment: TextAlignment,
  from: number,
  to: number,
  start: number,
  end: number,
): Chain | null {
  const { stayed, stayedCovered } = alignment
  const at = firstWhere(stayed.length, (one) => stayed[one]! >= from)
  const after = firstWhere(stayed.length, (one) => stayed[one]! > to)
  if (at >= after) return null
  const [first, last] = [stayed[at]!, stayed[after - 1]!]
  return { first, last, covered: coveredBy(alignment, first, last, stayedCovered, start, end) }
}

function coveredBy(
  { before, length }: TextAlignment,
  first: number,
  last: number,
  sums: readonly number[],
  start: number,
  end: number,
): number {
  const cutBefore = Math.max(0, start - before[first]!)
  const cutAfter = Math.max(0, before[last]! + length[last]! - end)
  return sums[last + 1]! - sums[first]! - cutBefore - cutAfter
}

/** The first of `count` ascending entries that meets a condition which all after it meet too; `count` when none does. */
function firstWhere(count: number, meets: (at: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (meets(middle)) high = middle
    else low = middle + 1
  }
  return low
}
